"""The matrices of Berlin."""

from decimal import Decimal

import pytest

from mehrklang.sources.lor.columns import meaning_of
from mehrklang.vocabulary import AreaLevel, Breakdown
from tests.factories.layouts import LOR, LOR_ROW

from .conftest import Deliver

QUOTED = '"ZEIT";"RAUMID";"BEZ";"PGR";"BZR";"PLR";"STADTRAUM";"MH_E"\r\n'


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_line_ends_do_not_count(deliver: Deliver, end: str) -> None:
    """CR alone, LF and CRLF give the same."""
    reading = deliver((LOR + LOR_ROW).replace("\n", end))
    assert [(one.measure, one.area, one.figure.number) for one in reading.observations] == [
        ("MH_E", "11000000-01011101", 9),
        ("MH_E-herkunft", "11000000-01011101", 4),
    ]
    assert {one.period.key for one in reading.observations} == {"2012-12-31"}
    assert reading.usable


def test_quoted_heads_and_decimals(deliver: Deliver) -> None:
    """Quotes around heads and decimal zeros change nothing; the raw cell stays as it was."""
    [one] = deliver(QUOTED + '201212;"01011101";"01";"01";"11";"01";"1";3090,00\r\n').observations
    assert (one.figure.number, one.cell.raw, one.cell.column) == (Decimal("3090.00"), "3090,00", "MH_E")


def test_lost_zeros_are_restored_and_told(deliver: Deliver) -> None:
    """Only where all keys have seven or eight digits."""
    head = LOR.replace(";HK_EU27", "")
    reading = deliver(f"{head}201712;1011101;1;1;11;1;1;9\n201712;12304314;12;30;43;14;2;8\n")
    assert [one.area for one in reading.observations] == ["11000000-01011101", "11000000-12304314"]
    assert [issue.code for issue in reading.issues] == ["L-GEBIET-05"]


def test_a_row_that_a_spreadsheet_split_is_joined_again(deliver: Deliver) -> None:
    """One quoted cell per row, cut at its decimal commas."""
    mangled = (
        '"ZEIT;""RAUMID"";""BEZ"";""PGR"";""BZR"";""PLR"";""STADTRAUM"";""MH_E"";""HK_Polen""",,\r'
        '"201212;""01011101"";""01"";""01"";""11"";""01"";""1"";1439",00;81,0\r'
    )
    reading = deliver(mangled)
    assert [(one.measure, one.figure.number) for one in reading.observations] == [("MH_E", 1439), ("HK_Polen", 81)]
    assert [issue.code for issue in reading.issues] == ["L-LOR-01"]


def test_areas_lie_in_each_other(deliver: Deliver) -> None:
    """Planungsraum, Bezirksregion, Prognoseraum, Bezirk, Berlin."""
    areas = {area.key.removeprefix("11000000-"): area for area in deliver(LOR + LOR_ROW).areas}
    assert areas["01011101"].parent == "11000000-010111"
    assert areas["010111"].parent == "11000000-0101"
    assert (areas["01"].name, areas["01"].level, areas["01"].parent) == ("Mitte", AreaLevel.BOROUGH, "11000000")
    assert len({area.level for area in areas.values()}) == len(areas)


def test_faults_are_told_together(deliver: Deliver) -> None:
    """A key that is none, a month that is none, parts that contradict the key, a value that is none."""
    rows = (
        "201212;Mitte;01;01;11;01;1;9;4",
        "201213;01011101;01;01;11;01;1;9;4",
        "201212;01011102;01;01;11;03;1;9;viele",
    )
    reading = deliver(LOR + "\n".join(rows))
    assert {issue.code for issue in reading.issues} == {
        "L-LOR-03", "L-GEBIET-01", "L-ZEIT-01", "L-GEBIET-10", "L-WERT-01",
    }  # fmt: skip
    assert [one.figure.number for one in reading.observations] == [9]


@pytest.mark.parametrize(
    ("head", "measure", "breakdown"),
    [
        ("E_EM", "E_E-geschlecht", {"Geschlecht": "männlich"}),
        ("E_E00_01", "E_E-alter", {"Alter": "0 bis unter 1"}),
        ("E_E80U110", "E_E-lebensphase", {"Alter": "80 bis unter 110"}),
        ("HK_EU27", "MH_E-herkunft", {"Herkunft": "Europäische Union (27 Staaten)"}),
        ("HK_EU15", "HK_EU15", {}),
        ("NEU", "NEU", {}),
    ],
)
def test_overlapping_columns_are_measures_of_their_own(head: str, measure: str, breakdown: dict[str, str]) -> None:
    meaning = meaning_of(head)
    assert (meaning.measure, meaning.breakdown) == (measure, Breakdown.of(breakdown))
