"""Rows of a register (one person each, or with a number of persons) counted by the engine into observations.

CSV with a row of heads, or Parquet. Every column is taken as text. Nothing is repaired: a blank category becomes a
category of its own, and that is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
from sqlglot import exp, select

from mehrklang.store.engine import column, engine, text
from mehrklang.store.error import fault, refuse
from mehrklang.vocabulary import (
    Breakdown,
    Figure,
    Issue,
    Material,
    Observation,
    Period,
    Severity,
    SourceCell,
    Unit,
)

BLANK = "ohne Angabe"
"""The category of persons whose entry is empty."""


@dataclass(frozen=True, slots=True)
class RegisterForm:
    """Which column holds what.

    `features` are pairs of feature and column. Either `period` names the time of all rows or `period_column` the column
    that does; without `count_column` each row is one person.
    """

    measure: str
    area_column: str
    features: tuple[tuple[str, str], ...]
    period: str = ""
    period_column: str = ""
    count_column: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that must be there, each once."""
        named = (self.area_column, self.period_column, self.count_column, *(column for _, column in self.features))
        return tuple(dict.fromkeys(name for name in named if name))


@dataclass(frozen=True, slots=True)
class RegisterRows:
    """The observations, the finest counts that the form asks for, and what is to be told besides."""

    observations: tuple[Observation, ...]
    notes: tuple[Issue, ...]


_Line = tuple[dict[str, str], int]


def read_register(path: Path, form: RegisterForm) -> RegisterRows:
    """Count the rows. Faults come as `StoreError`, all at once, and quote no row."""
    with engine(path.resolve().parent) as connection:
        _check_file(connection, path, form)
        lines = list(_lines(connection, form))
    refuse([*_without_area(lines, form), *_without_period(lines, form), *_wrong_counts(lines, form)])
    observations = tuple(_observation(names, rows, form, path.name) for names, rows in lines)
    return RegisterRows(observations, tuple(_blanks(lines, form)))


def _open(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """The file as the table `register`; both readers take everything as it stands."""
    name = text(str(path.resolve()))
    rows = f"read_parquet({name})" if path.suffix == ".parquet" else f"read_csv({name}, all_varchar=true, header=true)"
    connection.execute(f"CREATE TEMP VIEW register AS FROM {rows}")


def _check_file(connection: duckdb.DuckDBPyConnection, path: Path, form: RegisterForm) -> None:
    if not path.is_file():
        refuse([fault("B-REGISTER-01", f"Die Datei „{path.name}“ gibt es nicht.", "Pfad und Namen prüfen.")])
    _open(connection, path)
    found = [name for name, *_ in connection.execute("DESCRIBE register").fetchall()]
    refuse(
        [
            fault(
                "B-REGISTER-02",
                f"In „{path.name}“ fehlt die Spalte „{name}“.",
                f"Das Rezept oder die Datei berichtigen. Vorhanden sind: {', '.join(found)}.",
            )
            for name in form.columns
            if name not in found
        ]
    )


def _lines(connection: duckdb.DuckDBPyConnection, form: RegisterForm) -> Iterator[_Line]:
    """Every combination of texts in the asked columns, and in how many rows it stands."""
    columns = [exp.cast(column(name), "VARCHAR") for name in form.columns]
    named = [exp.alias_(each, f"c{number}") for number, each in enumerate(columns)]
    statement = select(*named, exp.alias_(exp.Count(this=exp.Star()), "rows")).from_("register").group_by(*columns)
    for row in connection.execute(statement.sql(dialect="duckdb")).fetchall():
        yield {name: (value or "").strip() for name, value in zip(form.columns, row, strict=False)}, row[-1]


def _observation(names: dict[str, str], rows: int, form: RegisterForm, file: str) -> Observation:
    persons = rows * int(names[form.count_column]) if form.count_column else rows
    return Observation(
        measure=form.measure,
        area=names[form.area_column],
        period=Period.parse(names[form.period_column] if form.period_column else form.period),
        breakdown=Breakdown.of({feature: names[name] or BLANK for feature, name in form.features}),
        unit=Unit.COUNT,
        figure=Figure.of(persons),
        material=Material.ADDITIVE,
        cell=SourceCell(file, 0, form.count_column, ""),
    )


def _without_area(lines: Sequence[_Line], form: RegisterForm) -> list[Issue]:
    rows = sum(rows for names, rows in lines if not names[form.area_column])
    return [
        fault(
            "B-REGISTER-03",
            f"Zeilen ohne Gebiet in der Spalte „{form.area_column}“.",
            "Ein Gebiet eintragen; nicht Zuzuordnendes als eigenes Gebiet der Ebene nicht-zuzuordnen führen.",
        )
    ] * (rows > 0)


def _without_period(lines: Sequence[_Line], form: RegisterForm) -> list[Issue]:
    named = {names[form.period_column] if form.period_column else form.period for names, _ in lines}
    return [
        fault(
            "B-REGISTER-04",
            f"„{period}“ ist kein Zeitraum.",
            "Jahr (2024) oder Stichtag (2024-12-31) schreiben.",
        )
        for period in sorted(named)
        if not _is_period(period)
    ]


def _is_period(key: str) -> bool:
    try:
        Period.parse(key)
    except ValueError:
        return False
    return True


def _wrong_counts(lines: Sequence[_Line], form: RegisterForm) -> list[Issue]:
    wrong = form.count_column and any(not names[form.count_column].isdecimal() for names, _ in lines)
    return [
        fault(
            "B-REGISTER-05",
            f"In der Spalte „{form.count_column}“ steht etwas anderes als eine ganze Zahl ab 0.",
            "Nur Anzahlen von Personen eintragen: nicht negativ, ohne Nachkommastellen, ohne leere Zellen.",
        )
    ] * bool(wrong)


def _blanks(lines: Sequence[_Line], form: RegisterForm) -> Iterator[Issue]:
    for feature, name in form.features:
        if any(not names[name] for names, _ in lines):
            yield Issue(
                "B-REGISTER-06",
                Severity.NOTE,
                f"Leere Zellen in der Spalte „{name}“ zählen beim Merkmal „{feature}“ als „{BLANK}“.",
                "Prüfen, ob das so gewollt ist.",
            )
