"""Breaks in series (Reihenbrüche) as data: no line, trend, target distance or status reaches across one."""

from dataclasses import dataclass
from enum import StrEnum


class BreakKind(StrEnum):
    """What changed."""

    DEFINITION = "definition"
    SURVEY = "erhebung"
    EXTRAPOLATION = "hochrechnung"
    TERRITORY = "gebietsstand"
    SECRECY = "geheimhaltung"
    CATEGORY = "kategorie"
    LAW = "rechtsaenderung"


@dataclass(frozen=True, slots=True)
class Break:
    """From `first_year` on, values are not comparable with earlier ones.

    `areas` empty: everywhere; `source` is the publication that documents it.

    >>> census = Break(2022, BreakKind.EXTRAPOLATION, "Zensus 2022", "LSN", areas=("03153",))
    >>> census.between(2021, 2022, area="03153"), census.between(2022, 2024, area="03153")
    (True, False)
    >>> census.between(2021, 2022, area="03459")
    False
    """

    first_year: int
    kind: BreakKind
    text: str
    source: str
    areas: tuple[str, ...] = ()

    def between(self, earlier: int, later: int, *, area: str) -> bool:
        """Whether the break makes the later year incomparable with the earlier one in this area."""
        return earlier < self.first_year <= later and (not self.areas or area in self.areas)
