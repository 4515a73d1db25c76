"""Areas: official ones by their key (AGS, ARS), small ones by the municipality's own key."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AreaLevel(StrEnum):
    """The level of an area. Areas of different levels overlap: never sum them."""

    COUNTRY = "bund"
    STATE = "land"
    REGION = "statistische-region"
    SURVEY_REGION = "anpassungsschicht"
    DISTRICT = "kreis"
    DISTRICT_GROUP = "kreisgruppe"
    DISTRICT_PART = "kreisteil"
    ASSOCIATION = "gemeindeverband"
    MUNICIPALITY = "gemeinde"
    BOROUGH = "bezirk"
    QUARTER = "stadtteil"
    STATISTICAL_AREA = "statistischer-bezirk"
    UNION = "zusammengesetzt"
    UNASSIGNED = "nicht-zuzuordnen"

    @property
    def plural(self) -> str:
        """What the areas of this level are called together, in German."""
        return _PLURALS[self]


_PLURALS = {
    AreaLevel.COUNTRY: "Staaten",
    AreaLevel.STATE: "Länder",
    AreaLevel.REGION: "Statistische Regionen",
    AreaLevel.SURVEY_REGION: "Anpassungsschichten",
    AreaLevel.DISTRICT: "Kreise und kreisfreie Städte",
    AreaLevel.DISTRICT_GROUP: "Gruppen von Kreisen",
    AreaLevel.DISTRICT_PART: "Kreisteile",
    AreaLevel.ASSOCIATION: "Gemeindeverbände",
    AreaLevel.MUNICIPALITY: "Gemeinden",
    AreaLevel.BOROUGH: "Bezirke",
    AreaLevel.QUARTER: "Stadtteile",
    AreaLevel.STATISTICAL_AREA: "Statistische Bezirke",
    AreaLevel.UNION: "Zusammengesetzte Gebiete",
    AreaLevel.UNASSIGNED: "Nicht zuzuordnen",
}


@dataclass(frozen=True, slots=True)
class Area:
    """One area.

    Promise: `key` is text of fixed length, never a number (Land 2, Kreis 5, Gemeinde 8 digits; "00" Germany;
    own areas carry a prefix of their own, e.g. "koeln:101"). Names are for people and never keys:
    "Osnabrück" is a Landkreis and a Stadt. `regional_key` is the ARS (12 digits; of an association 9) where it is
    known: it names the association between Kreis and Gemeinde.
    """

    key: str
    name: str
    level: AreaLevel
    parent: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    regional_key: str = ""

    def existed_on(self, day: date) -> bool:
        """Whether the area is valid on that day; an open end has no limit."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )
