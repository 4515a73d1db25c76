"""How much of an old area lies in a new one (Umsteigeschlüssel), by area, by population, by employees."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Weighting(StrEnum):
    """What the parts of a divided area are measured by: take what is nearest to the persons counted."""

    AREA = "flaeche"
    POPULATION = "bevoelkerung"
    EMPLOYEES = "beschaeftigte"

    @property
    def label(self) -> str:
        """For sentences: "nach Bevölkerung"."""
        return _LABELS[self]


_LABELS = {
    Weighting.AREA: "Fläche",
    Weighting.POPULATION: "Bevölkerung",
    Weighting.EMPLOYEES: "sozialversicherungspflichtig Beschäftigten",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """One number per weighting; `employees` is None for years without it."""

    area: Decimal
    population: Decimal
    employees: Decimal | None = None

    def by(self, weighting: Weighting) -> Decimal | None:
        """The number of one weighting."""
        match weighting:
            case Weighting.AREA:
                return self.area
            case Weighting.POPULATION:
                return self.population
            case _:
                return self.employees

    @property
    def all(self) -> tuple[Decimal, ...]:
        """The numbers of all weightings that there are."""
        return tuple(number for number in (self.area, self.population, self.employees) if number is not None)


@dataclass(frozen=True, slots=True)
class Apportionment:
    """The part of the area `source` (as of `source_day`) that lies in the area `target` (as of `target_day`).

    Promise: `weights` are shares of the source between 0 and 1 and add up to 1 over its targets, weighting by
    weighting; `amounts` are the quantities that they are made of (square kilometres, persons and employees in
    thousands). The weights belong to the year of the source.
    """

    source: str
    target: str
    source_day: date
    target_day: date
    weights: Measured
    amounts: Measured
    source_name: str = ""
    target_name: str = ""
