"""How a source divides what it counts, year by year."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Division:
    """A category of a feature that stands with a measure in a year."""

    measure: str
    feature: str
    year: int
    category: str
