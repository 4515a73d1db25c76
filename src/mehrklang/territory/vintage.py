"""On which territory (Gebietsstand) an edition reports, and how each of its sources gets there."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mehrklang.territory.apportionment import Weighting


class Manner(StrEnum):
    """How a source gets onto the territory; one of which nothing is said stays as it is delivered."""

    BROUGHT = "umrechnen"
    ALREADY = "liegt-vor"

    @property
    def label(self) -> str:
        """For forms and lists."""
        return _LABELS[self]


_LABELS = {
    Manner.BROUGHT: "mit dem Umsteigeschlüssel umrechnen",
    Manner.ALREADY: "die Quelle liefert schon auf diesem Gebietsstand",
}


@dataclass(frozen=True, slots=True)
class SourceOn:
    """How one source gets onto the territory; `weighting` is what divided areas are measured by."""

    source: str
    manner: Manner = Manner.BROUGHT
    weighting: Weighting = Weighting.POPULATION


@dataclass(frozen=True, slots=True)
class Vintage:
    """The territory of a day, and the sources that are reported on it; each source once."""

    day: date
    sources: tuple[SourceOn, ...] = ()

    def of(self, source: str) -> SourceOn | None:
        """What is said of a source."""
        return next((each for each in self.sources if each.source == source), None)
