"""A large delivery as a table of texts in the engine: it is asked by groups and picked rows, never carried whole.

Nothing is understood here. A reader says what the texts mean (`learn`); the engine groups, compares, joins and picks.
"""

# ruff: noqa: S608 — statements are put together from names and numbers of our own; texts go through `text`

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import duckdb

from mehrklang.store.engine import text
from mehrklang.vocabulary.texts import Group, TextRow, TextShape

_LONGEST_LINE = 131_072
_NULL = "\x1a"  # stands for "none" in the taught tables; an empty text is a text


class IrregularError(Exception):
    """The engine does not see the lines that an editor shows: such a file is read in the ordinary way."""


def load(connection: duckdb.DuckDBPyConnection, shape: TextShape) -> None:
    """Makes the table `t`. IrregularError if the file is not built as the shape says."""
    try:
        connection.execute("CREATE TABLE t AS " + _reading(shape))
    except duckdb.Error:
        raise IrregularError from None
    if connection.execute("SELECT count(*) FROM t").fetchall() != [(shape.rows,)]:
        raise IrregularError


def _reading(shape: TextShape) -> str:
    names = [f"c{at}" for at in range(shape.width)]
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    return (
        f"FROM read_csv({text(str(shape.path.resolve()))}, columns = {{{columns}}}, auto_detect = false,"
        f" header = false, skip = {shape.first_line - 1}, delim = {text(shape.delimiter)}, quote = '\"', escape = '\"',"
        f" force_not_null = {names!r}, max_line_size = {_LONGEST_LINE}, strict_mode = true)"
    )


class TextTable:
    """The table `t` of an engine: columns c0, c1 … of text; its row numbers count from the line `first_line`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, first_line: int, folder: Path) -> None:
        self.connection = connection
        self._first_line = first_line
        self._folder = folder
        self._known: dict[tuple[tuple[int, ...], str], tuple[Group, ...]] = {}

    def groups(self, *columns: int, where: str = "true") -> tuple[Group, ...]:
        """The different texts of these columns, in the order of their first lines."""
        if (columns, where) not in self._known:
            self._known[columns, where] = self._groups(columns, where)
        return self._known[columns, where]

    def _groups(self, columns: tuple[int, ...], where: str) -> tuple[Group, ...]:
        names = ", ".join(f"t.c{at}" for at in columns)
        found = self.connection.execute(
            f"SELECT {names}, min(rowid), count(*) FROM t WHERE {where} GROUP BY {names}"
        ).fetchall()
        return tuple(
            Group(row[:-2], row[-2] + self._first_line, row[-1]) for row in sorted(found, key=lambda row: row[-2])
        )

    def first_like(self, column: int, mark: str, pattern: str) -> tuple[int, ...]:
        """The first line whose text holds a mark and is wholly of a pattern, if there is one."""
        condition = f"contains(c{column}, {text(mark)}) AND regexp_full_match(c{column}, {text(pattern)})"
        statement = f"SELECT min(rowid) FROM t WHERE {condition}"
        (found,) = self.connection.execute(statement).fetchall()[0]
        return () if found is None else (found + self._first_line,)

    def lines(self, lines: Iterable[int]) -> Iterator[TextRow]:
        """These (few) lines, in file order."""
        wanted = ", ".join(str(line - self._first_line) for line in sorted(set(lines)))
        return self.picked(f"rowid IN ({wanted})") if wanted else iter(())

    def holding(self, column: int, texts: Sequence[str]) -> Iterator[TextRow]:
        """The lines that hold one of these (few) texts in a column."""
        among = ", ".join(text(each) for each in texts)
        return self.picked(f"c{column} IN ({among})") if among else iter(())

    def leave_out(self, lines: Iterable[int]) -> None:
        """Forgets lines that are no rows of the table."""
        gone = ", ".join(str(line - self._first_line) for line in lines)
        if gone:
            self._known.clear()
            self.connection.execute(f"DELETE FROM t WHERE rowid IN ({gone})")

    def picked(self, condition: str, source: str = "t") -> Iterator[TextRow]:
        """The lines of `t` for which an expression over `source` (`t` or `understood`) holds, in file order."""
        among = condition if source == "t" else f"rowid IN (SELECT place FROM {source} WHERE {condition})"
        cursor = self.connection.cursor()
        cursor.execute(f"SELECT rowid, * FROM t WHERE {among} ORDER BY rowid")
        while found := cursor.fetchmany(10_000):
            for at, *cells in found:
                yield TextRow(at + self._first_line, tuple(cells))

    def teach(self, name: str, heads: Sequence[str], rows: Iterable[Sequence[str | None]]) -> None:
        """A table of texts beside `t`; by file, because lists as parameters take minutes."""
        file = self._folder.joinpath(f"{name}.csv")
        with file.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([_NULL if cell is None else cell for cell in row] for row in rows)
        columns = ", ".join(f"{text(head)}: 'VARCHAR'" for head in heads)
        self.connection.execute(
            f"CREATE TABLE {name} AS FROM read_csv({text(str(file.resolve()))}, columns = {{{columns}}},"
            f" header = false, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = {text(_NULL)},"
            " allow_quoted_nulls = false, new_line = '\\r\\n', parallel = false)"
        )
