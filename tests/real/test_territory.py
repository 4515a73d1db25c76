"""The published Gemeindeverzeichnis as register, and published counts on today's territory."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.cli.main import main
from mehrklang.sources import read
from mehrklang.territory import ASSOCIATIONS, Apportionment, Crosswalk, rebase, rebase_series, register, with_history
from mehrklang.territory.coordinates import System
from mehrklang.territory.outlines import read_outlines
from mehrklang.vocabulary import AreaLevel, Figure, Observation, Unit

AFTERWARDS = {"16056"}
"""Dissolved after the Umsteigeschlüssel ends, so that neither it nor today's Verzeichnis says so."""

REUSED = {"15001", "15002", "15003"}
"""Keys of other Kreise until 1993."""

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def key(data: Path) -> tuple[Apportionment, ...]:
    """The Umsteigeschlüssel."""
    return read(data / "bbsr/ref-kreise-umrech-2020-1990-2019.xlsx").apportionments


@pytest.fixture(scope="module")
def unemployed(data: Path) -> tuple[Observation, ...]:
    """The unemployed of all Kreise, 2015 to 2020."""
    observations = read(data / "regionalstatistik/13211-02-05-4_multi.csv").observations
    return tuple(
        one for one in observations
        if one.measure == "13211-02-05-4 Arbeitslose" and not one.breakdown.pairs and len(one.area) == 5
    )  # fmt: skip


def test_the_register_of_germany(data: Path) -> None:
    """Without a fault; a Gemeinde in its Kreis and in its association."""
    result = register(read(data / "gv/AuszugGV2QAktuell.xlsx").areas)
    assert result.issues == ()
    assert result.areas is not None
    areas = result.areas
    assert [area.key for area in areas.above("03153017")] == ["03153", "031", "03", "00"]
    assert len(areas.children("03153")) == 8
    assert len(areas.at(AreaLevel.MUNICIPALITY)) == 10_959
    member = areas.children("031515401", ASSOCIATIONS)
    assert [area.parent for area in member] == ["03151"] * len(member)
    assert len(member) > 1


def test_the_register_knows_the_kreise_of_the_past(data: Path, key: tuple[Apportionment, ...]) -> None:
    """As many at the end of each year as the Umsteigeschlüssel lists; 401 in 2019, 400 today."""
    today = read(data / "gv/AuszugGV2QAktuell.xlsx").areas
    result = register(with_history(today, key))
    assert result.areas is not None
    for year in range(1990, 2020):
        listed = {row.source for row in key if row.source_day.year == year}
        known = {area.key for area in result.areas.at(AreaLevel.DISTRICT, date(year, 12, 31))}
        assert known == {area for area in listed if area not in AFTERWARDS and (year > 2006 or area not in REUSED)}
    assert len({row.source for row in key if row.source_day.year == 2019}) == 401
    assert len(result.areas.at(AreaLevel.DISTRICT)) == 400


def test_goettingen_since_2015_on_the_territory_of_2020(
    key: tuple[Apportionment, ...], unemployed: tuple[Observation, ...]
) -> None:
    """2015 is the sum of 03152 and 03156, exact; later years are the published ones."""
    published = {(one.area, one.period.year): one.figure.number for one in unemployed if one.figure.known}
    result = rebase_series([one for one in unemployed if one.area in ("03152", "03156", "03159")], key)
    series = {count.period.year: count for count in result.counts if count.area == "03159"}
    assert sorted(series) == list(range(2015, 2021))
    assert series[2015].figure.number == published["03152", 2015] + published["03156", 2015]
    assert all(series[year].figure.number == published["03159", year] for year in range(2016, 2021))
    assert all((count.apportioned, count.error) == (False, 0) for count in series.values())


def test_nobody_is_lost_between_two_territories(
    key: tuple[Apportionment, ...], unemployed: tuple[Observation, ...]
) -> None:
    """The Kreise of 2015 on the territory of 2020: the sum stays, divided areas say so and by how much."""
    of_2015 = [one for one in unemployed if one.period.year == 2015 and one.figure.known]
    result = rebase_series(of_2015, key)
    known = [count for count in result.counts if count.figure.known]
    sources = {row.source for row in key if row.source_day.year == 2015}
    before = sum(one.figure.number for one in of_2015 if one.area in sources)
    assert abs(sum(count.figure.number for count in known) - before) < Decimal("0.001")
    divided = [count for count in known if count.apportioned]
    assert 0 < len(divided) < 20
    assert all(count.error < count.figure.number for count in divided)


def test_demmin_by_population(key: tuple[Apportionment, ...], unemployed: tuple[Observation, ...]) -> None:
    """A thousand persons of 2010: 824.453 to the Seenplatte, give or take what the other weightings say."""
    thousand = replace(unemployed[0], area="13052", unit=Unit.COUNT, figure=Figure.of(1000))
    rows = [row for row in key if row.source_day.year == 2010 and row.source == "13052"]
    counts = {count.area: count for count in rebase([thousand], Crosswalk(tuple(rows))).counts}
    assert round(counts["13071"].figure.number, 3) == Decimal("824.453")
    assert round(counts["13075"].figure.number, 3) == Decimal("175.547")
    assert round(counts["13071"].error, 1) == Decimal("54.5")


def test_the_boundaries_of_niedersachsen_are_matched_to_the_register(data: Path) -> None:
    """What is left over on both sides is told: the file divides the Region Hannover and has two cities of Bremen."""
    areas = read(data / "gv/AuszugGV2QAktuell.xlsx").areas
    known = {area.key for area in areas if area.level is AreaLevel.DISTRICT and area.key.startswith("03")}
    found = read_outlines((data / "niedersachsen/geo/NI_Kurz_diss.geojson").read_bytes(), known)
    assert (found.issues, found.field, found.system) == ((), "AGS", System.DEGREES)
    assert found.unknown == ("K03241001", "K03241999", "K04011", "K04012")
    assert (len(found.boundaries), found.missing) == (44, ("03241",))


def test_the_command_rebases_a_delivery_and_refuses_its_rates(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Göttingen 2015 is the sum of its two predecessors; the rates of the same table are refused with a reason."""
    key, delivery = (
        data / "bbsr/ref-kreise-umrech-2020-1990-2019.xlsx",
        data / "regionalstatistik/13211-02-05-4_multi.csv",
    )
    assert main(["territory", "rebase", str(delivery), "--crosswalk", str(key), "--area", "03159"]) == 1
    told = capsys.readouterr()
    assert "13211-02-05-4 Arbeitslose; 03159; 2015; 10.238; umgerechnet, genau" in told.out
    assert "G-EINHEIT-01" in told.err
    assert "42 Anzahlen auf dem Gebietsstand 31.12.2020, davon 0 geschätzt" in told.err


def test_the_command_knows_the_kreise_of_the_past(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Osterode until 2015."""
    key, areas = data / "bbsr/ref-kreise-umrech-2020-1990-2019.xlsx", data / "gv/AuszugGV2QAktuell.xlsx"
    words = ["territory", "show", str(areas), "03156", "--crosswalk", str(key)]
    assert main([*words, "--day", "2015-12-31"]) == 0
    assert "bis 31.12.2015" in capsys.readouterr().out
    assert main(words) == 1
