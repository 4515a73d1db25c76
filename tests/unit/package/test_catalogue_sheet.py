"""A catalogue of others out of a spreadsheet or a TOML file: the same content, and every fault with its place."""

import pytest

from mehrklang.catalogue import MatchDegree, load
from mehrklang.package.catalogue_sheet import read_catalogue_file, template, toml_template
from mehrklang.report.workbook import workbook_bytes

HEADS = template()[8]


def _sheet(**cells: str) -> bytes:
    """The template with other cells in its example; "" empties one."""
    *head, row = [list(line) for line in template()]
    for name, text in cells.items():
        for line in head[:7]:
            if line[0] == name:
                line[1] = text
        if name in HEADS:
            row[HEADS.index(name)] = text
    return workbook_bytes("Katalog", [*head, row])


def test_the_templates_are_sound_and_say_the_same() -> None:
    """Whoever fills in only what is asked for has a catalogue."""
    sheet = read_catalogue_file(workbook_bytes("Katalog", template()), "vorlage.xlsx", load())
    text = read_catalogue_file(toml_template().encode(), "vorlage.toml", load())
    assert sheet.issues == text.issues == ()
    assert (sheet.catalogue, sheet.indicators) == (text.catalogue, text.indicators)
    [indicator] = sheet.indicators
    assert (indicator.code, indicator.catalogue, indicator.computable) == ("kgst-2-b-1", "kgst-2", False)
    assert indicator.matches[0].degree is MatchDegree.CLOSE


def test_csv_is_read_too() -> None:
    """Not every office has a spreadsheet."""
    text = "\n".join(";".join(f'"{cell}"' for cell in line) for line in template())
    assert read_catalogue_file(text.encode(), "vorlage.csv", load()).indicators[0].name.startswith("Kinder")


def test_a_row_without_a_number_is_a_further_match() -> None:
    """One indicator may be like several."""
    more = [""] * len(HEADS)
    more[HEADS.index("Entspricht")], more[HEADS.index("Grad")] = "intmk-c2b", "Gleich"
    taken = read_catalogue_file(workbook_bytes("Katalog", [*template(), more]), "x.xlsx", load())
    assert [match.indicator for match in taken.indicators[0].matches] == ["betreuungsquote-3-bis-5", "intmk-c2b"]


@pytest.mark.parametrize(
    ("cells", "code", "line", "column"),
    [
        ({"Katalog": ""}, "K-SCHLUESSEL-01", 0, "Katalog"),
        ({"Herausgeber": ""}, "K-SCHLUESSEL-01", 0, "Herausgeber"),
        ({"Katalog": "intmk"}, "K-CODE-01", 1, "Katalog"),
        ({"Indikator": ""}, "K-SCHLUESSEL-01", 10, "Indikator"),
        ({"Einheit": "Stück"}, "K-WERT-02", 10, "Einheit"),
        ({"Einheit": "Anzahl"}, "K-EINHEIT-01", 10, "Einheit"),
        ({"Nenner": ""}, "K-NENNER-01", 10, "Nenner"),
        ({"Art": "Rate", "Je": "viel"}, "K-WERT-01", 10, "Je"),
        ({"Merkmale": "haarfarbe"}, "K-MERKMAL-02", 10, "Merkmale"),
        ({"Entspricht": "gibt-es-nicht"}, "K-ENTSPRECHUNG-01", 10, "Entspricht"),
        ({"Unterschied": ""}, "K-ENTSPRECHUNG-03", 10, ""),
    ],
)
def test_a_fault_stands_at_its_row_and_column(cells: dict[str, str], code: str, line: int, column: str) -> None:
    """In the words of the sheet, not of the TOML form."""
    taken = read_catalogue_file(_sheet(**cells), "x.xlsx", load())
    assert taken.catalogue is None
    assert taken.indicators == ()
    assert [(issue.code, issue.line, issue.column) for issue in taken.issues] == [(code, line, column)]


def test_all_faults_are_told_at_once() -> None:
    """Nobody uploads a sheet ten times."""
    taken = read_catalogue_file(_sheet(Einheit="Stück", Richtung="auf", Quelle=""), "x.xlsx", load())
    assert {issue.column for issue in taken.issues} == {"Einheit", "Richtung", "Quelle"}


@pytest.mark.parametrize(
    ("data", "file", "code"),
    [
        (workbook_bytes("x", [("Irgendwas",)]), "x.xlsx", "M-KATALOG-01"),
        (b"PK\x03\x04kaputt", "x.xlsx", "L-DATEI-03"),
        (b"\x00\xff\x00\xfe\x01", "x.csv", "L-DATEI-03"),
        (b"katalog = ", "x.toml", "K-TOML-01"),
        (b'name = "x"', "x.toml", "K-SCHLUESSEL-01"),
    ],
)
def test_a_file_that_is_no_catalogue_is_told(data: bytes, file: str, code: str) -> None:
    """Whatever is uploaded, the answer is a sentence."""
    assert code in {issue.code for issue in read_catalogue_file(data, file, load()).issues}


def test_an_unknown_column_is_told() -> None:
    """It would be lost in silence otherwise."""
    rows = [list(line) for line in template()]
    rows[8][0:0], rows[9][0:0] = ["Farbe"], ["rot"]
    taken = read_catalogue_file(workbook_bytes("x", rows), "x.xlsx", load())
    assert [(issue.code, issue.line) for issue in taken.issues] == [("M-KATALOG-02", 9)]
