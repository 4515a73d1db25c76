"""Published shares that tell a suppressed count: what a producer's shares say, held against our protected counts.

A share r is printed to a unit of u percentage points; of a numerator n and a denominator N it says
(r − u/2) · N ≤ 100 · n ≤ (r + u/2) · N. Each such pair of bounds stands beside the sums in the attacker's programme, so
that it counts whatever is suppressed: the numerator, the denominator, or counts of which one of them is the sum. Which
counts a share is made of is found, not declared: those that fit it wherever all are known, sums that nobody asked for
included (`links`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import product

import numpy as np

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure.history import History
from mehrklang.disclosure.intake import intake
from mehrklang.disclosure.links import Column, Spot, column_of, key_of
from mehrklang.disclosure.primary import widened
from mehrklang.disclosure.rulebook import Stricter
from mehrklang.disclosure.share_attack import Share, open_still
from mehrklang.vocabulary import Material, Unit

_ENOUGH = 3
"""In so many areas and years a share has to fit two counts before we take it for theirs."""

Numbers = Mapping[Spot, Decimal]


def numerators(rate: Decimal, denominator: Decimal) -> tuple[int, int]:
    """The least and the greatest whole number of which the printed share may be; the first is greater if none fits.

    >>> numerators(Decimal("2.3"), Decimal(87)), numerators(Decimal("2.3"), Decimal(8700))
    ((2, 2), (196, 204))
    """
    half = half_unit(rate)
    low, high = ((rate + side) * denominator / 100 for side in (-half, half))
    return int(low.to_integral_value(ROUND_CEILING)), int(high.to_integral_value(ROUND_FLOOR))


def half_unit(rate: Decimal) -> Decimal:
    """Half of the last printed digit; whole numbers are printed to ones.

    >>> half_unit(Decimal("2.3")), half_unit(Decimal(2))
    (Decimal('0.05'), Decimal('0.5'))
    """
    exponent = rate.as_tuple().exponent
    assert isinstance(exponent, int)  # a figure is finite
    return Decimal(1).scaleb(min(exponent, 0)) / 2


@dataclass(frozen=True, slots=True)
class Told:
    """All counts of our own as one table, with what is known of them: `shown` are the cells that anybody can read."""

    raw: RawCube
    rules: RuleSet
    stricter: Stricter
    history: History
    shown: frozenset[CellKey]

    def counts(self) -> dict[Column, dict[Spot, Decimal]]:
        """The numbers by columns."""
        found: dict[Column, dict[Spot, Decimal]] = {}
        for key, cell in self.raw.cells.items():
            if key.unit is Unit.COUNT and cell.figure.number is not None:
                found.setdefault(column_of(key), {})[key.area, key.period] = cell.figure.number
        return found


@dataclass(frozen=True, slots=True)
class Exposed:
    """A count that a share tells, exactly or too closely."""

    count: CellKey
    rate: CellKey


def rates_of(raws: Sequence[RawCube]) -> dict[Column, dict[Spot, Decimal]]:
    """The shares that producers have published, by columns; all of a column with the digits of the finest of them."""
    found: dict[Column, dict[Spot, Decimal]] = {}
    for raw in raws:
        for key, cell in raw.cells.items():
            if cell.material is Material.PUBLISHED and key.unit is Unit.PERCENT and cell.figure.number is not None:
                found.setdefault(column_of(key), {})[key.area, key.period] = cell.figure.number
    return {column: _alike(shares) for column, shares in found.items()}


def _alike(shares: Numbers) -> dict[Spot, Decimal]:
    """A file may have lost the zero of 2.0: the column tells how finely its shares are printed."""
    finest = min((share for share in shares.values()), key=half_unit)
    return {spot: share.quantize(finest) for spot, share in shares.items()}


def told_by_rates(rates: Mapping[Column, Numbers], told: Told) -> Iterator[Exposed]:
    """The required counts that do not stay open by the protection width once the shares are known, each with a share
    through which.
    """
    counts = told.counts()
    moving = {
        column for column, numbers in counts.items() if any(key_of(column, *at) not in told.shown for at in numbers)
    }
    made = list(made_of(rates, counts, moving))
    if not made:
        return
    rules, history = widened(told.raw, told.rules, told.stricter), told.history.held_against(told.raw.cells)
    table, _ = intake(told.raw, rules, history, frozenset(), stricter=told.stricter)
    movable = np.array([key not in told.shown for key in table.keys], np.bool_) & ~table.fixed
    place = {key: number for number, key in enumerate(table.keys)}
    shares = [
        share
        for rate, count, base in made
        for share in _shares((rate, rates[rate]), (count, counts[count]), (base, counts[base]), place)
        if movable[share.count] or movable[share.base]
    ]
    for cell in np.flatnonzero(table.required & movable).tolist() if shares else ():
        through = open_still(table, movable, shares, cell, rules.protection_width)
        if through is not None:
            yield Exposed(table.keys[cell], through.rate)


def made_of(
    rates: Mapping[Column, Numbers], counts: Mapping[Column, Numbers], moving: AbstractSet[Column]
) -> Iterator[tuple[Column, Column, Column]]:
    """Share, numerator and denominator, wherever one of the two is not all published."""
    by_spot: dict[Spot, list[tuple[Decimal, str, Column]]] = {}
    for column, numbers in counts.items():
        for spot, number in numbers.items():
            by_spot.setdefault(spot, []).append((number, str(column), column))
    for some in by_spot.values():
        some.sort(key=lambda one: one[:2])
    for (rate, shares), (base, totals) in product(rates.items(), counts.items()):
        known = sorted(shares.keys() & totals.keys(), key=lambda at: (totals[at], str(at)))
        for spot in known[-1:]:
            for count in _within(by_spot[spot], *numerators(shares[spot], totals[spot])):
                if count != base and {count, base} & moving and _fits(shares, counts[count], totals):
                    yield rate, count, base


def _within(columns: Sequence[tuple[Decimal, str, Column]], least: int, greatest: int) -> Iterator[Column]:
    """The columns whose number lies between two others; `columns` in ascending order."""
    start = bisect_left(columns, Decimal(least), key=lambda one: one[0])
    end = bisect_right(columns, Decimal(greatest), key=lambda one: one[0])
    yield from (column for _, _, column in columns[start:end])


def _fits(shares: Numbers, numbers: Numbers, totals: Numbers) -> bool:
    """Whether the shares are those of the numbers in the totals, wherever all three are known."""
    fitting = 0
    for spot, share in shares.items():
        if spot in numbers and spot in totals:
            least, greatest = numerators(share, totals[spot])
            if not least <= numbers[spot] <= greatest:
                return False
            fitting += numbers[spot] > 0
    return fitting >= _ENOUGH


def _shares(
    rate: tuple[Column, Numbers],
    count: tuple[Column, Numbers],
    base: tuple[Column, Numbers],
    place: Mapping[CellKey, int],
) -> Iterator[Share]:
    """The share of each area and period with the cells that it is made of."""
    for spot, percent in rate[1].items():
        if spot in count[1] and spot in base[1]:
            cells = tuple(place[key_of(column, *spot)] for column, _ in (count, base))
            truth = (int(count[1][spot]), int(base[1][spot]))
            yield Share(key_of(rate[0], *spot), cells[0], cells[1], percent, half_unit(percent), truth)
