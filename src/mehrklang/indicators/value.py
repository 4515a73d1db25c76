"""The value of an indicator, with everything needed to check and to explain it."""

from dataclasses import dataclass
from itertools import pairwise

from mehrklang.indicators.interval import Interval
from mehrklang.territory import Brought
from mehrklang.vocabulary import Figure, Finality, Lineage, Period, Unit


@dataclass(frozen=True, slots=True)
class Constituent:
    """One of several figures that a value was computed from: a class, a layer, a category, an area, an index."""

    name: str
    figure: Figure
    unit: Unit = Unit.COUNT


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a value was before its sources told newer versions of their figures."""

    figure: Figure
    finality: Finality
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One value for one area, period and group.

    Promise: `figure` is unrounded; `numerator` and `denominator` are the figures it was computed from (None: the kind
    has none, as with published statistics and derived values), as plain counts even if the source has thousands; `base`
    names in German what the value refers to; `formula` shows the computation with its numbers. If a part is withheld,
    so is the value. `interval` is how far chance, sampling or rounding may have moved the value, `interval_note` what
    has to be said about it, or why there is none. `decimals` is with how many decimals it is printed where the
    source has fewer than the unit (None: as the unit). `constituents` are the figures of kinds that are computed from
    more than a numerator and a denominator. `before` is what it was in the version before, where that was another.
    `brought`: it was brought onto another territory.
    """

    indicator: str
    area: str
    period: Period
    group: str
    unit: Unit
    figure: Figure
    numerator: Figure | None
    denominator: Figure | None
    base: str
    formula: str
    lineage: Lineage
    notes: tuple[str, ...] = ()
    interval: Interval | None = None
    interval_note: str = ""
    decimals: int | None = None
    constituents: tuple[Constituent, ...] = ()
    before: Earlier | None = None
    brought: Brought | None = None

    @property
    def finality(self) -> Finality:
        """How final it is: as open as the most open figure that it was computed from."""
        return self.lineage.finality

    @property
    def mark(self) -> str:
        """The letter behind the printed number: p, s or r; "" where there is nothing to say, or no number. What was
        estimated for another territory is an estimated number."""
        if not self.figure.known:
            return ""
        if self.brought is not None and self.brought.estimated:
            return Finality.ESTIMATED.mark
        return self.finality.mark or (Finality.REVISED.mark if self.changed else "")

    @property
    def changed(self) -> bool:
        """Whether the version before was another figure, not only in another state."""
        return self.before is not None and self.before.figure != self.figure


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one indicator, area and group in time.

    Promise: sorted by period, each period once, all in one unit.
    """

    indicator: str
    area: str
    group: str
    values: tuple[IndicatorValue, ...]

    def __post_init__(self) -> None:
        if not all(former.period < later.period for former, later in pairwise(self.values)):
            raise ValueError(f"periods must be sorted and unique: {self.indicator}, {self.area}, {self.group}")

    @property
    def latest(self) -> IndicatorValue | None:
        """The newest value with a number, if there is one."""
        return next((value for value in reversed(self.values) if value.figure.known), None)
