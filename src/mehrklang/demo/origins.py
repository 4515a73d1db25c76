"""Countries of origin and how many came from each, as weights.

The countries are real, the weights are invented: they only imitate the course that many German towns know (labour
migration from the EU after 2011, flight in 2015/16, flight from Ukraine in 2022).
"""

from bisect import bisect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

EU = "EU-Staaten"
NON_EU_EUROPE = "Übriges Europa einschließlich Türkei"
MIDDLE_EAST = "Naher und Mittlerer Osten"
ELSEWHERE = "Übrige Welt"
UNKNOWN = "nicht bestimmbar"

REGIONS = (EU, NON_EU_EUROPE, MIDDLE_EAST, ELSEWHERE, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Origin:
    """One country: weight in the stock of 2010 and weights of arrivals from four years on (see `FLOW_YEARS`)."""

    country: str
    region: str
    language: str
    stock: float
    flow: tuple[float, float, float, float, float]
    refuge: bool = False


FLOW_YEARS = (2011, 2015, 2017, 2022, 2024)
"""The first year of each column of `Origin.flow`."""

ORIGINS = (
    Origin("Türkei", NON_EU_EUROPE, "Türkisch", 24, (4, 2, 5, 3, 5)),
    Origin("Polen", EU, "Polnisch", 10, (16, 9, 10, 5, 6)),
    Origin("Rumänien", EU, "Rumänisch", 4, (17, 11, 17, 8, 10)),
    Origin("Bulgarien", EU, "Bulgarisch", 2, (9, 6, 8, 4, 5)),
    Origin("Italien", EU, "Italienisch", 11, (6, 3, 5, 2, 3)),
    Origin("Griechenland", EU, "Griechisch", 6, (6, 2, 3, 1, 2)),
    Origin("Kroatien", EU, "Kroatisch", 6, (5, 4, 7, 2, 2)),
    Origin("Kosovo", NON_EU_EUROPE, "Albanisch", 6, (6, 3, 5, 2, 3)),
    Origin("Russische Föderation", NON_EU_EUROPE, "Russisch", 5, (4, 2, 3, 2, 3)),
    Origin("Ukraine", NON_EU_EUROPE, "Ukrainisch", 2, (1, 1, 2, 46, 26), refuge=True),
    Origin("Syrien", MIDDLE_EAST, "Arabisch", 1, (4, 31, 12, 9, 11), refuge=True),
    Origin("Irak", MIDDLE_EAST, "Arabisch", 3, (3, 9, 5, 3, 3), refuge=True),
    Origin("Afghanistan", MIDDLE_EAST, "Dari", 2, (4, 11, 5, 6, 8), refuge=True),
    Origin("Eritrea", ELSEWHERE, "Tigrinya", 0.5, (1, 3, 3, 1, 1), refuge=True),
    Origin("Vietnam", ELSEWHERE, "Vietnamesisch", 3, (2, 1, 2, 1, 2)),
    Origin("Indien", ELSEWHERE, "Englisch", 1, (3, 1, 4, 3, 6)),
    Origin("Brasilien", ELSEWHERE, "Portugiesisch", 1, (1, 0.5, 1, 0.5, 1)),
    Origin("Vereinigte Staaten", ELSEWHERE, "Englisch", 1.5, (2, 0.5, 2, 1, 1)),
)

RESETTLERS = (
    Origin("Kasachstan", NON_EU_EUROPE, "Russisch", 5, (1, 1, 1, 1, 1)),
    Origin("Russische Föderation", NON_EU_EUROPE, "Russisch", 4, (1, 1, 1, 1, 1)),
    Origin("Polen", EU, "Polnisch", 3, (1, 1, 1, 1, 1)),
    Origin("Rumänien", EU, "Rumänisch", 2, (1, 1, 1, 1, 1)),
)

_BY_COUNTRY = {origin.country: origin for origin in (*RESETTLERS, *ORIGINS)}


def origin_of(country: str) -> Origin:
    """The entry of a country; KeyError for Germany and for countries that nobody in the demonstration comes from."""
    return _BY_COUNTRY[country]


def region_of(country: str) -> str:
    """The region of a country of origin; of "" that it is unknown.

    >>> region_of("Syrien"), region_of("")
    ('Naher und Mittlerer Osten', 'nicht bestimmbar')
    """
    return _BY_COUNTRY[country].region if country else UNKNOWN


def wheel(weighted: tuple[tuple[Origin, float], ...]) -> Callable[[float], Origin]:
    """A function from a number in [0, 1) to an origin, as often as its weight says."""
    bounds = list(accumulate(weight for _, weight in weighted))
    return lambda share: weighted[min(bisect(bounds, share * bounds[-1]), len(weighted) - 1)][0]


@cache
def stock(origins: tuple[Origin, ...] = ORIGINS) -> Callable[[float], Origin]:
    """Draws from those who live in the town at the beginning."""
    return wheel(tuple((origin, origin.stock) for origin in origins))


@cache
def flow(year: int) -> Callable[[float], Origin]:
    """Draws from those who arrive in a year."""
    column = bisect(FLOW_YEARS, year) - 1
    return wheel(tuple((origin, origin.flow[column]) for origin in ORIGINS))
