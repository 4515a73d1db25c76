"""Systems of coordinates: degrees as they are, metres of UTM 32 and 33 (ETRS89) turned into degrees, others refused."""

import math
import re
from enum import StrEnum

Point = tuple[float, float]


class System(StrEnum):
    """What a file's numbers mean."""

    DEGREES = "Längen- und Breitengrade (WGS84)"
    UTM32 = "ETRS89 / UTM-Zone 32"
    UTM33 = "ETRS89 / UTM-Zone 33"


_NAMES = {
    "CRS84": System.DEGREES, "4326": System.DEGREES, "4258": System.DEGREES,
    "25832": System.UTM32, "32632": System.UTM32, "4647": System.UTM32,
    "25833": System.UTM33, "32633": System.UTM33,
}  # fmt: skip
"""EPSG codes; 4647 is zone 32 with the zone before the easting."""

_MIDDLE = {System.UTM32: 9.0, System.UTM33: 15.0}
_ZONE_BEFORE = 32_000_000.0
_FALSE_EASTING = 500_000.0
_SCALE = 0.9996
_AXIS, _FLATTENING = 6_378_137.0, 1 / 298.257222101  # ellipsoid GRS80


def named_system(name: str) -> System | None:
    """The system that a file names ("urn:ogc:def:crs:EPSG::25832"); None if it is none of ours.

    >>> named_system("urn:ogc:def:crs:OGC:1.3:CRS84").name, named_system("EPSG:31467")
    ('DEGREES', None)
    """
    found = re.search(r"(CRS84|\d{4,5})$", name.strip())
    return _NAMES.get(found[1]) if found else None


def shown_system(west: float, south: float, east: float, north: float) -> System | None:
    """The system of a file that names none, where its numbers leave no doubt: degrees are small. Metres of UTM do not
    say their zone, unless it stands before the easting.

    >>> shown_system(9.4, 51.2, 10.7, 54.0).name, shown_system(545000, 5700000, 610000, 5760000)
    ('DEGREES', None)
    """
    if west >= -180 and east <= 180 and south >= -90 and north <= 90:
        return System.DEGREES
    zoned = west > _ZONE_BEFORE and east < _ZONE_BEFORE + 1_000_000
    return System.UTM32 if zoned else None


def to_degrees(point: Point, system: System) -> Point:
    """Longitude and latitude of a point.

    Transverse Mercator backwards by the series of Krüger up to the third power of n (Karney 2011, Transverse Mercator
    with an accuracy of a few nanometers, equations 11, 15 and 36): exact to far less than a metre inside a zone.

    >>> [round(each, 6) for each in to_degrees((500000.0, 5761038.212), System.UTM32)]
    [9.0, 52.0]
    """
    if system is System.DEGREES:
        return point
    east = point[0] - _ZONE_BEFORE if point[0] > _ZONE_BEFORE else point[0]
    n = _FLATTENING / (2 - _FLATTENING)
    radius = _AXIS / (1 + n) * (1 + n**2 / 4 + n**4 / 64) * _SCALE
    along, across = point[1] / radius, (east - _FALSE_EASTING) / radius
    series = (n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96, n**2 / 48 + n**3 / 15, 17 * n**3 / 480)
    xi, eta = along, across
    for times, factor in enumerate(series, start=1):
        xi -= factor * math.sin(2 * times * along) * math.cosh(2 * times * across)
        eta -= factor * math.cos(2 * times * along) * math.sinh(2 * times * across)
    longitude = _MIDDLE[system] + math.degrees(math.atan2(math.sinh(eta), math.cos(xi)))
    return longitude, math.degrees(_geodetic(math.asin(math.sin(xi) / math.cosh(eta)), n))


def _geodetic(conformal: float, n: float) -> float:
    """The geodetic latitude of a conformal one."""
    series = (2 * n - 2 * n**2 / 3 - 2 * n**3, 7 * n**2 / 3 - 8 * n**3 / 5, 56 * n**3 / 15)
    return conformal + sum(factor * math.sin(2 * at * conformal) for at, factor in enumerate(series, start=1))
