"""Tables that declare their dimensions: JSON-stat, PX and SDMX-CSV say the same in three ways."""

import json
from pathlib import Path

import pytest

from mehrklang.sources import Reading, read
from mehrklang.vocabulary import AreaLevel, Breakdown, Period, Reason, Sign, Unit
from tests.factories.layouts import PX, SDMX, jsonstat

from .conftest import Deliver

EXPECTED = [
    ("03", "2023", "Frauen", "12.5"),
    ("03", "2024", "Frauen", None),
    ("03", "2023", "Männer", "7"),
    ("03", "2024", "Männer", "0"),
]


def _said(reading: Reading) -> list[tuple[str, str, str, str | None]]:
    return [
        (one.area, one.period.key, one.breakdown.label, None if one.figure.number is None else f"{one.figure.number}")
        for one in reading.observations
    ]


@pytest.mark.parametrize("version", [1, 2])
def test_jsonstat_of_both_versions(deliver: Deliver, version: int) -> None:
    """The last dimension runs fastest; status c hides a number, null is an empty cell."""
    reading = deliver(jsonstat(version=version))
    assert reading.kind == "jsonstat"
    assert _said(reading) == EXPECTED
    assert reading.observations[1].figure.reason is Reason.SOURCE_SECRET
    assert reading.observations[0].cell.raw == "12.5"
    assert {one.unit for one in reading.observations} == {Unit.PERCENT}
    assert reading.usable


def test_jsonstat_sparse(deliver: Deliver) -> None:
    """Values and flags by flat position: what is not there is no observation."""
    reading = deliver(jsonstat(value={"0": 12.5, "3": 0}, status={"3": "p"}))
    assert _said(reading) == [EXPECTED[0], EXPECTED[3]]
    assert [issue.code for issue in reading.issues] == ["L-KUBUS-04"]


def test_jsonstat_keeps_every_digit(deliver: Deliver) -> None:
    """JSON's numbers are binary in most programs; here they are what is written."""
    reading = deliver(jsonstat().replace("12.5", "0.1234567890123456789"))
    assert str(reading.observations[0].figure.number) == "0.1234567890123456789"


@pytest.mark.parametrize(
    "content",
    [
        '{"dimension": {}, "value": [',
        '{"dimension": {}, "value": []}',
        "{" * 3000 + '"dimension" "value"',
        jsonstat(value=[1, 2, 3]),
        jsonstat(value={"9": 1}),
        '{"value": 1, "a": {"dimension": {}}, "b": {"dimension": {}}}',
    ],
)
def test_a_broken_jsonstat_is_told(deliver: Deliver, content: str) -> None:
    reading = deliver(content)
    assert [issue.code for issue in reading.issues] == ["L-KUBUS-01"]


def test_px(deliver: Deliver) -> None:
    """STUB before HEADING; ".." without a meaning of its own is unknown."""
    reading = deliver(PX, name="tabelle.px")
    assert reading.kind == "px"
    assert _said(reading) == EXPECTED
    assert reading.notes.title == "Quoten nach Geschlecht"
    assert reading.observations[0].cell.line == PX.split("12.5")[0].count("\n") + 1
    assert reading.usable


@pytest.mark.parametrize(("symbol", "sign"), [("x", Sign.BLOCKED), ("/", Sign.UNRELIABLE), ("keine", Sign.UNKNOWN)])
def test_px_symbols_mean_what_the_file_says(deliver: Deliver, symbol: str, sign: Sign) -> None:
    reading = deliver(PX.replace("DATA=", f'DATASYMBOL2="{symbol}";\nDATA='), name="tabelle.px")
    assert reading.observations[1].figure.sign is sign


def test_px_in_the_character_set_that_it_names(deliver: Deliver) -> None:
    """iso-8859-15 where it can be; Windows-1252 where the bytes are its own, whatever the file says."""
    named = 'CODEPAGE="iso-8859-15";\n' + PX.replace("Quoten", "Quoten in €")
    assert deliver(named.encode("iso8859-15"), name="tabelle.px").notes.title == "Quoten in € nach Geschlecht"
    lying = 'CODEPAGE="iso-8859-15";\n' + PX.replace("Quoten", "Quoten – alle")
    assert deliver(lying.encode("cp1252"), name="tabelle.px").notes.title == "Quoten – alle nach Geschlecht"


def test_px_without_a_period_asks_for_one(tmp_path: Path) -> None:
    path = tmp_path / "tabelle.px"
    path.write_text(
        'MATRIX="a";UNITS="Anzahl";STUB="Land";MAP("Land")="k";VALUES("Land")="Niedersachsen";'
        'CODES("Land")="03";\nDATA=5;', encoding="utf-8",
    )  # fmt: skip
    assert [issue.code for issue in read(path).issues] == ["L-ZEIT-02"]
    [one] = read(path, period=Period.year_of(2024)).observations
    assert (one.area, one.period.key, one.figure.number) == ("03", "2024", 5)


def test_sdmx_10(deliver: Deliver) -> None:
    """Point and comma, flags of Eurostat."""
    reading = deliver(SDMX)
    assert (reading.kind, _said(reading)) == ("sdmxcsv", [*EXPECTED[:1], *EXPECTED[1:2]])
    assert reading.observations[1].figure.reason is Reason.SOURCE_SECRET
    assert reading.notes.stand == "2026-01-02"


def test_sdmx_20_with_labels(deliver: Deliver) -> None:
    """Semicolon and decimal comma, "code: label" in heads and cells, another subfield sign."""
    reading = deliver(
        "STRUCTURE[|];STRUCTURE_ID;ACTION;GEO: Raum;SEX: Geschlecht;TIME_PERIOD: Zeit;UNIT_MEASURE: Einheit;"
        "OBS_VALUE: Wert;OBS_STATUS: Status\n"
        "dataflow;A:B(1.0): Quoten;I;AT13: Wien;F: Frauen;2023: 2023;PC: Prozent;12,5;U: unsicher\n"
    )
    [one] = reading.observations
    assert (one.measure, one.area, one.unit, one.figure.sign) == ("A:B(1.0)", "geo:AT13", Unit.PERCENT, Sign.LIMITED)
    assert one.breakdown == Breakdown.of({"Geschlecht": "Frauen"})
    [area] = reading.areas
    assert (area.name, area.level) == ("Wien", AreaLevel.REGION)


def test_germany_has_its_official_key(deliver: Deliver) -> None:
    reading = deliver(SDMX.replace(",03,", ",DE,"))
    assert {one.area for one in reading.observations} == {"00"}


def test_a_unit_that_is_not_understood_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "tabelle.json"
    path.write_text(jsonstat().replace("Prozent", "Promenaden").replace("PC", "PROM"), encoding="utf-8")
    assert [issue.code for issue in read(path).issues] == ["L-KUBUS-03"]
    assert len(read(path, unit=Unit.COUNT).observations) == 4


def test_labels_that_stand_for_two_codes_stay_apart(deliver: Deliver) -> None:
    """Their codes are added; merged they would contradict each other."""
    reading = deliver(jsonstat().replace("Männer", "Frauen"))
    assert {one.breakdown.label for one in reading.observations} == {"Frauen (F)", "Frauen (M)"}
    assert json.loads(jsonstat())["class"] == "dataset"
