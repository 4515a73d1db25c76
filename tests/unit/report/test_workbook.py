"""The workbook opens in other programs."""

from io import BytesIO

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from mehrklang.report.workbook import workbook_bytes

TABLE = [("Gebiet", "Wert"), ("reiherfurt:01", "12,5"), ("A & B <c>", "–"), ("", "7")]


def test_text_stays_text_and_numbers_become_numbers() -> None:
    sheet = CalamineWorkbook.from_filelike(BytesIO(workbook_bytes("Daten", TABLE, numbers=1))).get_sheet_by_name(
        "Daten"
    )
    assert sheet.to_python() == [["Gebiet", "Wert"], ["reiherfurt:01", 12.5], ["A & B <c>", "–"], ["", 7.0]]


def test_a_second_program_reads_the_same() -> None:
    sheet = load_workbook(BytesIO(workbook_bytes("Daten", TABLE, numbers=1)))["Daten"]
    assert [list(row) for row in sheet.iter_rows(values_only=True)] == [
        ["Gebiet", "Wert"], ["reiherfurt:01", 12.5], ["A & B <c>", "–"], [None, 7],
    ]  # fmt: skip


def test_no_time_stamp_gets_in() -> None:
    assert workbook_bytes("Daten", TABLE, numbers=1) == workbook_bytes("Daten", TABLE, numbers=1)
