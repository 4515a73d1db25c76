"""The Gemeindeverzeichnis as a workbook."""

from datetime import date

from mehrklang.vocabulary import AreaLevel, Breakdown
from tests.factories.deliveries import municipalities

from .conftest import Deliver

ROWS: tuple[list[object], ...] = (
    ["10", "", "03", "", "", "", "", "Niedersachsen"],
    ["20", "", "03", "1", "", "", "", "Statistische Region Braunschweig"],
    ["40", "44", "03", "1", "51", "", "", "Gifhorn"],
    ["50", "50", "03", "1", "51", "0009", "", "Gifhorn, Stadt"],
    ["60", "63", "03", "1", "51", "0009", "009", "Gifhorn, Stadt", 104.9, 43000, 21000, 22000],
    ["50", "54", "03", "1", "51", "5401", "", "Boldecker Land"],
    ["60", "64", "03", "1", "51", "5401", "002", "Barwedel", 14.2, 1000, 500, 500],
    ["10", "", "08", "", "", "", "", "Baden-Württemberg"],
    ["20", "", "08", "1", "", "", "", "Stuttgart"],
    ["30", "", "08", "1", "1", "", "", "Region Stuttgart"],
)


def test_keys_are_put_together_from_their_parts(deliver: Deliver) -> None:
    """AGS without, ARS with the association; only associations of several Gemeinden are areas."""
    reading = deliver(municipalities(*ROWS), name="gv.xlsx")
    areas = {area.key: area for area in reading.areas}
    assert areas["03151002"].regional_key == "031515401002"
    assert (areas["03151002"].level, areas["03151002"].parent) == (AreaLevel.MUNICIPALITY, "03151")
    assert (areas["031515401"].level, areas["031515401"].parent) == (AreaLevel.ASSOCIATION, "03151")
    assert "031510009" not in areas
    assert (areas["03151"].parent, areas["031"].parent, areas["03"].parent) == ("031", "03", "00")
    assert (areas["region:0811"].level, areas["region:0811"].parent) == (AreaLevel.REGION, "081")


def test_population_is_of_its_own_day(deliver: Deliver) -> None:
    """Not of the Gebietsstand; told."""
    reading = deliver(municipalities(*ROWS), name="gv.xlsx")
    assert reading.notes.territory == date(2024, 6, 30)
    assert {one.period.key for one in reading.observations} == {"2022-12-31"}
    counts = {(one.area, one.breakdown.label): one.figure.number for one in reading.observations}
    assert counts["03151009", "Insgesamt"] == 43000
    assert counts["03151009", "weiblich"] == 22000
    assert reading.observations[1].breakdown == Breakdown.of({"Geschlecht": "männlich"})
    assert [issue.code for issue in reading.issues] == ["L-SCHLUESSEL-03"]


def test_faults_are_told_together(deliver: Deliver) -> None:
    """A part of a key without its zero, a key twice with two names."""
    wrong: tuple[list[object], ...] = (
        ["40", "44", "03", "1", "1", "", "", "Braunschweig"],
        ["10", "", "03", "", "", "", "", "NDS"],
    )
    reading = deliver(municipalities(*ROWS, *wrong), name="gv.xlsx")
    assert {issue.code for issue in reading.issues} == {"L-SCHLUESSEL-03", "L-GEBIET-07", "L-GEBIET-10"}
