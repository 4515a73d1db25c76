"""What an assessment says: state against the target, trend, and the reason in words."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mehrklang.assessment.target import Target
from mehrklang.assessment.weighted import WeightedSlope
from mehrklang.catalogue import Break
from mehrklang.indicators import IndicatorValue, Interval


class TargetState(StrEnum):
    """Where the indicator stands on the way to its target. Each state has a symbol and a word, never a colour alone."""

    REACHED = "ziel-erreicht"
    ON_COURSE = "auf-kurs"
    OFF_COURSE = "abweichung"
    FAR_OFF_COURSE = "deutliche-abweichung"
    NOT_ASSESSABLE = "nicht-bewertbar"

    @property
    def label(self) -> str:
        """The German word."""
        return _LABELS[self]

    @property
    def symbol(self) -> str:
        """A symbol that can be told apart without colour."""
        return _SYMBOLS[self]


_LABELS = {
    TargetState.REACHED: "Ziel erreicht",
    TargetState.ON_COURSE: "auf Kurs",
    TargetState.OFF_COURSE: "Abweichung",
    TargetState.FAR_OFF_COURSE: "deutliche Abweichung",
    TargetState.NOT_ASSESSABLE: "nicht bewertbar",
}

_SYMBOLS = {
    TargetState.REACHED: "✓",
    TargetState.ON_COURSE: "→",
    TargetState.OFF_COURSE: "△",
    TargetState.FAR_OFF_COURSE: "▲",
    TargetState.NOT_ASSESSABLE: "○",
}


class Movement(StrEnum):
    """What the latest segment of a series does."""

    RISING = "steigend"
    FALLING = "fallend"
    NO_RELIABLE_CHANGE = "keine-belastbare-veraenderung"
    NOT_ASSESSABLE = "nicht-bewertbar"

    @property
    def label(self) -> str:
        """The German word."""
        return _MOVEMENTS[self]


_MOVEMENTS = {
    Movement.RISING: "steigend",
    Movement.FALLING: "fallend",
    Movement.NO_RELIABLE_CHANGE: "keine belastbare Veränderung",
    Movement.NOT_ASSESSABLE: "nicht bewertbar",
}


@dataclass(frozen=True, slots=True)
class Trend:
    """The trend of the latest segment.

    `slope` is in units per year (None where not assessable); `rule` is the published rule in German; `reason` says in
    German what was found or why nothing can be said; `welcome` is True/False only where the indicator has a direction
    and the movement is reliable. `interval` are the limits of the slope (90 of 100); `weighted` is the weighted
    regression where the counts behind the values are known.
    """

    movement: Movement
    slope: Decimal | None
    points: int
    first_year: int | None
    last_year: int | None
    rule: str
    reason: str
    welcome: bool | None = None
    interval: Interval | None = None
    weighted: WeightedSlope | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The assessment of one series.

    Promise: `reason` is a German sentence; NOT_ASSESSABLE always says why; `path_value` is what the path to the target
    asks for in the latest year (None: no target). `possible` are all states that the interval of the latest value
    allows, best first: more than one means that the state is not firm. `decision_due`: the target year is over and the
    target missed; a reason and a decision have to be recorded. `versions` says in German which values are not final and
    what a revision alone has changed.
    """

    state: TargetState
    reason: str
    trend: Trend
    latest: IndicatorValue | None
    target: Target | None = None
    path_value: Decimal | None = None
    threshold: str = ""
    breaks: tuple[Break, ...] = ()
    warnings: tuple[str, ...] = ()
    possible: tuple[TargetState, ...] = ()
    decision_due: bool = False
    versions: tuple[str, ...] = ()

    @property
    def firm(self) -> bool:
        """Whether chance and rounding leave the state as it is."""
        return len(self.possible) <= 1
