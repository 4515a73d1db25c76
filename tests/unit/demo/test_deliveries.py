"""Deliveries hold what real ones hold, and the program's own reader understands every one of them."""

from collections import Counter, defaultdict
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.demo.counts import Counts
from mehrklang.demo.delivery import Delivery, Row, cell, write_delivery
from mehrklang.demo.law_deliveries import round_to_5
from mehrklang.demo.own_deliveries import WRONG_YEAR
from mehrklang.demo.town import CITY, LAST_YEAR, REFORM_YEAR, YEARS, Town
from mehrklang.package import Monitoring
from mehrklang.sources import read
from mehrklang.vocabulary import AreaLevel, Breakdown, Figure, Material, Period, Sign, Unit

FIRST, SECOND = "einwohner_2010-2016.csv", "einwohner_2017-2024.csv"


def _rows(delivered: dict[str, Delivery], name: str) -> tuple[Row, ...]:
    return delivered[name].rows


def _number(row: Row) -> Decimal:
    assert row.figure.number is not None
    return row.figure.number


def test_the_quarters_add_up_to_the_town(delivered: dict[str, Delivery], counts: Counts) -> None:
    """Before protection: year by year exactly all inhabitants, in additive rows without totals."""
    sums: Counter[int] = Counter()
    for row in (*_rows(delivered, FIRST), *_rows(delivered, SECOND)):
        assert row.area.level is AreaLevel.QUARTER
        assert len(row.categories.pairs) == 3
        sums[int(row.period)] += int(_number(row))
    for year in YEARS:
        assert sums[year] == sum(n for key, n in counts.inhabitants.items() if key[0] == year)


def test_no_cell_stands_twice(delivered: dict[str, Delivery]) -> None:
    """In no file, and not across the files of one source that the monitoring refers to."""
    cells: dict[str, Counter[object]] = defaultdict(Counter)
    for each in delivered.values():
        if not each.replaced and not each.early:
            cells[each.source].update(
                (row.measure, row.area, row.period, row.unit, row.categories) for row in each.rows
            )
    assert {source: number for source, found in cells.items() if (number := max(found.values())) > 1} == {}


def test_no_number_is_negative_and_no_share_beyond_100(delivered: dict[str, Delivery]) -> None:
    for each in delivered.values():
        for row in each.rows:
            if row.figure.number is not None:
                assert row.figure.number >= 0
                assert row.unit is not Unit.PERCENT or row.figure.number <= 100


def test_small_areas_have_counts_of_one_and_two(delivered: dict[str, Delivery]) -> None:
    numbers = Counter(_number(row) for row in _rows(delivered, SECOND))
    assert min(numbers[Decimal(1)], numbers[Decimal(2)]) > 50


def test_the_territorial_change_shows(delivered: dict[str, Delivery], town: Town) -> None:
    """Each year names the quarters of its own day and no others."""
    named = defaultdict(set)
    for row in (*_rows(delivered, FIRST), *_rows(delivered, SECOND)):
        named[int(row.period)].add(row.area.key)
    assert named == {year: {quarter.key for quarter in town.quarters_on(year)} for year in YEARS}
    assert named[REFORM_YEAR] != named[REFORM_YEAR - 1]


def test_the_corrected_delivery_differs_in_one_year_only(delivered: dict[str, Delivery]) -> None:
    """The first version had counted second homes too."""
    wrong = delivered["einwohner_2017-2024_erste-fassung.csv"]
    assert wrong.replaced
    pairs = list(zip(wrong.rows, _rows(delivered, SECOND), strict=True))
    assert {one.period for one, other in pairs if one != other} == {str(WRONG_YEAR)}
    assert all(_number(one) >= _number(other) for one, other in pairs)


def test_the_register_of_foreigners_is_rounded_and_does_not_add_up(delivered: dict[str, Delivery]) -> None:
    rows = [row for row in _rows(delivered, "auslaenderzentralregister.csv") if row.area is CITY]
    assert all(_number(row) % 5 == 0 for row in rows)
    totals = {row.period: _number(row) for row in rows if not row.categories.pairs}
    parts: Counter[str] = Counter()
    for row in rows:
        if row.categories.pairs:
            parts[row.period] += int(_number(row))
    assert [year for year in totals if totals[year] != parts[year]]


@pytest.mark.parametrize("number", range(40))
def test_rounding_is_to_the_nearest_five(number: int) -> None:
    """At most 2 off."""
    assert round_to_5(number) % 5 == 0
    assert abs(round_to_5(number) - number) <= 2


def _where(**categories: str) -> Callable[[Row], bool]:
    return lambda row: row.categories == Breakdown.of(categories)


@pytest.mark.parametrize(
    ("name", "sign", "asked"),
    [
        ("arbeitsmarkt.csv", Sign.UNKNOWN, _where(Staatsangehörigkeit="Ausländerinnen und Ausländer")),
        ("arbeitsmarkt.csv", Sign.BLOCKED, lambda row: "15 bis unter 25 Jahre" in row.categories.label),
        ("verwaltung.csv", Sign.NOTHING, lambda row: row.measure == "fuehrungskraefte-verwaltung"),
        ("verwaltung.csv", Sign.UNKNOWN, lambda row: row.period == "2024"),
        ("kinderbetreuung.csv", Sign.PENDING, lambda row: row.period == "2024"),
        ("buergerbefragung.csv", Sign.LIMITED, lambda row: "fünf Jahren" in row.categories.label),
        ("buergerbefragung.csv", Sign.UNRELIABLE, lambda row: "fünf Jahren" in row.categories.label),
    ],
)
def test_signs_of_producers(
    delivered: dict[str, Delivery], name: str, sign: Sign, asked: Callable[[Row], bool]
) -> None:
    """Each sign of DIN 55301 that a producer may write stands where it is meant to."""
    assert sign in {row.figure.sign for row in _rows(delivered, name) if asked(row)}


def test_a_year_is_missing_and_another_is_announced(delivered: dict[str, Delivery]) -> None:
    periods = {row.period for row in _rows(delivered, "kinderbetreuung.csv")}
    assert {str(year) for year in YEARS} - periods == {"2020"}
    last = [row.figure.sign for row in _rows(delivered, "kinderbetreuung.csv") if row.period == "2024"]
    assert set(last) == {Sign.PENDING}


def test_a_rate_comes_without_numerator(delivered: dict[str, Delivery]) -> None:
    """The unemployment rate is published; nobody delivers the unemployed."""
    rates = [row for row in _rows(delivered, "arbeitsmarkt.csv") if row.unit is Unit.PERCENT]
    assert {row.measure for row in rates} == {"arbeitslosenquote"}
    assert "arbeitslose" not in {row.measure for each in delivered.values() for row in each.rows}


def test_school_leavers_have_a_small_base(delivered: dict[str, Delivery]) -> None:
    totals = [
        _number(row)
        for row in _rows(delivered, "schule.csv")
        if row.measure == "schulabgaenge" and len(row.categories.pairs) == 1
    ]
    assert 0 < min(totals) < 100


def test_the_same_delivery_gives_the_same_bytes(delivered: dict[str, Delivery], tmp_path: Path) -> None:
    for each in delivered.values():
        first = write_delivery(each, tmp_path).read_bytes()
        assert write_delivery(each, tmp_path).read_bytes() == first


def test_every_delivery_is_understood(folder: Path, monitoring: Monitoring, delivered: dict[str, Delivery]) -> None:
    """Without a single issue, and every figure comes back as it was."""
    materials = {source.key: source.material for source in monitoring.own_sources}
    for reference in monitoring.data:
        reading = read(folder / reference.path, kind=reference.kind, material=materials[reference.source])
        assert reading.issues == ()
        there = {(o.measure, o.area, o.period, o.breakdown, o.unit): o.figure for o in reading.observations}
        rows = _rows(delivered, reference.path.name)
        assert len(there) == len(rows)
        for row in rows:
            period = Period.parse(row.period)
            assert there[row.measure, row.area.key, period, row.categories, row.unit].number == row.figure.number


def test_both_materials_and_a_workbook_are_delivered(monitoring: Monitoring) -> None:
    materials = {source.material for source in monitoring.own_sources}
    assert materials == {Material.ADDITIVE, Material.PUBLISHED}
    assert {reference.path.suffix for reference in monitoring.data} == {".csv", ".xlsx"}


@pytest.mark.parametrize(
    ("figure", "text"), [(Figure.of(0), "0"), (Figure.of(Decimal("1234.5")), "1234,5"), (Figure.limited(7), "(7)")]
)
def test_cells_are_written_as_offices_write_them(figure: Figure, text: str) -> None:
    assert cell(figure) == text


def test_provisional_files_tell_a_little_less_than_the_final_one(delivered: dict[str, Delivery]) -> None:
    """Each of their cells has a final value; the newest year has none yet."""
    final = {(row.measure, row.area, row.period, row.categories): row for row in _rows(delivered, "arbeitsmarkt.csv")}
    early = [row for each in delivered.values() if each.early for row in each.rows]
    assert {row.remark for row in early} == {"vorläufig"}
    for row in early:
        told = final[row.measure, row.area, row.period, row.categories]
        assert told.remark == ""
        assert row.figure.number is not None
        assert told.figure.number is not None
        assert Decimal("0.98") * told.figure.number - 1 < row.figure.number < told.figure.number
    assert {row.period for row in final.values() if row.remark} == {str(LAST_YEAR)}
