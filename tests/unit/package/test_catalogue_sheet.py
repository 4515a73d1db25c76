"""A catalogue of others out of a spreadsheet or a TOML file: the same content, and every fault with its place."""

import pytest

from mehrklang.catalogue import MatchDegree, load
from mehrklang.package.catalogue_sheet import read_catalogue_file, template, toml_template
from mehrklang.package.catalogue_sheet.layout import COLUMNS
from mehrklang.package.catalogue_sheet.words import key_of
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


OWN = {
    "Nummer": "A.1", "Indikator": "Erfundener Anteil", "Handlungsfeld": "Wohnen", "Zähler": "Menschen mit X",
    "Nenner": "Menschen", "Einheit": "Prozent", "Art": "Anteil", "Richtung": "hoch gut", "Quelle": "Amt",
}  # fmt: skip


def _own(**cells: str) -> list[str]:
    return [(OWN | cells).get(head, "") for head in HEADS]


def _read(*rows: list[str], head: object = template()[:9]):  # type: ignore[no-untyped-def] # a reading
    return read_catalogue_file(workbook_bytes("x", [*head, *rows]), "x.xlsx", load())  # type: ignore[misc]


@pytest.mark.parametrize(
    ("column", "typed", "meant"),
    [
        ("Richtung", "hoch ist günstig", "hoch-gut"),
        ("Richtung", "Je niedriger, desto besser", "niedrig-gut"),
        ("Richtung", "Kontext", "kontext"),
        ("Einheit", "in %", "prozent"),
        ("Einheit", "je 1.000 Einwohner", "promille"),
        ("Art", "Quote", "anteil"),
        ("Raumebene", "Stadtteile", "stadtteil"),
    ],
)
def test_words_that_people_write_are_understood(column: str, typed: str, meant: str) -> None:
    """Those of the pages, the keys of the files, and usual others."""
    assert key_of(COLUMNS[column], typed) == meant


def test_what_is_no_word_is_told_as_typed_with_the_words_of_the_pages() -> None:
    """Not the keys of the files."""
    [issue] = _read(_own(Richtung="positiv")).issues
    assert "„positiv“" in issue.message
    assert "„hoch ist günstig“" in issue.remedy
    assert "hoch-gut" not in issue.remedy


def test_usual_names_of_columns_and_a_readable_key_are_understood() -> None:
    """Nobody types a file from memory in the spelling of a template."""
    head = [("katalog:", "KGSt 2.0"), ("Name", "Set"), ("Herausgeber", "KGSt")]
    heads = ["Nr.", "Kennzahl", "Bereich", "ZAEHLER", "Nenner", "Einheit", "Art", "Richtung", "Datenquelle"]
    row = ["1", "x", "y", "a", "b", "%", "Anteil", "hoch gut", "Amt"]
    taken = _read(heads, row, head=head)
    assert taken.issues == ()
    assert [(each.code, each.field, each.source) for each in taken.indicators] == [("kgst-2-0-1", "y", "Amt")]


def test_a_field_that_stands_alone_over_its_indicators_holds_for_them() -> None:
    """As the sets of associations are printed."""
    taken = _read(
        ["Handlungsfeld Bildung"], _own(Handlungsfeld=""), ["Wohnen"], _own(Nummer="A.2", Handlungsfeld=""),
        _own(Nummer="A.3", Handlungsfeld="Arbeit"),
    )  # fmt: skip
    assert [each.field for each in taken.indicators] == ["Bildung", "Wohnen", "Arbeit"]


def test_the_example_is_left_out_beside_own_rows() -> None:
    """An invented indicator does not get into anybody's catalogue by being forgotten."""
    taken = _read(_own(), head=template())
    assert [each.name for each in taken.indicators] == ["Erfundener Anteil"]


def test_a_match_is_named_as_pages_show_it() -> None:
    """By name, or by catalogue and number; what nobody knows says how to name it."""
    number = next(each.number for each in load().of("intmk"))
    taken = _read(
        _own(Entspricht="Arbeitslosenquote", Grad="gleich"),
        _own(Nummer="A.2", Entspricht=f"IntMK {number}", Grad="gleich"),
    )
    assert [each.matches[0].indicator in load().indicators for each in taken.indicators] == [True, True]
    [issue] = _read(_own(Entspricht="Quatschquote", Grad="gleich")).issues
    assert issue.remedy.startswith("Schreiben Sie den Code vom Steckbrief")
