"""All measures of two groups for one city, area system and period."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mehrklang.indicators.part import EXACT
from mehrklang.indicators.segregation.areas import AreaCounts, filled
from mehrklang.indicators.segregation.dissimilarity import dissimilarity, expected_dissimilarity
from mehrklang.indicators.segregation.exposure import isolation
from mehrklang.indicators.signs import carry, obstacle
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary import Figure, Reason, Sign


@dataclass(frozen=True, slots=True)
class Settled:
    """How a group is spread over `areas` areas, all from 0 to 1.

    `by_chance` is the dissimilarity to be expected if everybody were placed by chance, `beyond_chance` the systematic
    part (D − E) : (1 − E), at least 0; `isolation` stands beside the group's `share` in the city.
    """

    areas: int
    dissimilarity: Figure
    by_chance: Figure
    beyond_chance: Figure
    isolation: Figure
    share: Figure


def settled(areas: Sequence[AreaCounts]) -> Settled:
    """The measures; a sign instead of each where an area is withheld or a group has no members.

    >>> found = settled([AreaCounts("a", Figure.of(4), Figure.of(10)), AreaCounts("b", Figure.of(0), Figure.of(10))])
    >>> found.dissimilarity.number, found.isolation.number, found.share.number
    (Decimal('0.625'), Decimal('0.4'), Decimal('0.2'))
    """
    figures = [figure for each in areas for figure in (each.group, each.everybody)]
    barred = obstacle(*figures)
    counts = [] if barred else filled(areas)
    group, everybody = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0)
    if not barred and not 0 < group < everybody:
        barred = Figure.signed(Sign.BLOCKED, Reason.DENOMINATOR_ZERO)
    if barred:
        return Settled(len(counts), barred, barred, barred, barred, barred)
    found, expected = dissimilarity(counts), expected_dissimilarity(counts)
    beyond = max((float(found) - expected) / (1 - expected), 0.0)
    numbers = (_decimal(found), decimal(expected), decimal(beyond), _decimal(isolation(counts)))
    measures = (carry(number, *figures) for number in (*numbers, _decimal(Fraction(group, everybody))))
    return Settled(len(counts), *measures)


def _decimal(number: Fraction) -> Decimal:
    return EXACT.divide(Decimal(number.numerator), Decimal(number.denominator))
