"""The town of Reiherfurt an der Silbe: its areas with their validity, and how they grow or shrink.

Town, Land, river and all quarters are invented; the keys begin with 99, which no real Land has.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from mehrklang.demo.chance import stream
from mehrklang.demo.mesh import Cell
from mehrklang.demo.plan import MOST_DISTRICTS, Place, Shape, plan, touching
from mehrklang.vocabulary import Area, AreaLevel

FIRST_YEAR = 2010
LAST_YEAR = 2024
YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
REFORM_YEAR = 2019
"""The first year in which the merged and the divided quarters count."""

STATE = Area("99", "Beispielland", AreaLevel.STATE)
CITY = Area("99101000", "Reiherfurt", AreaLevel.MUNICIPALITY, parent=STATE.key)

_DISTRICTS = (
    "Mitte", "Süd", "Nord", "Südwest", "Ost", "Nordwest", "Südost", "Silbeaue", "Alter Hafen", "Nordost", "Neustadt",
    "Vorstadt",
)  # fmt: skip
_BEGINNINGS = ("Erlen", "Linden", "Weiden", "Birken", "Eichen", "Ulmen", "Kirsch", "Hasel", "Wiesen", "Reiher")
_ENDINGS = ("hof", "grund", "berg", "feld", "winkel", "au", "kamp")


@dataclass(frozen=True, slots=True)
class SmallArea:
    """One statistical area: its quarter before and since the reform, and what the simulation needs to know of it.

    `weight`: share of the first inhabitants (any unit); `growth`: yearly change of its pull on newcomers;
    `diversity`: factor on the odds that somebody there has come from abroad.
    """

    area: Area
    quarter_before: str
    quarter_since: str
    weight: float
    growth: float
    diversity: float
    cells: tuple[Cell, ...]

    def quarter_on(self, year: int) -> str:
        """The key of its quarter on 31.12. of a year."""
        return self.quarter_before if year < REFORM_YEAR else self.quarter_since


@dataclass(frozen=True, slots=True)
class Town:
    """All areas of the town.

    Promise: `districts` and `quarters` (of both vintages, with their validity) and `small` are in the order of their
    keys; the quarters of one day tile the town.
    """

    seed: int
    districts: tuple[Area, ...]
    quarters: tuple[Area, ...]
    small: tuple[SmallArea, ...]

    @property
    def areas(self) -> tuple[Area, ...]:
        """Land, city, districts and quarters: all that deliveries name."""
        return (STATE, CITY, *self.districts, *self.quarters)

    def quarters_on(self, year: int) -> tuple[Area, ...]:
        """The quarters that exist on 31.12. of a year."""
        return tuple(quarter for quarter in self.quarters if quarter.existed_on(date(year, 12, 31)))


def build_town(*, inhabitants: int, seed: int) -> Town:
    """The town for a number of inhabitants: from 3 districts with 9 quarters up to 12 with 60."""
    layout = plan(shape_for(inhabitants), seed)
    districts = tuple(_district(number) for number in sorted({place[0] for place in layout}))
    before = {(district, quarter): _quarter(district, quarter) for district, quarter, _ in layout}
    since = _reformed(before, layout)
    quarters = {area.key: area for area in (*before.values(), *since.values())}
    renewed = {key for place, area in since.items() for key in [before[place[:2]].key] if area.key != key}
    closed = [_until_reform(area) if area.key in renewed else area for area in quarters.values()]
    small = _small_areas(layout, {place: before[place[:2]].key for place in layout}, since, seed)
    return Town(seed, districts, tuple(sorted(closed, key=lambda area: area.key)), tuple(small))


def shape_for(inhabitants: int) -> Shape:
    """About 4,000 inhabitants in a quarter and 1,000 in a statistical area, within the limits of a readable town.

    >>> shape_for(60_000), shape_for(300_000)
    (Shape(districts=5, quarters=15, parts=4), Shape(districts=12, quarters=60, parts=5))
    """
    quarters = max(9, min(60, round(inhabitants / 4000)))
    districts = max(3, min(MOST_DISTRICTS, round(inhabitants / 12_000)))
    return Shape(districts, quarters, max(3, round(inhabitants / 1000 / quarters)))


def district_of(key: str) -> str:
    """The key of the district that a quarter or a statistical area lies in.

    >>> district_of("reiherfurt:0391")
    'reiherfurt:03'
    """
    return key[: len("reiherfurt:00")]


def _district(number: int) -> Area:
    return Area(f"reiherfurt:{number + 1:02d}", _DISTRICTS[number], AreaLevel.BOROUGH, parent=CITY.key)


def _quarter(district: int, quarter: int) -> Area:
    number = 5 * district + quarter
    name = "Altstadt" if number == 0 else _BEGINNINGS[number % 10] + _ENDINGS[(number + number // 10) % 7]
    return Area(_quarter_key(district, quarter), name, AreaLevel.QUARTER, parent=_district(district).key)


def _quarter_key(district: int, quarter: int) -> str:
    return f"{_district(district).key}{quarter + 1:02d}"


def _reformed(before: Mapping[tuple[int, int], Area], layout: Mapping[Place, tuple[Cell, ...]]) -> dict[Place, Area]:
    """The quarter of each statistical area since the reform: two of the second district are merged, one of the third
    is divided, the others stay.
    """
    since = {place: before[place[:2]] for place in layout}
    merged = (1, 0), (1, _neighbour(layout, 1))
    union = _new(1, 90, " und ".join(before[quarter].name for quarter in merged))
    western = sorted((place for place in layout if place[:2] == (2, 0)), key=lambda place: layout[place])
    name = before[2, 0].name
    for place in since:
        if place[:2] in merged:
            since[place] = union
    for position, place in enumerate(western):
        west = 2 * position < len(western)
        since[place] = _new(2, 90, f"{name}-West") if west else _new(2, 91, f"{name}-Ost")
    return since


def _neighbour(layout: Mapping[Place, tuple[Cell, ...]], district: int) -> int:
    """The first quarter that touches quarter 0 of a district."""
    cells: dict[int, list[Cell]] = {}
    for place, part in layout.items():
        if place[0] == district:
            cells.setdefault(place[1], []).extend(part)
    return next(quarter for quarter in sorted(cells) if quarter and touching(cells[0], cells[quarter]))


def _new(district: int, number: int, name: str) -> Area:
    start = date(REFORM_YEAR, 1, 1)
    parent = _district(district).key
    return Area(_quarter_key(district, number), name, AreaLevel.QUARTER, parent=parent, valid_from=start)


def _until_reform(area: Area) -> Area:
    end = date(REFORM_YEAR - 1, 12, 31)
    return Area(area.key, area.name, area.level, parent=area.parent, valid_until=end)


def _small_areas(
    layout: Mapping[Place, tuple[Cell, ...]], before: Mapping[Place, str], since: Mapping[Place, Area], seed: int
) -> Iterator[SmallArea]:
    random = stream("Gebiete", seed)
    characters = {quarter: _character(random, quarter) for quarter in dict.fromkeys(place[:2] for place in layout)}
    for place, cells in layout.items():
        quarter = since[place].key
        area = Area(
            f"{before[place]}{place[2] + 1:02d}",
            f"Statistischer Bezirk {before[place][11:]}{place[2] + 1:02d}",
            AreaLevel.STATISTICAL_AREA,
            parent=quarter,
        )
        size, growth, diversity = characters[place[:2]]
        weight = size * random.lognormvariate(0, 0.35)
        yield SmallArea(area, before[place], quarter, weight, growth, diversity, cells)


def _character(random: Random, quarter: tuple[int, int]) -> tuple[float, float, float]:
    """Size, growth and diversity of a quarter. The third quarters of two districts are hamlets with a few
    dozen inhabitants.
    """
    size, growth, diversity = random.lognormvariate(0, 0.5), random.gauss(0, 0.025), random.lognormvariate(0, 0.55)
    return (size * 0.03, growth, 0.4 * diversity) if quarter in _HAMLETS else (size, growth, diversity)


_HAMLETS = ((0, 2), (2, 2))
