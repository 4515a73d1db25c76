"""Segregation and diversity of two real cities, from their published small areas."""

import csv
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from mehrklang.indicators.segregation import AreaCounts, settled, simpson, theil_h
from mehrklang.sources import read
from mehrklang.vocabulary import Figure
from tests.real.conftest import DATA

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the published data are not beside the checkout (../shared/data)"),
]


def _areas(group: Mapping[str, Decimal], everybody: Mapping[str, Decimal]) -> list[AreaCounts]:
    joined = sorted(group.keys() & everybody.keys())
    return [AreaCounts(area, Figure.of(group[area]), Figure.of(everybody[area])) for area in joined]


def _by_floats(areas: list[AreaCounts]) -> float:
    """D in the plainest way."""
    pairs = [(float(each.group.number or 0), float(each.everybody.number or 0)) for each in areas]
    group, whole = sum(a for a, _ in pairs), sum(n for _, n in pairs)
    return sum(abs(a / group - (n - a) / (whole - group)) for a, n in pairs) / 2


def _cologne(measure: str, year: str, *, length: int) -> dict[str, Decimal]:
    """Counts of the areas whose key has that length: 10 Bezirke, 12 Stadtteile."""
    return {
        each.area: each.figure.number or Decimal(0)
        for each in read(DATA / "koeln" / "bevoelkerung.csv").observations
        if (each.measure, each.period.key, len(each.area)) == (measure, year, length) and not each.breakdown.pairs
    }


def _berlin(name: str, column: str) -> dict[str, Decimal]:
    """One column by Planungsraum; line ends are CR, and one file has lost leading zeros."""
    text = (DATA / "berlin" / name).read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return {row["RAUMID"].zfill(8): Decimal(row[column]) for row in rows}


def test_cologne_2012_by_86_quarters() -> None:
    areas = _areas(_cologne("030-10", "2012", length=12), _cologne("005", "2012", length=12))
    found = settled(areas)
    assert (found.areas, round(float(found.share.number or 0), 6)) == (86, 0.344523)
    assert float(found.dissimilarity.number or 0) == pytest.approx(_by_floats(areas))
    assert 0.2 < float(found.dissimilarity.number or 0) < 0.25
    assert float(found.by_chance.number or 0) < 0.02


def test_fewer_larger_areas_look_less_uneven_so_area_systems_are_never_compared() -> None:
    quarters = settled(_areas(_cologne("030-10", "2012", length=12), _cologne("005", "2012", length=12)))
    boroughs = settled(_areas(_cologne("030-10", "2012", length=10), _cologne("005", "2012", length=10)))
    assert boroughs.areas == 9
    assert (boroughs.dissimilarity.number or 0) < (quarters.dissimilarity.number or 0)


def test_berlin_2017_by_planungsraum() -> None:
    areas = _areas(_berlin("EWRMIGRA201712H_Matrix.csv", "MH_E"), _berlin("EWR201712E_Matrix.csv", "E_E"))
    found = settled(areas)
    assert round(float(found.share.number or 0), 8) == 0.32518178
    assert found.areas == sum(each.counts[1] > 0 for each in areas)
    assert float(found.dissimilarity.number or 0) == pytest.approx(_by_floats(areas))
    assert (found.isolation.number or 0) > (found.share.number or 0)
    assert (found.beyond_chance.number or 0) < (found.dissimilarity.number or 0)


def test_berlin_2017_is_mixed_to_different_degrees() -> None:
    """Residents without and with a migration background, the latter by region of origin, per Planungsraum."""
    origins = ("HK_EU15", "HK_Polen", "HK_EheJug", "HK_EheSU", "HK_Turk", "HK_Arab", "HK_Sonst", "HK_NZOrd")
    name = "EWRMIGRA201712H_Matrix.csv"
    columns = [_berlin(name, column) for column in origins]
    with_background, residents = _berlin(name, "MH_E"), _berlin("EWR201712E_Matrix.csv", "E_E")
    areas = [
        [int(residents[area] - with_background[area]), *(int(column[area]) for column in columns)]
        for area in sorted(residents.keys() & with_background.keys())
        if residents[area] > 1
    ]
    mixtures = [simpson(counts) for counts in areas]
    assert 0 < min(mixtures) < Fraction(1, 5)
    assert Fraction(3, 5) < max(mixtures) < 1
    assert 0.02 < theil_h(areas) < 0.2
