"""DuckDB in memory, locked in: it reads and writes below one folder and nothing else, and no setting opens it again."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from sqlglot import exp

from mehrklang.store.error import discreet
from mehrklang.store.folder import at_work, spill_folder

_NO_DOWNLOADS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


@contextmanager
def engine(folder: Path, *, beside: Path | None = None, memory: str = "") -> Iterator[duckdb.DuckDBPyConnection]:
    """A fresh connection that sees `folder` only (about 20 ms), and the one file `beside`.

    `memory` bounds what it keeps there; the rest is spilled below the folder.

    One per task instead of one per store: no state between questions, none between threads.
    """
    inside = folder.resolve()
    spilled = spill_folder(inside)
    with discreet(), at_work(inside), _removed(spilled), duckdb.connect(config=_NO_DOWNLOADS) as connection:
        connection.execute("SET enable_progress_bar = false")  # it would be written into the user's terminal
        connection.execute(f"SET allowed_directories = [{text(str(inside))}]")
        if beside is not None:
            connection.execute(f"SET allowed_paths = [{text(str(beside.resolve()))}]")
        if memory:
            connection.execute(f"SET memory_limit = {text(memory)}")
        connection.execute(f"SET temp_directory = {text(str(spilled))}")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection


@contextmanager
def _removed(folder: Path) -> Iterator[None]:
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def text(value: str) -> str:
    """A text literal for the few commands that take no expression.

    >>> text("Amt für 'Statistik'")
    "'Amt für ''Statistik'''"
    """
    return exp.Literal.string(value).sql(dialect="duckdb")


def column(name: str, *, of: str = "") -> exp.Column:
    """A column by its exact name, always quoted: PostgreSQL folds unquoted names to lower case."""
    return exp.column(name, table=of or None, quoted=True)
