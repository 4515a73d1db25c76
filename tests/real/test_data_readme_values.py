"""The published values that were recomputed by hand come out of the indicators, to the last digit."""

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.catalogue import Binding, Derivation, GroupBinding, IndicatorKind, Term
from mehrklang.cubes import CellKey, ProtectedCube
from mehrklang.indicators import Series, compute, derive
from mehrklang.indicators.count import count
from mehrklang.indicators.gap import gap
from mehrklang.indicators.part import Part
from mehrklang.indicators.share import share
from mehrklang.sources import read
from mehrklang.vocabulary import EVERYTHING, Breakdown, Figure, Material, Observation, Period, SourceCell, Unit
from tests.factories.cubes import binding, cube, definition

DATA = Path(__file__).parents[3] / "shared" / "data"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the published data are not beside the checkout (../shared/data)"),
]


def _cube(observations: Iterable[Observation]) -> ProtectedCube:
    """Published observations as the guard lets them pass."""
    figures = {
        CellKey(each.measure, each.unit, each.area, each.period, each.breakdown): each.figure for each in observations
    }
    return cube(figures, material=Material.PUBLISHED)


def _lower_saxony(*tables: str) -> ProtectedCube:
    folder = DATA / "niedersachsen" / "csv"
    return _cube(each for table in tables for each in read(folder / f"indicator_{table}.csv").observations)


def _number(series: Iterable[Series], year: int) -> Decimal:
    (one,) = series
    (number,) = [value.figure.number for value in one.values if value.period.year == year]
    assert number is not None
    return number


@pytest.mark.parametrize(
    ("area", "numerator", "denominator", "value"),
    [
        ("03153", 14020, 136292, 10.286737299327914),
        ("03459", 33445, 358080, 9.340091599642538),
        ("03", 841165, 7993608, 10.522970353312296),
    ],
)
def test_share_of_foreign_nationals_2019(area: str, numerator: int, denominator: int, value: float) -> None:
    (series,) = compute(definition(), binding("1-2-1", "1-1-1"), {"amt": _lower_saxony("1-2-1", "1-1-1")}, area=area)
    (found,) = [each for each in series.values if each.period.key == "2019"]
    assert (found.numerator, found.denominator) == (Figure.of(numerator), Figure.of(denominator))
    assert float(found.figure.number or 0) == value


def test_naturalisations_per_100_foreign_nationals_goslar_2024() -> None:
    rate = definition(IndicatorKind.RATE)
    cubes = {"amt": _lower_saxony("2-3-1", "1-2-1")}
    found = _number(compute(rate, binding("2-3-1", "1-2-1"), cubes, area="03153"), 2024)
    assert found == pytest.approx(Decimal("3.86850601702377"), abs=Decimal("1e-14"))


def test_all_published_naturalisation_rates_are_reproduced() -> None:
    cubes = {"amt": _lower_saxony("2-3-1", "1-2-1", "2-3-3")}
    published = {(key.area, key.period): key for key in cubes["amt"] if key.measure == "2-3-3"}
    rate = definition(IndicatorKind.RATE)
    computed = {
        (series.area, value.period): value.figure.number
        for area in {area for area, _ in published}
        for series in compute(rate, binding("2-3-1", "1-2-1"), cubes, area=area)
        for value in series.values
    }
    equal = [
        abs((computed[place] or 0) - (cubes["amt"].cell(key).figure.number or 0)) < Decimal("1e-12")
        for place, key in published.items()
    ]
    assert (len(equal), sum(equal)) == (1040, 1040)


def test_arrivals_minus_departures_is_the_balance_and_germans_plus_foreigners_the_total() -> None:
    moves = _lower_saxony("1-4-5")
    features = ("Nationalität / Geschlecht", "Wanderung")

    def part(area: str, period: Period, *labels: str) -> Part:
        where = Breakdown.of(zip(features, labels, strict=True))
        return Part(moves.cell(CellKey("1-4-5", Unit.COUNT, area, period, where)).figure)

    places = {(key.area, key.period) for key in moves}
    groups = {key.breakdown.get(features[0]) or "" for key in moves}
    balances = [
        gap(part(*place, group, "Zuzüge"), part(*place, group, "Fortzüge")).figure
        == part(*place, group, "Saldo der Zu- und Fortzüge").figure
        for place in places
        for group in groups
    ]
    totals = [
        count([part(*place, "Deutsche", way), part(*place, "Ausländerinnen und Ausländer", way)]).figure
        == part(*place, "Insgesamt", way).figure
        for place in places
        for way in ("Zuzüge", "Fortzüge", "Saldo der Zu- und Fortzüge")
    ]
    assert len(totals) == 2340
    assert all(totals)
    assert all(balances)


@pytest.mark.parametrize(("year", "value"), [(2012, "34.452279"), (2005, "30.630993")])
def test_share_with_migration_background_cologne(year: int, value: str) -> None:
    city = _cube(read(DATA / "koeln" / "bevoelkerung.csv").observations)
    found = _number(compute(definition(), binding("030-10", "005"), {"amt": city}, area="05315000"), year)
    assert round(found, 6) == Decimal(value)


def _berlin(name: str, column: str) -> Iterator[Observation]:
    """One column of a register file of Berlin; its line ends are CR, and one file has lost leading zeros."""
    text = (DATA / "berlin" / name).read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    for line, row in enumerate(csv.DictReader(text.splitlines(), delimiter=";"), start=2):
        yield Observation(
            measure=column,
            area=row["RAUMID"].zfill(8),
            period=Period.parse(f"{row['ZEIT'][:4]}-12-31"),
            breakdown=EVERYTHING,
            unit=Unit.COUNT,
            figure=Figure.of(Decimal(row[column])),
            material=Material.ADDITIVE,
            cell=SourceCell(name, line, column, row[column]),
        )


def test_share_with_migration_background_berlin_2017() -> None:
    with_background = {each.area: each for each in _berlin("EWRMIGRA201712H_Matrix.csv", "MH_E")}
    residents = {each.area: each for each in _berlin("EWR201712E_Matrix.csv", "E_E")}
    joined = with_background.keys() & residents.keys()
    parts = [count([Part(side[area].figure) for area in sorted(joined)]) for side in (with_background, residents)]
    assert len(joined) == 447
    assert [part.figure.number for part in parts] == [1207052, 3711930]
    assert round(share(*parts).figure.number or Decimal(0), 6) == Decimal("32.518178")


def _unemployment_rates(area: str) -> Iterator[Observation]:
    """The rates over the whole civil labour force in table 13211-02-05-4: of everybody and of foreign nationals."""
    name = "13211-02-05-4_2025.csv"
    lines = (DATA / "regionalstatistik" / name).read_text(encoding="latin-1").splitlines()
    heads = list(zip(*(line.split(";") for line in lines[6:8]), strict=True))
    (number, cells) = next((at, line.split(";")) for at, line in enumerate(lines) if line.startswith(f"2025;{area};"))
    for group in ("", "ausländisch"):
        column = heads.index(("Arbeitslosenquote bez. auf alle zivile Erwerbsp.", group))
        yield Observation(
            measure="13211",
            area=area,
            period=Period.year_of(2025),
            breakdown=Breakdown.of({"Gruppe": group}),
            unit=Unit.PERCENT,
            figure=Figure.of(Decimal(cells[column].replace(",", "."))),
            material=Material.PUBLISHED,
            cell=SourceCell(name, number + 1, str(column), cells[column]),
        )


def test_gap_of_the_unemployment_rates_germany_2025() -> None:
    groups = tuple(
        GroupBinding(group or "insgesamt", group, (Term("13211", Unit.PERCENT, Breakdown.of({"Gruppe": group})),))
        for group in ("ausländisch", "")
    )
    rates = compute(
        definition(IndicatorKind.PUBLISHED),
        Binding("amt", groups),
        {"amt": _cube(_unemployment_rates("DG"))},
        area="DG",
    )
    unit, derivation = Unit.PERCENTAGE_POINTS, Derivation("anteil", "ausländisch", "insgesamt")
    (found,) = derive(definition(IndicatorKind.GAP, unit, derivation=derivation), rates)
    assert found.values[0].figure == Figure.of(Decimal("8.5"))
    assert found.values[0].formula == "14,8 − 6,3"


@pytest.mark.parametrize(("year", "value"), [(2018, 137014), (2020, 134688), (2021, 134050)])
def test_population_of_goslar(year: int, value: int) -> None:
    counted = definition(IndicatorKind.COUNT, Unit.COUNT)
    assert _number(compute(counted, binding("1-1-1"), {"amt": _lower_saxony("1-1-1")}, area="03153"), year) == value
