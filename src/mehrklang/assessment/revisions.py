"""Revisions: what became of provisional and estimated values, and how far such values can be relied on.

Formula: r = final − provisional, in the unit of the value; of counts and prices 100 · r : provisional, in per cent. The
reliability is the median of |r| over all values that were open and are not any more, those that stayed as they were
(r = 0) among them; the mean of r says whether provisional values are regularly too low or too high. Source: McKenzie,
R.; Gamba, M. (2008): Interpreting the results of revision analyses: recommended summary statistics (OECD/Eurostat task
force on performing revisions analysis for sub-annual economic statistics): mean absolute and mean revision. Here the
median stands in place of the mean absolute one: a few large corrections would otherwise speak for all.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.indicators import EXACT, IndicatorValue, Series
from mehrklang.vocabulary import Finality, Unit

FEWEST = 5
"""Of fewer closed provisional values nothing is said about reliability."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One value in two versions. `size` is None where one of the figures has no number, or nothing can be divided."""

    now: IndicatorValue
    state_before: Finality
    size: Decimal | None

    @property
    def closed(self) -> bool:
        """Whether an open value has become one that is not open any more."""
        return self.state_before.open and not self.now.finality.open


@dataclass(frozen=True, slots=True)
class Reliability:
    """What is known about the revisions of an indicator: how many, the median and the greatest size, the mean with its
    sign, in `unit`."""

    closed: int
    median: Decimal
    greatest: Decimal
    mean: Decimal
    unit: Unit


def revisions(series: Iterable[Series]) -> tuple[Revision, ...]:
    """Every value that was another figure, or in another state, in the version before; in the order of the series."""
    return tuple(
        Revision(value, value.before.finality, _size(value))
        for one in series
        for value in one.values
        if value.before is not None
    )


def _size(value: IndicatorValue) -> Decimal | None:
    former = value.before.figure.number if value.before else None
    if former is None or value.figure.number is None:
        return None
    difference = EXACT.subtract(value.figure.number, former)
    if value.unit.of_change is not Unit.PERCENT_CHANGE:
        return difference
    return EXACT.divide(EXACT.multiply(difference, Decimal(100)), abs(former)) if former else None


def reliability(found: Iterable[Revision]) -> Reliability | None:
    """How far the provisional values were off; None where too few have been closed."""
    closed = [(each.size, each.now.unit) for each in found if each.closed and each.size is not None]
    if len(closed) < FEWEST:
        return None
    signed = [size for size, _ in closed]
    sizes = sorted(abs(size) for size in signed)
    mean = EXACT.divide(sum(signed, Decimal(0)), Decimal(len(signed)))
    return Reliability(len(sizes), _median(sizes), sizes[-1], mean, closed[0][1].of_change)


def _median(ordered: list[Decimal]) -> Decimal:
    """The middle one, or the mean of the two in the middle.

    >>> _median([Decimal(1), Decimal(2), Decimal(4), Decimal(8)])
    Decimal('3')
    """
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return EXACT.divide(EXACT.add(ordered[half - 1], ordered[half]), Decimal(2))
