"""Target and thresholds (Ziel- und Schwellenwerte) of an indicator, agreed by Koordination and Statistik."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Operator(StrEnum):
    """How the target is to be met."""

    AT_LEAST = "≥"
    AT_MOST = "≤"


class PathKind(StrEnum):
    """How the way from base to target is thought of."""

    LINEAR = "gerade"
    GEOMETRIC = "gleichmaessig-prozentual"
    STEPS = "stufen"


@dataclass(frozen=True, slots=True)
class Step:
    """A value that is to be reached by a year (Zwischenziel)."""

    year: int
    value: Decimal


@dataclass(frozen=True, slots=True)
class Target:
    """A target with base and thresholds, in the indicator's unit.

    Promise: the target year lies after the base year. `warn` and `act` are thresholds apart from the target: beyond
    `warn` somebody looks, beyond `act` somebody decides; both optional. A geometric path needs positive base and target
    values; a path of steps has its steps in ascending years strictly between base and target year.
    """

    base_value: Decimal
    base_year: int
    operator: Operator
    value: Decimal
    year: int
    warn: Decimal | None = None
    act: Decimal | None = None
    responsible: str = ""
    reason: str = ""
    path: PathKind = PathKind.LINEAR
    steps: tuple[Step, ...] = ()

    def __post_init__(self) -> None:
        if self.year <= self.base_year:
            raise ValueError(f"the target year {self.year} must lie after the base year {self.base_year}")
        if self.path is PathKind.GEOMETRIC and min(self.base_value, self.value) <= 0:
            raise ValueError("a geometric path needs positive base and target values")
        years = [self.base_year, *(step.year for step in self.steps), self.year]
        if years != sorted(set(years)):
            raise ValueError(f"the steps must lie in ascending years between base and target year: {years}")
        if (self.path is PathKind.STEPS) != bool(self.steps):
            raise ValueError("steps belong to a path of steps, and to no other")
