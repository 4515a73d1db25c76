"""The municipalities that a monitoring can be for, to be picked by name: Kreise, and Gemeinden from 10,000 inhabitants.

Facts of the Gemeindeverzeichnis (Statistische Ämter des Bundes und der Länder, territory of 30.06.2024, population of
31.12.2022 on the basis of the Zensus 2022; Datenlizenz Deutschland Namensnennung 2.0). The smaller Gemeinden are in the
Gemeindeverzeichnis itself, which `sources` reads.
"""

import csv
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from mehrklang.vocabulary import Area, AreaLevel

LEAST = 10_000
"""Inhabitants from which a kreisangehörige Gemeinde is listed."""

SOURCE = "Statistische Ämter des Bundes und der Länder, Gemeindeverzeichnis, Gebietsstand 30.06.2024, dl-de/by-2-0"


class Kind(StrEnum):
    """What a municipality is by the law of its Land."""

    STATE = "Land"
    CITY = "Kreisfreie Stadt"
    URBAN_DISTRICT = "Stadtkreis"
    DISTRICT = "Kreis"
    RURAL_DISTRICT = "Landkreis"
    REGIONAL_ASSOCIATION = "Regionalverband"
    MUNICIPALITY = "Gemeinde"


_RURAL = frozenset({Kind.DISTRICT, Kind.RURAL_DISTRICT})
_SAYS_IT = re.compile(r"kreis|region|verband", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality with the Land that it lies in and its inhabitants."""

    area: Area
    kind: Kind
    state: str
    inhabitants: int

    @property
    def full_name(self) -> str:
        """The name by which nobody takes the Landkreis for the Stadt.

        >>> [each.full_name for each in find("0345")[:2]], find("03241")[0].full_name
        (['Landkreis Osnabrück', 'Landkreis Emsland'], 'Region Hannover')
        """
        if self.kind in _RURAL and not _SAYS_IT.search(self.area.name):
            return f"{self.kind} {self.area.name}"
        return f"Stadt {self.area.name}" if self.kind in {Kind.CITY, Kind.URBAN_DISTRICT} else self.area.name

    @property
    def has_parts_of_its_own(self) -> bool:
        """Whether it is a Kreis of Gemeinden, which seldom has a statistics office."""
        return self.kind in _RURAL or self.kind is Kind.REGIONAL_ASSOCIATION


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All of them, by key: Kreise (five digits) and Gemeinden (eight).

    >>> next(each.full_name for each in municipalities() if each.area.key == "03153")
    'Landkreis Goslar'
    """
    rows = _rows()
    return tuple(
        Municipality(_area(row), Kind(row.kind), rows[key[:2]].name, int(row.inhabitants))
        for key, row in rows.items()
        if len(key) > _DIGITS_OF_STATE
    )


def find(text: str, limit: int = 30) -> tuple[Municipality, ...]:
    """Those whose full name holds the text or whose key begins with it; beginnings first, then large ones.

    >>> [f"{each.full_name} ({each.area.key})" for each in find("osnab")]
    ['Landkreis Osnabrück (03459)', 'Stadt Osnabrück (03404)']
    """
    asked = text.strip().casefold()
    if not asked:
        return ()
    found = [each for each in municipalities() if asked in each.full_name.casefold() or each.area.key.startswith(asked)]
    found.sort(key=lambda each: (not each.area.name.casefold().startswith(asked), -each.inhabitants))
    return tuple(found[:limit])


def lineage(key: str) -> tuple[Area, ...]:
    """The area of that key and those above it, Germany last; () if it is not listed.

    >>> [area.name for area in lineage("03153")]
    ['Goslar', 'Niedersachsen', 'Deutschland']
    """
    rows = _rows()
    keys = [key, *(key[:digits] for digits in (_DIGITS_OF_DISTRICT, _DIGITS_OF_STATE) if digits < len(key))]
    return (*(_area(rows[each]) for each in keys), _GERMANY) if key in rows else ()


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    kind: str
    name: str
    inhabitants: str


_DIGITS_OF_STATE, _DIGITS_OF_DISTRICT = 2, 5
_LEVELS = {2: AreaLevel.STATE, 5: AreaLevel.DISTRICT, 8: AreaLevel.MUNICIPALITY}
_GERMANY = Area("00", "Deutschland", AreaLevel.COUNTRY)


def _area(row: _Row) -> Area:
    parent = {2: "00", 5: row.key[:2], 8: row.key[:5]}[len(row.key)]
    return Area(row.key, row.name, _LEVELS[len(row.key)], parent)


@cache
def _rows() -> dict[str, _Row]:
    text = files("mehrklang.territory").joinpath("data/kommunen.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {row[0]: _Row(*row) for row in csv.reader(lines[1:], delimiter=";")}
