"""The open table of the Stadt Köln: 96 areas, exactly additive."""

from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.sources import Reading, read
from mehrklang.vocabulary import AreaLevel, Material

pytestmark = pytest.mark.real

CITY = "05315000"


@pytest.fixture(scope="module")
def reading(data: Path) -> Reading:
    """The whole table, given as additive."""
    return read(data / "koeln/bevoelkerung.csv", material=Material.ADDITIVE)


def test_every_row_is_read_without_an_issue(reading: Reading) -> None:
    """29,135 rows; 1 city, 9 Bezirke, 86 Stadtteile."""
    assert (reading.kind, len(reading.observations), reading.issues) == ("koeln", 29_135, ())
    levels = [area.level for area in reading.areas]
    assert (levels.count(AreaLevel.BOROUGH), levels.count(AreaLevel.QUARTER)) == (9, 86)


def test_migration_background_2012(reading: Reading) -> None:
    """359,873 of 1,044,555 (34.452279 %)."""
    city = {
        one.measure: one.figure.number for one in reading.observations if one.area == CITY and one.period.year == 2012
    }
    assert (city["030-10"], city["005"]) == (359_873, 1_044_555)


def test_boroughs_and_quarters_add_up_to_the_city(reading: Reading) -> None:
    """For every measure, year and category that all areas have."""
    parents = {area.key: area.parent for area in reading.areas}
    levels = {area.key: area.level for area in reading.areas}
    sums: dict[tuple[object, ...], Decimal] = defaultdict(Decimal)
    told: dict[tuple[object, ...], Decimal] = {}
    for one in reading.observations:
        assert one.figure.number is not None
        cell = (one.measure, one.period, one.breakdown)
        told[(one.area, *cell)] = one.figure.number
        if levels[one.area] is not AreaLevel.MUNICIPALITY:
            sums[(parents[one.area], *cell)] += one.figure.number
    assert len(sums) == 10 * 304
    assert all(told[key] == value for key, value in sums.items() if key[1] != "040")


def test_categories_exclude_each_other(reading: Reading) -> None:
    """By sex, age, kind of home and denomination the people are complete; origins are the foreign nationals."""
    totals: dict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for one in reading.observations:
        totals[one.measure, one.area, one.period.key] += one.figure.number or 0
    for (measure, area, year), total in totals.items():
        if measure in ("010", "020", "050", "060"):
            assert total == totals["005", area, year]
        if measure == "030-herkunft":
            assert total == totals["030-50", area, year]
        if measure == "030-10":
            assert total == totals["030-20", area, year] + totals["030-50", area, year]
