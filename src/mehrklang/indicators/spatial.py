"""DISSIMILARITY, BEYOND CHANCE, ISOLATION, EXPOSURE (Segregation, Isolation, Kontaktmöglichkeit) bound by a definition.

Of an area from the counts of the areas that make it up: numerator the group, denominator everybody. Formulas and
sources: the files of `segregation`. D, isolation and exposure in per cent, the part of D beyond chance from 0 to 100.
Beside D stands what it would be by chance: its expectation and the middle 95 of 100 permutations. The interval of
counts of our own is a bootstrap (`segregation.bootstrap`); beyond chance the expectation is held fast in it. A withheld
area withholds the result. Rounding of the source is propagated by interval arithmetic (Moore 1966): the range is rather
wide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.catalogue import IndicatorKind
from mehrklang.indicators.composition.exact import known
from mehrklang.indicators.interval import IntervalMethod
from mehrklang.indicators.made import Made, below_floor, bounds_of, rounded, small
from mehrklang.indicators.part import EXACT, Outcome, Part
from mehrklang.indicators.segregation.areas import AreaCounts
from mehrklang.indicators.segregation.bootstrap import range_of_dissimilarity, range_of_isolation
from mehrklang.indicators.segregation.permutation import by_permutation
from mehrklang.indicators.segregation.settled import Settled, settled
from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.indicators.uncertainty.rounding import Bounds, together
from mehrklang.indicators.uncertainty.spread import Spread, by_chance
from mehrklang.indicators.value import Constituent
from mehrklang.vocabulary import Figure, Sign, Unit
from mehrklang.vocabulary.german import format_number

ONE_SYSTEM = "Hängt vom Zuschnitt der Teilgebiete ab: nie über Gebietssysteme hinweg vergleichen."
_HUNDRED = Decimal(100)
_UNEVEN = frozenset({IndicatorKind.DISSIMILARITY, IndicatorKind.BEYOND_CHANCE})


@dataclass(frozen=True, slots=True)
class AreaParts:
    """One of the areas that make up the area: members of the group, and everybody including them."""

    area: str
    group: Part
    everybody: Part


def spread_out(kind: IndicatorKind, areas: Sequence[AreaParts]) -> Made:
    """The measure of one group in one area and period.

    >>> from mehrklang.vocabulary import Figure
    >>> here = AreaParts("a", Part(Figure.of(4)), Part(Figure.of(10)))
    >>> there = AreaParts("b", Part(Figure.of(0)), Part(Figure.of(10)))
    >>> kinds = IndicatorKind.DISSIMILARITY, IndicatorKind.ISOLATION, IndicatorKind.EXPOSURE
    >>> [float(spread_out(kind, [here, there]).outcome.figure.number) for kind in kinds]
    [62.5, 40.0, 60.0]
    """
    counts = [AreaCounts(each.area, each.group.figure, each.everybody.figure) for each in areas]
    found = settled(counts)
    everybody = [each.everybody for each in areas]
    measures = {
        IndicatorKind.DISSIMILARITY: found.dissimilarity,
        IndicatorKind.BEYOND_CHANCE: found.beyond_chance,
        IndicatorKind.ISOLATION: found.isolation,
        IndicatorKind.EXPOSURE: _rest(found.isolation),
    }
    figure = _per_cent(measures[kind])
    barred = below_floor(everybody) if figure.known else None
    if barred or not figure.known:
        return Made(Outcome(barred or figure))
    spread = rounded([part for each in areas for part in (each.group, each.everybody)], lambda: _bounds(kind, areas))
    beside = (
        Constituent("Teilgebiete", Figure.of(found.areas)),
        Constituent("Anteil der Gruppe insgesamt", _per_cent(found.share), Unit.PERCENT),
        *(
            (Constituent("durch Zufall zu erwarten", _per_cent(found.by_chance), Unit.PERCENT),)
            if kind in _UNEVEN
            else ()
        ),
    )
    notes = (*_by_chance(kind, counts), ONE_SYSTEM, *small(everybody))
    return Made(
        Outcome(figure, "", notes),
        spread or _chance(kind, counts, found),
        beside,
        _sum([each.group.figure for each in areas]),
        _sum([each.everybody.figure for each in areas]),
    )


def _chance(kind: IndicatorKind, counts: Sequence[AreaCounts], found: Settled) -> Spread:
    """The range of chance of exact counts of our own, in the unit of the measure."""
    pairs = tuple(each.counts for each in counts if each.counts[1] > 0)
    if kind in (IndicatorKind.ISOLATION, IndicatorKind.EXPOSURE):
        limits = range_of_isolation(pairs)
        limits = limits if kind is IndicatorKind.ISOLATION else Limits(1 - limits.upper, 1 - limits.lower)
    else:
        limits = range_of_dissimilarity(pairs)
    if kind is IndicatorKind.BEYOND_CHANCE:
        expected = float(known(found.by_chance))
        limits = Limits(*(max((limit - expected) / (1 - expected), 0.0) for limit in limits))
    return by_chance(limits.times(100), IntervalMethod.BOOTSTRAP)


def _by_chance(kind: IndicatorKind, counts: Sequence[AreaCounts]) -> tuple[str, ...]:
    """The range of D by chance, in German."""
    if kind not in _UNEVEN:
        return ()
    limits: Limits = by_permutation(tuple(each.counts for each in counts if each.counts[1] > 0))
    lower, upper = (format_number(decimal(100 * limit), 1) for limit in limits)
    return (
        f"Bei zufälliger Verteilung läge der Segregationsindex zwischen {lower} und {upper} % (95 von 100 Ziehungen).",
    )


def _rest(figure: Figure) -> Figure:
    return figure if figure.number is None else _same_sign(EXACT.subtract(Decimal(1), figure.number), figure)


def _per_cent(figure: Figure) -> Figure:
    return figure if figure.number is None else _same_sign(EXACT.multiply(_HUNDRED, figure.number), figure)


def _same_sign(number: Decimal, figure: Figure) -> Figure:
    return Figure.limited(number) if figure.sign is Sign.LIMITED else Figure.of(number)


def _sum(figures: Sequence[Figure]) -> Figure:
    return Figure.of(sum((known(figure) for figure in figures), Decimal(0)))


def _bounds(kind: IndicatorKind, areas: Sequence[AreaParts]) -> Bounds | None:
    """D by |a : A − b : B| of each area, isolation by a² : (A n); all between 0 and 100."""
    group = [bounds_of(each.group) for each in areas]
    everybody = [bounds_of(each.everybody) for each in areas]
    if kind is IndicatorKind.BEYOND_CHANCE:
        return None  # the expectation moves with the counts in no simple way
    if kind is IndicatorKind.DISSIMILARITY:
        return _uneven(group, [_others(a, n) for a, n in zip(group, everybody, strict=True)])
    members = together(group)
    met = [a.times(a).over(members.times(n)) for a, n in zip(group, everybody, strict=True) if n.upper > 0]
    if any(one is None for one in met):
        return None
    isolated = together(one for one in met if one is not None)
    inside = Bounds(_HUNDRED * isolated.lower, min(_HUNDRED * isolated.upper, _HUNDRED))
    if kind is IndicatorKind.ISOLATION:
        return inside
    return Bounds(_HUNDRED - inside.upper, _HUNDRED - inside.lower)


def _others(group: Bounds, everybody: Bounds) -> Bounds:
    rest = everybody.minus(group)
    return Bounds(max(rest.lower, Decimal(0)), max(rest.upper, Decimal(0)))


def _uneven(group: Sequence[Bounds], others: Sequence[Bounds]) -> Bounds | None:
    whole = together(group), together(others)
    if min(side.lower for side in whole) <= 0:
        return None
    lower = upper = Decimal(0)
    for a, b in zip(group, others, strict=True):
        first, second = a.over(whole[0]), b.over(whole[1])
        assert first is not None and second is not None  # noqa: PT018 — neither side is empty
        apart = first.minus(second)
        lower += max(apart.lower, -apart.upper, Decimal(0))
        upper += max(-apart.lower, apart.upper)
    return Bounds(50 * lower, min(50 * upper, _HUNDRED))
