"""A cell in its neighbourhood: the rows around it with the heads of their columns, as they stand in the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mehrklang.sources import Row, Sheet, look
from mehrklang.vocabulary import Issue

MOST_BYTES = 20 * 1024**2
"""Larger files are not opened again for a page."""

_AROUND = 1
_WIDEST = 7
_LONGEST = 60
_HEAD_WITHIN = 40


@dataclass(frozen=True, slots=True)
class NearCell:
    """A cell as it stands in the file, cut where it is long; `here`: the issue is about it."""

    text: str
    here: bool


@dataclass(frozen=True, slots=True)
class NearRow:
    """A row of the file; `line` as an editor or a spreadsheet counts it; `here`: the issue is about it."""

    line: int
    cells: tuple[NearCell, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Heads and rows; `marked` is the position of the issue's column. Promise: each row has as many cells as there are
    heads."""

    heads: tuple[str, ...]
    rows: tuple[NearRow, ...]
    marked: int | None = None


class File:
    """A delivered file opened for looking at its cells; it is read once, when the first cell is asked for."""

    __slots__ = ("_path", "_sheets")

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sheets: tuple[Sheet, ...] | None = None

    def around(self, issue: Issue) -> Neighbourhood | None:
        """The neighbourhood of the cell that the issue is about; None without a line, or if the file is too large."""
        if not issue.line:
            return None
        sheets = self._open()
        sheet = next((one for one in sheets if issue.sheet in ("", one.name)), None)
        at = None if sheet is None else _position(sheet.rows, issue.line)
        return None if sheet is None or at is None else _neighbourhood(sheet.rows, at, issue)

    def _open(self) -> tuple[Sheet, ...]:
        if self._sheets is None:
            small = self._path.exists() and self._path.stat().st_size <= MOST_BYTES
            self._sheets = look(self._path) if small else ()
        return self._sheets


def letters(at: int) -> str:
    """How a spreadsheet names a column, counted from 0.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    before, last = divmod(at, 26)
    return (letters(before - 1) if before else "") + chr(ord("A") + last)


def _position(rows: Sequence[Row], line: int) -> int | None:
    return next((at for at, row in enumerate(rows) if row.line == line), None)


def _neighbourhood(rows: Sequence[Row], at: int, issue: Issue) -> Neighbourhood:
    head = _head_at(rows, at, issue)
    column = _column(rows, head, at, issue)
    shown = range(max(0, at - _AROUND, -1 if head is None else head + 1), min(len(rows), at + _AROUND + 1))
    width = max(len(rows[each].cells) for each in (*shown, at if head is None else head))
    columns = _columns(width, column)
    heads = tuple(_text(rows[head], each) if head is not None else "" for each in columns)
    return Neighbourhood(
        tuple(text or letters(each) for text, each in zip(heads, columns, strict=True)),
        tuple(_row(rows[each], columns, here=each == at, column=column) for each in dict.fromkeys((*shown, at))),
        columns.index(column) if column in columns else None,
    )


def _head_at(rows: Sequence[Row], at: int, issue: Issue) -> int | None:
    """The last row above, among the first of the sheet, in which the head of the issue's column stands; without a
    column the widest of the first rows that hold no figure."""
    above = range(min(at, _HEAD_WITHIN))
    if issue.column:
        return next((each for each in reversed(above) if _find(rows[each], issue.column) is not None), None)
    wordy = [each for each in above if not any(any(sign.isdigit() for sign in cell) for cell in rows[each].cells)]
    return max(wordy, key=lambda each: sum(map(bool, rows[each].cells)), default=None)


def _column(rows: Sequence[Row], head: int | None, at: int, issue: Issue) -> int | None:
    """The column of the issue: under its head, else where its text stands."""
    if head is not None and issue.column:
        return _find(rows[head], issue.column)
    return _find(rows[at], issue.raw) if issue.raw else None


def _find(row: Row, text: str) -> int | None:
    wanted = _plain(text)
    return next((at for at, cell in enumerate(row.cells) if _plain(cell) == wanted), None)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _columns(width: int, column: int | None) -> tuple[int, ...]:
    """The first column, which mostly names the row, and those around the cell."""
    if width <= _WIDEST:
        return tuple(range(width))
    first = min(max(1, (column or 0) - _WIDEST // 2), width - _WIDEST + 1)
    return (0, *range(first, first + _WIDEST - 1))


def _row(row: Row, columns: Sequence[int], *, here: bool, column: int | None) -> NearRow:
    return NearRow(row.line, tuple(NearCell(_text(row, each), here and each == column) for each in columns), here)


def _text(row: Row, at: int) -> str:
    text = " ".join(row.cells[at].split()) if at < len(row.cells) else ""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
