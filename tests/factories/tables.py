"""Clean tables of an invented town, made from a seed: sums, shares and balances hold, series move like counts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from random import Random

from mehrklang.sources import Reading
from mehrklang.vocabulary import (
    Area,
    AreaLevel,
    Breakdown,
    Figure,
    Material,
    Observation,
    Period,
    SourceCell,
    Unit,
)

YEARS = tuple(range(2014, 2025))
QUARTERS = tuple(f"q{number:02d}" for number in range(1, 17))
BOROUGHS = {f"b{number}": QUARTERS[4 * (number - 1) : 4 * number] for number in range(1, 5)}
AREAS = (
    Area("s", "Stadt", AreaLevel.MUNICIPALITY),
    *(Area(key, f"Bezirk {key}", AreaLevel.BOROUGH, "s") for key in BOROUGHS),
    *(Area(key, f"Viertel {key}", AreaLevel.QUARTER, borough) for borough, parts in BOROUGHS.items() for key in parts),
)
ORIGINS = ("Europa", "Asien", "Afrika", "Übrige Herkunft")

Series = Mapping[tuple[str, int], int]
"""Counts by area and year."""


@dataclass(frozen=True)
class Town:
    """The readings of one town, by file."""

    readings: Mapping[str, Reading]

    def only(self, *files: str) -> tuple[Reading, ...]:
        """Some of them, in this order."""
        return tuple(self.readings[file] for file in files)

    @property
    def all(self) -> tuple[Reading, ...]:
        """All of them."""
        return tuple(self.readings.values())


@cache
def make_town(seed: int) -> Town:
    """The tables: population, foreign nationals by sex and age, their share, origins, moves, change."""
    chance = Random(seed)  # noqa: S311 — invented figures, not secrets
    population = _whole(_counts(chance, {key: chance.lognormvariate(8.2, 0.4) for key in QUARTERS}))
    men, women = (_whole(_counts(chance, _parts(chance, population, 0.07))) for _ in range(2))
    foreign = {key: men[key] + women[key] for key in men}
    young = {key: round(count * 0.2) for key, count in foreign.items()}
    old = {key: foreign[key] - young[key] for key in young}
    files = (
        _file("bevoelkerung.csv", [("Bevölkerung", Unit.COUNT, {}, population)]),
        _file(
            "auslaender.csv",
            [("Ausländer", Unit.COUNT, {"Geschlecht": label}, series)
             for label, series in (("Insgesamt", foreign), ("männlich", men), ("weiblich", women))],
        ),
        _file(
            "alter.csv",
            [("Alter", Unit.COUNT, {"Altersgruppe": "Insgesamt"}, foreign),
             ("Alter", Unit.COUNT, {"Altersgruppe": "unter 18"}, young),
             ("Alter", Unit.COUNT, {"Altersgruppe": "18 und älter"}, old)],
        ),
        _file("anteil.csv", [("Ausländeranteil", Unit.PERCENT, {}, _shares(foreign, population))]),
        _file("herkunft.csv", _origins(chance, population)),
        _file("wanderung.csv", _moves(chance, population)),
        _changes(population),
    )  # fmt: skip
    return Town({reading.observations[0].cell.file: reading for reading in files})


def _counts(chance: Random, level: Mapping[str, float]) -> Series:
    """Levels that grow by a common and an own rate, drawn like counts (normal approximation of Poisson's law)."""
    series: dict[tuple[str, int], int] = {}
    common = [chance.gauss(0.01, 0.01) for _ in YEARS]
    for key, start in level.items():
        mean = start
        for rate, year in zip(common, YEARS, strict=True):
            mean *= 1 + rate + chance.gauss(0, 0.008)
            series[key, year] = max(1, round(mean + mean**0.5 * chance.gauss(0, 1)))
    return series


def _parts(chance: Random, population: Series, share: float) -> dict[str, float]:
    return {key: population[key, YEARS[0]] * share * chance.uniform(0.6, 1.5) for key in QUARTERS}


def _whole(series: Series) -> Series:
    """With the boroughs and the town, exactly added up."""
    result = dict(series)
    for year in YEARS:
        for borough, parts in BOROUGHS.items():
            result[borough, year] = sum(series[part, year] for part in parts)
        result["s", year] = sum(series[key, year] for key in QUARTERS)
    return result


def _shares(part: Series, whole: Series) -> Mapping[tuple[str, int], Decimal]:
    return {key: round(100 * Decimal(part[key]) / whole[key], 12) for key in part}


_Column = tuple[str, Unit, Mapping[str, str], Mapping[tuple[str, int], int] | Mapping[tuple[str, int], Decimal]]


def _origins(chance: Random, population: Series) -> list[_Column]:
    counts = {label: _whole(_counts(chance, _parts(chance, population, 0.05))) for label in ORIGINS}
    total = {key: sum(series[key] for series in counts.values()) for key in population}
    return [
        ("Zugewanderte", Unit.COUNT, {}, total),
        *(("Herkunft", Unit.COUNT, {"Herkunft": label}, series) for label, series in counts.items()),
        *(("Herkunft", Unit.PERCENT, {"Herkunft": label}, _shares(series, total)) for label, series in counts.items()),
    ]


def _moves(chance: Random, population: Series) -> list[_Column]:
    arrivals = _whole(_counts(chance, _parts(chance, population, 0.1)))
    departures = _whole(_counts(chance, _parts(chance, population, 0.1)))
    balance = {key: arrivals[key] - departures[key] for key in arrivals}
    columns = (("Zuzüge", arrivals), ("Fortzüge", departures), ("Saldo", balance))
    return [("Wanderung", Unit.COUNT, {"Wanderung": label}, series) for label, series in columns]


def _changes(population: Series) -> Reading:
    """One change from the first to the last year, and one over the second half, for each area."""
    spans = ((YEARS[0], YEARS[-1]), (YEARS[5], YEARS[-1]))
    rows = [(area.key, span) for span in spans for area in AREAS]
    observations = tuple(
        Observation(
            "Entwicklung",
            area,
            Period.parse(f"{first}..{last}"),
            Breakdown(),
            Unit.PERCENT_CHANGE,
            Figure.of(round(100 * (Decimal(population[area, last]) / population[area, first] - 1), 12)),
            Material.PUBLISHED,
            SourceCell("veraenderung.csv", line, "Wert", "roh"),
        )
        for line, (area, (first, last)) in enumerate(rows, start=2)
    )
    return Reading("tidy", observations, (), AREAS)


def _file(file: str, columns: list[_Column]) -> Reading:
    rows = [
        (measure, unit, labels, area.key, year, series[area.key, year])
        for measure, unit, labels, series in columns
        for year in YEARS
        for area in AREAS
    ]
    observations = tuple(
        Observation(
            measure,
            area,
            Period.year_of(year),
            Breakdown.of(labels),
            unit,
            Figure.of(number),
            Material.PUBLISHED,
            SourceCell(file, line, "Wert", str(number)),
        )
        for line, (measure, unit, labels, area, year, number) in enumerate(rows, start=2)
    )
    return Reading("tidy", observations, (), AREAS)


def changed(reading: Reading, change: Callable[[Observation], Observation | None]) -> Reading:
    """The reading with every observation changed or (None) left out."""
    found = (change(one) for one in reading.observations)
    return replace(reading, observations=tuple(one for one in found if one is not None))


def with_number(one: Observation, number: Decimal | int) -> Observation:
    """The observation with another number."""
    return replace(one, figure=Figure.of(number), cell=replace(one.cell, raw=str(number)))


def renamed(reading: Reading, file: str) -> Reading:
    """The same content in a file of another name."""
    return changed(reading, lambda one: replace(one, cell=replace(one.cell, file=file)))


def numbers(readings: Iterable[Observation]) -> list[Decimal]:
    """The numbers of observations that all have one."""
    return [number for one in readings if (number := one.figure.number) is not None]
