"""A table as a workbook (xlsx): one sheet, all cells text but, if asked, one column of numbers.

Only what a spreadsheet needs to open it (ECMA-376, Office Open XML): no styles, no formulas, no time stamps, so that
the same table gives the same bytes.
"""

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from string import ascii_uppercase
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NUMBER = re.compile(r"\d+(,\d+)?")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def workbook_bytes(name: str, table: Iterable[Sequence[str]], *, numbers: int | None = None) -> bytes:
    """The workbook with one sheet of that name; cells of column `numbers` (from 0) that look like a German number are
    stored as numbers. At most 26 columns.
    """
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": _sheet(table, numbers),
    }
    data = BytesIO()
    with ZipFile(data, "w") as file:
        for part, text in parts.items():
            file.writestr(ZipInfo(part), _HEAD + text, ZIP_DEFLATED)
    return data.getvalue()


def _types() -> str:
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/></Types>'
    )


def _relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


def _sheet(table: Iterable[Sequence[str]], numbers: int | None) -> str:
    rows = "".join(_row(line, cells, numbers) for line, cells in enumerate(table, start=1))
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def _row(line: int, cells: Sequence[str], numbers: int | None) -> str:
    written = (_cell(f"{ascii_uppercase[i]}{line}", text, number=i == numbers) for i, text in enumerate(cells) if text)
    return f'<row r="{line}">{"".join(written)}</row>'


def _cell(place: str, text: str, *, number: bool) -> str:
    if number and _NUMBER.fullmatch(text):
        return f'<c r="{place}"><v>{text.replace(",", ".")}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(_NOT_IN_XML.sub("", text))}</t></is></c>'
