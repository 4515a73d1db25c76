"""A table as a test: each of its rows is one case, and the table itself goes into the handbook."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import cleandoc

import pytest

Row = Mapping[str, str]
"""One line of a table: the text of each cell by its column's heading."""


@dataclass(frozen=True)
class Table:
    """A table in Markdown: a heading, a rule, and at least one row."""

    text: str

    @property
    def rows(self) -> list[Row]:
        heading, _, *lines = (self._cells(line) for line in self.text.splitlines())
        assert lines, "a table without rows proves nothing"
        return [dict(zip(heading, line, strict=True)) for line in lines]

    @staticmethod
    def _cells(line: str) -> list[str]:
        return [cell.strip() for cell in line.strip().strip("|").split("|")]


def table(text: str) -> Callable[[Callable[[Row], None]], Callable[[Row], None]]:
    """The test is run for each row, which it receives as `row`."""
    shown = Table(cleandoc(text))

    def decorate(test: Callable[[Row], None]) -> Callable[[Row], None]:
        test.table = shown  # type: ignore[attr-defined] # where the handbook finds it
        names = [" · ".join(cell for cell in row.values() if cell) for row in shown.rows]
        return pytest.mark.parametrize("row", shown.rows, ids=names)(test)

    return decorate
