"""GeoCodes: the letters name the system of areas, the digits behind them are the official key."""

import re
from dataclasses import dataclass

from mehrklang.sources.register import REGISTER, level_of, parent_of
from mehrklang.vocabulary import AreaLevel

_OFFICIAL = re.compile(r"(K|RH|MZ|)(\d{2}|\d{3}|\d{5}|\d{8})")
_SURVEY_REGION = re.compile(r"RA_\d{2}")
_STATE_OF_THE_WORLD = re.compile(r"W\d+|0")


@dataclass(frozen=True, slots=True)
class GeoCode:
    """System ("K" Kreise, "RH" and "MZ" of other sources, "RA" survey regions, "" none given) and area key."""

    system: str
    key: str


def read_geocode(text: str) -> GeoCode | None:
    """The area that a GeoCode means; None if it means none (empty, spreadsheet errors, countries of the world).

    >>> read_geocode("K03153"), read_geocode("MZ030").key, read_geocode("RH031").key, read_geocode("RA_01").key
    (GeoCode(system='K', key='03153'), '03', '031', 'RA_01')
    >>> read_geocode("#NV") is None, read_geocode("W121") is None, read_geocode("03153").key
    (True, True, '03153')
    """
    stripped = text.strip()
    if _SURVEY_REGION.fullmatch(stripped):
        return GeoCode("RA", stripped)
    match = _OFFICIAL.fullmatch(stripped)
    if match is None:
        return None
    system, digits = match.groups()
    return GeoCode(system, digits[:2] if len(digits) == 3 and digits.endswith("0") else digits)


def is_country_of_the_world(text: str) -> bool:
    """Whether a GeoCode names a country of citizenship (W121) or a continent (0): a category, not an area."""
    return _STATE_OF_THE_WORLD.fullmatch(text.strip()) is not None


def geocode_level(code: GeoCode) -> AreaLevel | None:
    """The level of the area. The Mikrozensus joins two Kreise into one key: 03354360 is 03354 with 03360.

    >>> geocode_level(GeoCode("MZ", "03354360")), geocode_level(GeoCode("RA", "RA_01"))
    (<AreaLevel.DISTRICT_GROUP: 'kreisgruppe'>, <AreaLevel.SURVEY_REGION: 'anpassungsschicht'>)
    """
    if code.system == "RA":
        return AreaLevel.SURVEY_REGION
    if code.key not in REGISTER and _is_group(code):
        return AreaLevel.DISTRICT_GROUP
    return level_of(code.key)


def geocode_parent(code: GeoCode, land: str) -> str | None:
    """The area that it lies in: of survey regions the Land, of groups of Kreise their region."""
    if code.system == "RA":
        return land
    return parent_of(code.key[:5] if _is_group(code) else code.key)


def _is_group(code: GeoCode) -> bool:
    return code.system == "MZ" and len(code.key) == 8 and code.key[2] == code.key[5]
