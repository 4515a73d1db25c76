"""A table of text: a row of heads and the rows below it, each cell exactly as delivered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, fold

_HEAD_WITHIN = 20
"""Title, licence and blank lines may stand above the heads; further down nobody looks for them."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `line` is counted from 1 as an editor or a spreadsheet shows it."""

    line: int
    cells: tuple[str, ...]

    @property
    def blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(map(str.strip, self.cells))

    @property
    def lonely(self) -> bool:
        """Whether exactly one cell holds something."""
        contents = filter(None, map(str.strip, self.cells))
        return next(contents, None) is not None and next(contents, None) is None


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells that a workbook merges into one: lines counted from 1 as in `Row`, columns from 0, ends included."""

    first_line: int
    last_line: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """All rows with content of a text file or of one sheet of a workbook (`name`; "" for text files)."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Merged, ...] = ()

    def best_head(self, names: Collection[str]) -> int:
        """The position of the row that holds the most of these heads."""
        return max(range(min(len(self.rows), _HEAD_WITHIN)), key=lambda at: len(known(self.rows[at], names)))


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows.

    Promise: `heads` are cleaned, unique and not blank except in columns that hold nothing; each row has as many cells
    as there are heads.
    """

    file: str
    sheet: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]

    def column(self, name: str) -> int | None:
        """The position of a column; case, blanks and the spelling of umlauts do not count."""
        wanted = fold(name)
        return next((at for at, head in enumerate(self.heads) if fold(head) == wanted), None)


def known(row: Row, names: Collection[str]) -> set[str]:
    """Which of the names stand in this row."""
    folded = {fold(clean(cell)) for cell in row.cells}
    return {name for name in names if fold(name) in folded}


def make_table(sheet: Sheet, head_at: int, faults: Faults) -> Table:
    """The table below a row of heads; rows that do not fit are told and left out."""
    head = sheet.rows[head_at]
    heads = [clean(cell) for cell in head.cells]
    while heads and not heads[-1] and all(_blank(row, len(heads) - 1) for row in sheet.rows[head_at + 1 :]):
        heads.pop()
    rows = tuple(row for row in sheet.rows[head_at + 1 :] if _fits(row, len(heads), faults))
    _check_heads(heads, rows, head.line, faults)
    return Table(faults.file, sheet.name, tuple(heads), rows)


def _blank(row: Row, at: int) -> bool:
    return at >= len(row.cells) or not row.cells[at].strip()


def _fits(row: Row, width: int, faults: Faults) -> bool:
    if row.lonely and width > 2:
        faults.add("L-TABELLE-04", line=row.line)
        return False
    if len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
        faults.add("L-TABELLE-02", line=row.line, ist=len(row.cells), soll=width)
        return False
    return True


def _check_heads(heads: list[str], rows: Sequence[Row], line: int, faults: Faults) -> None:
    seen: set[str] = set()
    for at, head in enumerate(heads):
        if not head:
            if any(not _blank(row, at) for row in rows):
                faults.add("L-SPALTE-03", line=line, nummer=at + 1)
        elif fold(head) in seen:
            faults.add("L-SPALTE-02", line=line, column=head, name=head)
            heads[at] = ""
        seen.add(fold(head))
