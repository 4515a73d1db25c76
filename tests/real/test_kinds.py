"""Kinds of several areas, categories and classes on real figures, and overlapping definitions that are never added."""

from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.assessment.breaks import level_shifts
from mehrklang.catalogue import IndicatorKind, load
from mehrklang.package import DataReference, Monitoring, Selection, checksum
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.pipeline.refusals import RefusalKind, refusals
from mehrklang.sources import read
from mehrklang.vocabulary import Unit
from tests.factories.cubes import definition
from tests.factories.series import series
from tests.real.conftest import DATA

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the published data are not beside the checkout (../shared/data)"),
]

COLOGNE, REPATRIATES = "05315000", "030-30"
CODES = (
    "segregation-nach-migrationshintergrund",
    "segregation-ueber-den-zufall-hinaus",
    "isolation-nach-migrationshintergrund",
    "vielfalt-der-herkunftsregionen",
    "medianalter-der-bevoelkerung",
)


def _reference(path: Path, kind: str, source: str) -> DataReference:
    return DataReference(Path(path.name), kind, source, checksum(path))


@pytest.fixture(scope="module")
def cologne(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    """The city of Köln from its open data, 86 Stadtteile."""
    path = DATA / "koeln" / "bevoelkerung.csv"
    monitoring = Monitoring(
        "T", "O", COLOGNE, "2026", path.parent,
        selection=tuple(Selection(code, "Weil.") for code in CODES),
        data=(_reference(path, "koeln", "koeln-bevoelkerung"),),
    )  # fmt: skip
    return evaluate(monitoring, store=tmp_path_factory.mktemp("store"))


def _rows(measure: str, year: str) -> dict[tuple[str, tuple[tuple[str, str], ...]], Decimal]:
    """Counts by area and breakdown, as they stand in the file."""
    return {
        (each.area, each.breakdown.pairs): each.figure.number or Decimal(0)
        for each in read(DATA / "koeln" / "bevoelkerung.csv").observations
        if (each.measure, each.period.key) == (measure, year)
    }


def _newest(evaluation: Evaluation, code: str) -> Decimal:
    result = evaluation.results[code]
    found = result.of(area=COLOGNE, group=result.group)
    assert found is not None
    number = found.values[-1].figure.number
    assert number is not None
    return number


def test_segregation_and_isolation_of_cologne_are_those_of_its_quarters(cologne: Evaluation) -> None:
    group, everybody = (
        {area: float(number) for (area, _), number in _rows(measure, "2012").items() if len(area) == 12}
        for measure in ("030-10", "005")
    )
    a, n = sum(group.values()), sum(everybody.values())
    uneven = 50 * sum(abs(group[area] / a - (everybody[area] - group[area]) / (n - a)) for area in group)
    met = 100 * sum(group[area] / a * group[area] / everybody[area] for area in group)
    assert float(_newest(cologne, "segregation-nach-migrationshintergrund")) == pytest.approx(uneven)
    assert float(_newest(cologne, "isolation-nach-migrationshintergrund")) == pytest.approx(met)
    beyond = float(_newest(cologne, "segregation-ueber-den-zufall-hinaus"))
    assert uneven - 1 < beyond < uneven


def test_the_variety_of_regions_and_the_median_age_of_cologne(cologne: Evaluation) -> None:
    regions = [float(number) for (area, _), number in _rows("030-herkunft", "2012").items() if area == COLOGNE]
    whole = sum(regions)
    alike = sum(number * (number - 1) for number in regions) / (whole * (whole - 1))
    assert float(_newest(cologne, "vielfalt-der-herkunftsregionen")) == pytest.approx(100 * (1 - alike))
    assert 35 < _newest(cologne, "medianalter-der-bevoelkerung") < 45


def test_narrow_and_wide_sense_of_the_mikrozensus_are_told_as_overlapping(tmp_path: Path) -> None:
    path = DATA / "niedersachsen" / "csv"
    codes = ("anteil-mit-migrationshintergrund", "anteil-mit-migrationshintergrund-im-engeren-sinn", "auslaenderanteil")
    tables = sorted(path.glob("indicator_1-[123]-1.csv"))
    monitoring = Monitoring(
        "T", "O", "03", "2026", path,
        selection=tuple(Selection(code, "Weil.", source="lsn-integrationsmonitoring") for code in codes),
        data=tuple(_reference(table, "opensdg", "lsn-integrationsmonitoring") for table in tables),
    )  # fmt: skip
    evaluation = evaluate(monitoring, store=tmp_path)
    assert set(evaluation.results) == set(codes)
    overlaps = [each for each in refusals(evaluation, load()) if each.kind is RefusalKind.OVERLAP]
    assert len(overlaps) == 3  # each of the three definitions lies inside or over the others
    (senses,) = [each for each in overlaps if set(each.indicators) == set(codes[:2])]
    assert "werden nie addiert" in senses.reason
    assert "2,34 Prozentpunkte" in senses.reason


def test_the_undocumented_change_of_2009_in_cologne_is_proposed() -> None:
    """The file says nothing of it: repatriates fall by 14 % in one year while everybody with a background grows."""
    counts = {
        each.period.key: each.figure
        for each in read(DATA / "koeln" / "bevoelkerung.csv").observations
        if (each.measure, each.area) == (REPATRIATES, COLOGNE) and not each.breakdown.pairs
    }
    assert counts["2008"].number == 57169
    (found,) = level_shifts(
        definition(IndicatorKind.COUNT, Unit.COUNT), [series(counts, unit=Unit.COUNT, area=COLOGNE)]
    )
    assert (found.first_year, found.areas) == (2009, (COLOGNE,))
