"""The areas of Berlin: Bezirk > Prognoseraum > Bezirksregion > Planungsraum, all in a key of eight digits (RAUMID)."""

import re

from mehrklang.sources.register import COUNTRY, REGISTER
from mehrklang.vocabulary import Area, AreaLevel

CITY = "11000000"
"""The official key (AGS) of Berlin; the keys of its parts begin with it."""

_KEY = re.compile(r"\d{8}", re.ASCII)
_BOROUGHS = (
    "Mitte", "Friedrichshain-Kreuzberg", "Pankow", "Charlottenburg-Wilmersdorf", "Spandau", "Steglitz-Zehlendorf",
    "Tempelhof-Schöneberg", "Neukölln", "Treptow-Köpenick", "Marzahn-Hellersdorf", "Lichtenberg", "Reinickendorf",
)  # fmt: skip
_STEPS = (
    (2, AreaLevel.BOROUGH, "Bezirk"),
    (4, AreaLevel.DISTRICT_PART, "Prognoseraum"),
    (6, AreaLevel.QUARTER, "Bezirksregion"),
    (8, AreaLevel.STATISTICAL_AREA, "Planungsraum"),
)


def areas_of(space: str) -> tuple[Area, ...]:
    """The Planungsraum of a RAUMID and everything that it lies in, from the Bezirk down; () if it has not eight digits.

    Levels: Bezirk BOROUGH, Prognoseraum DISTRICT_PART, Bezirksregion QUARTER, Planungsraum STATISTICAL_AREA. The files
    give no names; those of the Bezirke are known.

    >>> [(area.key, area.name) for area in areas_of("08020623")][::3]
    [('11000000-08', 'Neukölln'), ('11000000-08020623', 'Planungsraum 08020623')]
    >>> areas_of("08020623")[3].parent, areas_of("8020623")
    ('11000000-080206', ())
    """
    if _KEY.fullmatch(space) is None or not 1 <= int(space[:2]) <= len(_BOROUGHS):
        return ()
    parents = (CITY, *(f"{CITY}-{space[:digits]}" for digits, _, _ in _STEPS))
    return tuple(
        Area(f"{CITY}-{space[:digits]}", _name(space[:digits], title), level, parent)
        for (digits, level, title), parent in zip(_STEPS, parents, strict=False)
    )


def above() -> tuple[Area, ...]:
    """Berlin and what it lies in."""
    return (REGISTER[COUNTRY], REGISTER["11"], Area(CITY, "Berlin", AreaLevel.MUNICIPALITY, "11"))


def _name(digits: str, title: str) -> str:
    return _BOROUGHS[int(digits) - 1] if len(digits) == 2 else f"{title} {digits}"
