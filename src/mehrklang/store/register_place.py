"""Where the rows of a register are: a CSV or Parquet file, a SQLite file, or a PostgreSQL database.

The database counts its own rows; only the asked columns leave it. Errors of a database never quote a row.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from sqlglot import exp

from mehrklang.store.engine import engine, text
from mehrklang.store.error import StoreError, fault, refuse

_DATABASE = re.compile(r"postgres(ql)?://", re.IGNORECASE)
_SQLITE = (".sqlite", ".sqlite3", ".db")


@dataclass(frozen=True, slots=True)
class OpenRegister:
    """A register that can be asked: its columns, and the answer to a statement over the table `table`."""

    name: str
    table: str
    columns: tuple[str, ...]
    ask: Callable[[exp.Select], list[tuple[object, ...]]]


def label(place: str) -> str:
    """What a place is called in messages: the file's name, or the database without names and passwords."""
    return "der Datenbank" if _DATABASE.match(place) else f"„{Path(place).name}“"


@contextmanager
def open_register(place: str, table: str) -> Iterator[OpenRegister]:
    """Opens a file or a database for reading. `table` names the table of a database ("" of a file)."""
    if _DATABASE.match(place):
        with _postgres(place, _named(place, table)) as opened:
            yield opened
        return
    path = Path(place)
    if not path.is_file():
        refuse([fault("B-REGISTER-01", f"Die Datei {label(place)} gibt es nicht.", "Pfad und Namen prüfen.")])
    with _sqlite(path, _named(place, table)) if path.suffix.lower() in _SQLITE else _file(path) as opened:
        yield opened


def _named(place: str, table: str) -> str:
    if not table:
        message = f"Das Rezept nennt keine Tabelle in {label(place)}."
        refuse([fault("B-REGISTER-07", message, 'Im Rezept ergänzen: datenbank_tabelle = "…".')])
    return table


@contextmanager
def _file(path: Path) -> Iterator[OpenRegister]:
    with engine(path.resolve().parent) as connection:
        name = text(str(path.resolve()))
        read = f"read_csv({name}, all_varchar=true, header=true)"
        rows = f"read_parquet({name})" if path.suffix == ".parquet" else read
        connection.execute(f"CREATE TEMP VIEW register AS FROM {rows}")
        columns = tuple(str(column) for column, *_ in connection.execute("DESCRIBE register").fetchall())
        yield OpenRegister(
            path.name, "register", columns, lambda asked: connection.execute(asked.sql(dialect="duckdb")).fetchall()
        )


@contextmanager
def _sqlite(path: Path, table: str) -> Iterator[OpenRegister]:
    with _discreet(sqlite3.Error), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        answer = database.execute(_nothing_of(table).sql(dialect="sqlite"))
        columns = tuple(str(one[0]) for one in answer.description)
        yield OpenRegister(path.name, table, columns, lambda asked: database.execute(asked.sql("sqlite")).fetchall())


@contextmanager
def _postgres(place: str, table: str) -> Iterator[OpenRegister]:
    try:
        psycopg = import_module("psycopg")
    except ImportError:
        remedy = "Das Programm mit dem Zusatz „postgres“ einrichten (Handbuch, „Installation“)."
        refuse([fault("B-REGISTER-08", "Für PostgreSQL fehlt das Paket „psycopg“.", remedy)])
        raise AssertionError from None  # refuse has raised
    with _discreet(psycopg.Error), psycopg.connect(place) as database:
        database.read_only = True
        answer = database.execute(_nothing_of(table).sql(dialect="postgres"))
        columns = tuple(str(one.name) for one in answer.description)
        yield OpenRegister(
            "Datenbank", table, columns, lambda asked: database.execute(asked.sql("postgres")).fetchall()
        )


def _nothing_of(table: str) -> exp.Select:
    """All columns and no row."""
    return exp.select("*").from_(table_named(table)).limit(0)


def table_named(name: str) -> exp.Table:
    """A table by its name, or "schema.name"."""
    schema, _, table = name.rpartition(".")
    quoted = exp.to_identifier(table, quoted=True)
    return exp.Table(this=quoted, db=exp.to_identifier(schema, quoted=True)) if schema else exp.Table(this=quoted)


@contextmanager
def _discreet(kind: type[Exception]) -> Iterator[None]:
    try:
        yield
    except kind as error:
        issue = fault(
            "B-REGISTER-09",
            f"Die Datenbank hat die Abfrage nicht beantwortet ({type(error).__name__}).",
            "Adresse, Tabelle und Leserechte prüfen.",
        )
        raise StoreError((issue,)) from None
