"""From a record of the Gemeindeverzeichnis to an area: which parts make its key, what it is, what it lies in."""

from dataclasses import dataclass

from mehrklang.sources.labels import clean
from mehrklang.sources.register import COUNTRY
from mehrklang.vocabulary import Area, AreaLevel

STATE, GOVERNMENT_REGION, PLANNING_REGION, DISTRICT, ASSOCIATION, MUNICIPALITY = "10", "20", "30", "40", "50", "60"
RECORDS = (STATE, GOVERNMENT_REGION, PLANNING_REGION, DISTRICT, ASSOCIATION, MUNICIPALITY)

_OF_ITS_OWN = "50"
"""Text mark of an association that is one Gemeinde by itself (verbandsfreie Gemeinde): no area of its own."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row: kind, text mark, the parts of the regional key, name."""

    kind: str
    text_kind: str
    state: str
    region: str
    district: str
    association: str
    municipality: str
    name: str

    @property
    def complete(self) -> bool:
        """Whether the parts that this kind needs are digits of their proper length."""
        parts = (self.state, self.region, self.district, self.association, self.municipality)
        lengths = _LENGTHS[self.kind]
        return all(part.isdigit() and len(part) == n for part, n in zip(parts, lengths, strict=False))

    @property
    def district_key(self) -> str:
        """The key of the Kreis."""
        return self.state + self.region + self.district

    @property
    def regional_key(self) -> str:
        """The ARS: of a Gemeinde 12 digits, of an association 9."""
        return self.district_key + self.association + self.municipality


_LENGTHS = {
    STATE: (2,),
    GOVERNMENT_REGION: (2, 1),
    PLANNING_REGION: (2, 1, 1),
    DISTRICT: (2, 1, 2),
    ASSOCIATION: (2, 1, 2, 4),
    MUNICIPALITY: (2, 1, 2, 4, 3),
}


def area_of(record: Record, known: frozenset[str]) -> Area | None:
    """The area of a complete record; None for associations of one Gemeinde. `known`: keys of all regions and Kreise.

    A Gemeinde lies in its Kreis; coastal waters and the river shared with Luxembourg lie in none, only in their Land.
    The association is a second hierarchy (`Area.regional_key` says which).
    """
    name = clean(record.name)
    region = record.state + record.region
    above = region if region in known else record.state
    district = record.district_key if record.district_key in known else above
    match record.kind:
        case "10":
            return Area(record.state, name, AreaLevel.STATE, COUNTRY)
        case "20":
            return Area(region, name, AreaLevel.REGION, record.state)
        case "30":
            return Area(f"region:{record.district_key}", name, AreaLevel.REGION, above)
        case "40":
            return Area(record.district_key, name, AreaLevel.DISTRICT, above)
        case "50" if record.text_kind == _OF_ITS_OWN:
            return None
        case "50":
            key = record.regional_key
            return Area(key, name, AreaLevel.ASSOCIATION, district, regional_key=key)
        case _:
            key = record.district_key + record.municipality
            return Area(key, name, AreaLevel.MUNICIPALITY, district, regional_key=record.regional_key)
