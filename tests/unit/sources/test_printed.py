"""Workbooks laid out for print."""

from io import BytesIO

import openpyxl
import pytest

from mehrklang.vocabulary import AreaLevel, Breakdown, Reason, Unit
from tests.factories.deliveries import workbook

from .conftest import Deliver

TITLE = ["Tabelle 1.2.3: Bevölkerung in Niedersachsen"]
HEAD = [["AGS", "Kreisfreie Stadt\nLandkreis", "Jahr", "Aus-\nländische Bevölkerung1)", None, "Anteil"],
        [None, None, None, "Frauen", "Männer", None],
        [None, None, None, "Anzahl", None, "Prozent"],
        [1, 1, 2, 3, 4, 5]]  # fmt: skip
BODY = [[153, "Goslar", 2024, 10, "-", 1.5], [404, "Osnabrück, Stadt", 2024, "/", "(7)", "."]]
FOOT = [["1) Zum 31.12."], ["© Landesamt, Hannover 2025"]]
MERGED = ("A3:A5", "B3:B5", "C3:C5", "D3:E3", "F3:F4", "D5:E5")


def _book(rows: list[list[object]], merged: tuple[str, ...] = (), *, hidden: bool = False) -> bytes:
    book = openpyxl.load_workbook(BytesIO(workbook(("Tabelle1", rows), ("Alt", rows if hidden else []),
                                                   hidden="Alt" if hidden else "")))  # fmt: skip
    for one in merged:
        book["Tabelle1"].merge_cells(one)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


TABLE = _book([TITLE, [], *HEAD, *BODY, [], *FOOT], MERGED)


def test_head_rows_stub_and_signs(deliver: Deliver) -> None:
    """Merged cells are filled, soft hyphens and footnote marks go, units and column numbers are no features."""
    reading = deliver(TABLE, name="tabelle.xlsx")
    assert (reading.kind, reading.issues) == ("printed", ())
    read = [(one.area, one.breakdown, one.unit, one.cell.raw) for one in reading.observations]
    women, men, share = (
        Breakdown.of({"Kopfzeile 1": "Ausländische Bevölkerung", "Kopfzeile 2": "Frauen"}),
        Breakdown.of({"Kopfzeile 1": "Ausländische Bevölkerung", "Kopfzeile 2": "Männer"}),
        Breakdown.of({"Kopfzeile 1": "Anteil"}),
    )
    assert read == [
        ("03153", women, Unit.COUNT, "10"),
        ("03153", men, Unit.COUNT, "-"),
        ("03153", share, Unit.PERCENT, "1,5"),
        ("03404", women, Unit.COUNT, "/"),
        ("03404", men, Unit.COUNT, "(7)"),
        ("03404", share, Unit.PERCENT, "."),
    ]
    figures = [one.figure for one in reading.observations]
    assert [figure.number for figure in figures[:2]] == [10, 0]
    assert [figure.reason for figure in figures[3:]] == [
        Reason.SOURCE_UNRELIABLE, Reason.SOURCE_LIMITED, Reason.SOURCE_SECRET,
    ]  # fmt: skip
    assert {one.measure for one in reading.observations} == {"1.2.3"}
    assert reading.notes.footnotes == ("1) Zum 31.12.",)
    assert reading.notes.licence == "© Landesamt, Hannover 2025"


def test_without_column_numbers(deliver: Deliver) -> None:
    """The head ends above the first row with text on the left and figures on the right."""
    reading = deliver(_book([TITLE, [], *HEAD[:3], *BODY, [], *FOOT], MERGED), name="tabelle.xlsx")
    assert len(reading.observations) == 6
    assert reading.usable


def test_years_in_the_head_and_keys_in_padded_labels(deliver: Deliver) -> None:
    """Three digits belong to the Land of the title; no merged ranges: labels stand for the empty cells behind them."""
    rows = [
        ["Tabelle 5: Arbeitslose in Niedersachsen"],
        ["Kreis", "Arbeitslose", None, None],
        [None, 2022, 2023, 2024],
        [None, "Anzahl", None, None],
        ["153     Goslar", 1, 2, 3],
        ["03      Niedersachsen", 10, 20, 30],
    ]
    reading = deliver(_book(rows), name="tabelle.xlsx")
    assert [(one.area, one.period.key, one.figure.number) for one in reading.observations] == [
        ("03153", "2022", 1), ("03153", "2023", 2), ("03153", "2024", 3),
        ("03", "2022", 10), ("03", "2023", 20), ("03", "2024", 30),
    ]  # fmt: skip
    assert reading.usable


def test_stacked_tables_are_all_read(deliver: Deliver) -> None:
    shares = [[*HEAD[0][:5], None], *HEAD[1:2], [None, None, None, "Prozent", None, None], [1, 2, 3, 4, 5, 6]]
    rows = [TITLE, [], *HEAD, *BODY, [], *shares, *BODY, [], *FOOT]
    reading = deliver(_book(rows, MERGED), name="tabelle.xlsx")
    assert "L-BLATT-05" in {issue.code for issue in reading.issues}
    assert [one.unit for one in reading.observations].count(Unit.COUNT) == 4
    assert len(reading.observations) == 12


def test_two_kreise_in_one_row_are_a_group(deliver: Deliver) -> None:
    rows = [TITLE, ["Gebiet", "Jahr", "Anteil in %"], ["Uelzen\nLüchow-Dannenberg", 2024, 1.5], ["Goslar", 2024, 2.5]]
    reading = deliver(_book(rows), name="tabelle.xlsx")
    levels = {area.key: area.level for area in reading.areas}
    assert levels["03354360"] is AreaLevel.DISTRICT_GROUP
    assert len(reading.observations) == 2


def test_period_and_area_of_the_title(deliver: Deliver) -> None:
    """As the Bundesagentur writes them: neither stands in the rows; that the area is assumed is told."""
    rows = [
        ["Tabelle 2: Arbeitslose in Hessen am 31.12.2024"],
        ["Staatsangehörigkeit", "Anzahl"],
        ["Syrien", 12],
        ["Polen", 3],
    ]
    reading = deliver(_book(rows), name="tabelle.xlsx")
    assert [(one.area, one.period.key) for one in reading.observations] == [("06", "2024-12-31")] * 2
    assert [issue.code for issue in reading.issues] == ["L-GEBIET-06"]


def test_hidden_sheets_are_named_and_not_read(deliver: Deliver) -> None:
    reading = deliver(_book([TITLE, [], *HEAD, *BODY], MERGED, hidden=True), name="tabelle.xlsx")
    assert len(reading.observations) == 6
    [issue] = reading.issues
    assert issue.code == "L-TABELLE-05"
    assert "„Alt“" in issue.message


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Verzeichnis"], ["Schlüssel", "Name"], ["01", "Mitte"]], "L-BLATT-01"),
        ([["Land", "Jahr", "Anzahl"], ["Narnia", 2024, 5]], "L-BLATT-02"),
        ([["Land", "Wert in %"], ["Hessen", 5]], "L-ZEIT-02"),
        ([["Land", "Jahr", "Bestand"], ["Hessen", 2024, 5]], "L-BLATT-03"),
        ([["Land", "Jahr", "Werte"], ["Hessen", 2024, 5.5]], "L-BLATT-04"),
        ([["Land", "Jahr", "Anzahl"], ["Hessen", 2024, 5], ["Bremen", 2024, 4], ["Utopia", 2024, 3]], "L-GEBIET-01"),
        ([["Land", "Jahr", "Anzahl"], ["Hessen", 2024, 5], ["Bayern", 2024, 4], ["Bremen", 2024, "vier"]], "L-WERT-01"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told(deliver: Deliver, rows: list[list[object]], code: str) -> None:
    assert code in {issue.code for issue in deliver(_book(rows), name="tabelle.xlsx").issues}
