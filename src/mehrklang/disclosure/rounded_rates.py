"""Published shares beside counts that are rounded or changed by chance: what is left of their uncertainty.

A count shown as 5 after rounding to the nearest five may be 3, 4, 5, 6 or 7. A share printed as 42.9 % beside it may
leave 3 of 7 alone. For each small count all whole numbers are tried that may stand behind what is shown, of it and of
the other count of the share; if fewer are left than the base of the rounding (or than the change by chance promises),
the share tells the count. Our own shares are computed from protected cells, so they tell nothing of that kind.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.catalogue import RoundingKind, RuleSet
from mehrklang.cubes import CellKey, ProtectedCube
from mehrklang.disclosure.bundle import Sheet
from mehrklang.disclosure.links import Column, Spot, column_of, key_of
from mehrklang.disclosure.rates import Exposed, half_unit, made_of
from mehrklang.disclosure.rounding.deterministic import to_nearest
from mehrklang.vocabulary import Material, Unit

Shares = Mapping[Column, Mapping[Spot, Decimal]]


def behind(shown: int, rules: RuleSet) -> range:
    """The true counts that may stand behind a shown one.

    >>> from mehrklang.catalogue import Rounding
    >>> nearest = RuleSet("r", "Beispiel", 3, 0, True, "frei erfunden", "",
    ...                   rounding=Rounding(5, RoundingKind.DETERMINISTIC))
    >>> list(behind(5, nearest)), list(behind(0, nearest))
    ([3, 4, 5, 6, 7], [0, 1, 2])
    """
    if rules.cell_key:
        far = rules.cell_key.deviation
        return range(max(shown - far, int(shown > 0)), shown + far + 1)
    if rules.rounding is None:
        return range(shown, shown + 1)
    base = rules.rounding.base
    if rules.rounding.kind is RoundingKind.DETERMINISTIC:
        fitting = [n for n in range(max(shown - base, 0), shown + base) if to_nearest(Decimal(n), base) == shown]
        return range(fitting[0], fitting[-1] + 1)
    return range(max(shown - base + 1, 0), shown + base)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A count as anybody reads it: what may stand behind it, and how much of that has to be left (0: no matter)."""

    truth: int
    possible: range
    needed: int


def told_by_rounded(rates: Shares, sheets: Sequence[Sheet], cubes: Sequence[ProtectedCube]) -> Iterator[Exposed]:
    """The small rounded or changed counts of which shares leave too few possibilities, with such a share."""
    shown = _shown(sheets, cubes)
    numbers = {column: {spot: Decimal(one.truth) for spot, one in each.items()} for column, each in shown.items()}
    moving = {column for column, each in shown.items() if any(len(one.possible) > 1 for one in each.values())}
    left: dict[CellKey, set[int]] = {}
    for rate, count, base in made_of(rates, numbers, moving) if moving else ():
        for spot in rates[rate].keys() & shown[count].keys() & shown[base].keys():
            pair = shown[count][spot], shown[base][spot]
            fitting = _fitting(rates[rate][spot], *pair)
            for side, column in enumerate((count, base)):
                key = key_of(column, *spot)
                before = left.get(key, set(pair[side].possible))
                left[key] = before & {each[side] for each in fitting}
                if len(left[key]) < pair[side].needed:
                    yield Exposed(key, key_of(rate, *spot))


def _shown(sheets: Sequence[Sheet], cubes: Sequence[ProtectedCube]) -> dict[Column, dict[Spot, _Shown]]:
    """All counts of our own that are shown, by columns; those that two sources call alike are told apart."""
    found: dict[Column, dict[Spot, _Shown]] = {}
    owner: dict[Column, int] = {}
    for place, (sheet, cube) in enumerate(zip(sheets, cubes, strict=True)):
        for key in cube:
            number, truth = cube.cell(key).figure.number, sheet.raw.cells[key].figure.number
            if key.unit is Unit.COUNT and cube.cell(key).material is Material.ADDITIVE and None not in (number, truth):
                measure, unit, where = column_of(key)
                column = (
                    measure
                    if owner.setdefault((measure, unit, where), place) == place
                    else f"{measure} ({sheet.name})",
                    unit,
                    where,
                )
                found.setdefault(column, {})[key.area, key.period] = _one(
                    int(truth or 0), int(number or 0), sheet.rules
                )
    return found


def _one(truth: int, shown: int, rules: RuleSet) -> _Shown:
    possible = behind(shown, rules)
    width = rules.rounding.base if rules.rounding else 2 * rules.cell_key.deviation + 1 if rules.cell_key else 0
    small = 0 < truth < max(rules.minimum_count, width)
    return _Shown(truth, possible, min(width, len(possible)) if small else 0)


def _fitting(rate: Decimal, count: _Shown, base: _Shown) -> list[tuple[int, int]]:
    """The pairs of counts that a share is printed for; a reader may know how its producer rounds at the half."""
    half = half_unit(rate)
    return [
        (n, whole)
        for whole in base.possible
        for n in count.possible
        if abs(Decimal(100 * n) - rate * whole) < half * whole or (n, whole) == (count.truth, base.truth)
    ]
