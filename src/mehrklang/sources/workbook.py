"""Workbooks (xlsx, ods, xls) to rows of text, by python-calamine. Hidden sheets are named, and read only if asked."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from mehrklang.sources.faults import Faults
from mehrklang.sources.table import Merged, Row, Sheet

SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How zip files (xlsx, ods) and old Office files (xls) begin."""

Value = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(data: bytes, faults: Faults, asked: str = "") -> tuple[Sheet, ...]:
    """The visible sheets with content; none, with an issue, if this is no readable workbook.

    `asked` is the name of the one sheet to read, hidden or not.
    """
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        kept = [about for about in workbook.sheets_metadata if about.typ == SheetTypeEnum.WorkSheet]
        hidden = [about.name for about in kept if about.visible != SheetVisibleEnum.Visible and about.name != asked]
        names = [about.name for about in kept if about.name == asked or (not asked and about.name not in hidden)]
        sheets = [_sheet(workbook.get_sheet_by_name(name)) for name in names]
    except (CalamineError, ValueError, OSError) as error:
        faults.add("L-DATEI-03", grund=f"Arbeitsmappe beschädigt oder mit Kennwort geschützt ({type(error).__name__})")
        return ()
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # how the reader in Rust gives up on some damaged xls
            raise
        faults.add("L-DATEI-03", grund="Arbeitsmappe beschädigt")
        return ()
    if hidden:
        faults.add("L-TABELLE-05", blaetter=", ".join(f"„{name}“" for name in hidden))
    if asked and not names:
        faults.add("L-TABELLE-06", blatt=asked)
    return tuple(sheet for sheet in sheets if sheet.rows)


def _sheet(sheet: CalamineSheet) -> Sheet:
    merged = tuple(
        Merged(top + 1, bottom + 1, left, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    return Sheet(sheet.name, _rows(sheet.to_python(skip_empty_area=False)), merged)


def _rows(values: list[list[Value]]) -> tuple[Row, ...]:
    rows = (Row(line, tuple(map(cell_text, cells))) for line, cells in enumerate(values, start=1))
    return tuple(row for row in rows if not row.blank)


def cell_text(value: Value) -> str:
    """A cell as a German spreadsheet shows it, but with all digits: numbers with decimal comma, dates as ISO.

    Excel keeps binary numbers; the shortest decimal that means the same number is what was typed.

    >>> cell_text(3153.0), cell_text(12.5), cell_text(1e-06), cell_text(date(2019, 12, 31))
    ('3153', '12,5', '0,000001', '2019-12-31')
    """
    match value:
        case bool():
            return "WAHR" if value else "FALSCH"
        case float():
            return _number_text(value)
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat()
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _number_text(value: float) -> str:
    return str(int(value)) if value.is_integer() else f"{Decimal(repr(value)):f}".replace(".", ",")
