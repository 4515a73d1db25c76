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

    `areas` empty: everywhere; `source` is the publication that documents it; `measure` empty: all series of the
    indicator.
    """

    first_year: int
    kind: BreakKind
    text: str
    source: str
    areas: tuple[str, ...] = ()
