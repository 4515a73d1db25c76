"""Target and thresholds (Ziel- und Schwellenwerte) of an indicator, agreed by Koordination and Statistik."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Operator(StrEnum):
    """How the target is to be met."""

    AT_LEAST = "≥"
    AT_MOST = "≤"


@dataclass(frozen=True, slots=True)
class Target:
    """A target with base and thresholds, in the indicator's unit.

    Promise: the target year lies after the base year. `warn` and `act` are thresholds apart from the target: beyond
    `warn` somebody looks, beyond `act` somebody decides; both optional.
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

    def __post_init__(self) -> None:
        if self.year <= self.base_year:
            raise ValueError(f"the target year {self.year} must lie after the base year {self.base_year}")
