"""A sheet as a grid: every cell that a merged range covers holds the range's text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mehrklang.sources.labels import clean
from mehrklang.sources.table import Merged, Row, Sheet

_SOFT_HYPHEN = re.compile("\u00ad|(?<=[a-zäöüß])-[ \\t]*\\r?\\n\\s*(?=[a-zäöüß])")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: `cells` filled and cleaned, `raw` as delivered, both as wide as the sheet."""

    line: int
    cells: tuple[str, ...]
    raw: tuple[str, ...]

    @property
    def contents(self) -> tuple[str, ...]:
        """The different texts of the row."""
        return tuple(dict.fromkeys(filter(None, self.cells)))


def lines_of(sheet: Sheet) -> tuple[Line, ...]:
    """All rows, those without content too, from the first to the last that has some."""
    width = max(len(row.cells) for row in sheet.rows)
    rows = {row.line: row for row in sheet.rows}
    covers = _covers(sheet.merged, rows)
    return tuple(_line(rows.get(number, Row(number, ())), width, covers) for number in range(1, max(rows) + 1))


def _covers(merged: Sequence[Merged], rows: dict[int, Row]) -> dict[tuple[int, int], str]:
    """For each covered cell the text of its range. Only ranges within the used lines count."""
    last = max(rows)
    return {
        (line, column): _cell(rows.get(one.first_line), one.first_column)
        for one in merged
        for line in range(one.first_line, min(one.last_line, last) + 1)
        for column in range(one.first_column, min(one.last_column, one.first_column + 500) + 1)
    }


def _cell(row: Row | None, at: int) -> str:
    return row.cells[at] if row is not None and at < len(row.cells) else ""


def _line(row: Row, width: int, covers: dict[tuple[int, int], str]) -> Line:
    raw = (*row.cells, *[""] * (width - len(row.cells)))
    return Line(row.line, tuple(tidy(covers.get((row.line, at), cell)) for at, cell in enumerate(raw)), raw)


def tidy(text: str) -> str:
    """A label without soft hyphens, line breaks and footnote marks.

    >>> tidy("Aus-\\nländische Bevölkerung2)"), tidy("Groß-\\nStadt"), tidy("Anzahl4)")
    ('Ausländische Bevölkerung', 'Groß- Stadt', 'Anzahl')
    """
    return clean(_SOFT_HYPHEN.sub("", text)) if text else ""
