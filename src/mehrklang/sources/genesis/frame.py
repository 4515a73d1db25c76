"""The parts of a classic table: title, head rows, body, and whatever stands below the rule.

Above the rule quotes are ordinary signs; below it one quoted field runs over many lines. Readers that do not cut there
first take footnotes for rows (542 instead of 538).
"""

import re
from collections import Counter
from dataclasses import dataclass

from mehrklang.sources.faults import Faults
from mehrklang.sources.layout import Content
from mehrklang.sources.table import Row

_ID = re.compile(r"\s*(?:GENESIS-)?Tabelle:\s*([^\s;]+)")
_RULE = re.compile(r"_{10,};*\s*")
_CODE = re.compile(r"DG|\d{2}|\d{3}|\d{5}|\d{8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of one table.

    `code_at` is the column of the area keys: 0, or 1 behind a column of periods; `width` is the number of cells that
    most rows with a key have.
    """

    table: str
    title: tuple[str, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    tail: str
    code_at: int
    width: int

    @property
    def stub(self) -> int:
        """The number of columns that say what a row is: those that are empty in every head row."""
        return min((_leading_blanks(row) for row in self.head), default=self.code_at + 2)


def looks_classic(content: Content) -> bool:
    """Whether the text begins with the number of a table."""
    return _ID.match(content.text) is not None


def find_frame(content: Content, faults: Faults) -> Frame | None:
    """The parts of the table; None, with an issue, if there are no data. A table without its rule is cut off: told."""
    lines = content.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    end = next((at for at, line in enumerate(lines) if _RULE.fullmatch(line)), None)
    if end is None:
        faults.add("L-GENESIS-01", line=len(lines))
    rows = [Row(number, tuple(line.split(";"))) for number, line in enumerate(lines[:end], start=1)]
    first = next((at for at, row in enumerate(rows) if _code_at(row) is not None), None)
    code_at = None if first is None else _code_at(rows[first])
    named = _ID.match(content.text)
    if first is None or code_at is None or named is None:
        faults.add("L-GENESIS-02")
        return None
    tail = "" if end is None else "\n".join(lines[end + 1 :])
    return _frame(named[1], rows, first, code_at, tail)


def _frame(table: str, rows: list[Row], first: int, code_at: int, tail: str) -> Frame:
    """The parts around the first row of data; the head rows right above it have an empty first cell."""
    head_from = first
    while head_from > 1 and not rows[head_from - 1].cells[0].strip():
        head_from -= 1
    body = tuple(row for row in rows[first:] if not row.blank)
    return Frame(
        table=table,
        title=tuple(text for row in rows[1:head_from] if (text := ";".join(row.cells).strip("; "))),
        head=tuple(row for row in rows[head_from:first] if not row.blank),
        body=body,
        tail=tail,
        code_at=code_at,
        width=Counter(len(row.cells) for row in body if _code_at(row) == code_at).most_common(1)[0][0],
    )


def _code_at(row: Row) -> int | None:
    """Where the area key stands, if this can be a row of data."""
    if len(row.cells) <= 2:
        return None
    return next((at for at in (0, 1) if _CODE.fullmatch(row.cells[at].strip())), None)


def _leading_blanks(row: Row) -> int:
    return next((at for at, cell in enumerate(row.cells) if cell.strip()), len(row.cells))
