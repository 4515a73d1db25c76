"""The statement of the store gives the same lines on PostgreSQL, where a server can be started for the test."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from sqlglot import exp

from mehrklang.store import Request, Store, additive, scan
from mehrklang.store.conditions import equals
from mehrklang.store.engine import engine
from mehrklang.store.tabulation import people, tabulation, total
from mehrklang.vocabulary import Breakdown, Figure, Reason, Unit
from tests.factories.observations import observation

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")

FEATURES = ["ALTER", "Alter", "Größe'", 'Staat "neu"']
WHERES = [{}, {"Alter": "jung"}, {"ALTER": "", "Alter": "alt"}, {"Größe'": "ü"}, {'Staat "neu"': "O'Hara"}]
REQUESTS = [Request('Zu- und "Fortzüge"', Unit.COUNT, Breakdown.of(where)) for where in WHERES]
NUMBERS = [0, 7, Decimal("0.00000000000000000001"), Decimal(-123456789012345678), Decimal("1E-6")]


def _fill(
    connection,
    table: str,
    names: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    numbers: dict[str, str],
    mark: str,
) -> None:
    """Make a table of texts and some numbers and fill it."""
    columns = ", ".join(f"{_quoted(name)} {numbers.get(name, 'TEXT')}" for name in names)
    connection.cursor().execute(f"CREATE TABLE {_quoted(table)} ({columns})")
    places = ", ".join([mark] * len(names))
    connection.cursor().executemany(f"INSERT INTO {_quoted(table)} VALUES ({places})", rows)  # noqa: S608 — quoted


def _quoted(name: str) -> str:
    return exp.to_identifier(name, quoted=True).sql("postgres")


def lines(rows: Sequence[Sequence[object]]) -> Counter[tuple[object, ...]]:
    """The lines of an answer, in no order; numbers as numbers."""
    return Counter(tuple(Decimal(x) if isinstance(x, int | Decimal) else x for x in row) for row in rows)


def test_counts_are_tabulated_alike(tmp_path: Path, postgres: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Missing features, signs, umlauts and quotation marks, twenty decimals."""
    wheres = [*WHERES, {"Alter": "jung", "Größe'": "ü"}]
    rows = [
        observation(
            Figure.of(NUMBERS[n % 5]), measure=REQUESTS[0].measure, area=f"a{n % 3}", by=by, period=str(2020 + n % 2)
        )
        for n in range(40)
        for by in wheres[n % 3 :]
    ]
    rows.append(observation(Figure.withheld(Reason.SOURCE_SECRET), measure=REQUESTS[0].measure, area="a0"))
    key = Store(tmp_path).append(rows, source="probe", name="zählung.csv", content_sha256="")
    statement = additive.statement(REQUESTS, ("a0", "a1"), FEATURES)
    with engine(tmp_path) as connection:
        scan.register(connection, tmp_path, [key], FEATURES)
        expected = connection.execute(statement.sql("duckdb")).fetchall()
        stored = connection.execute(f"SELECT * FROM {scan.TABLE}")  # noqa: S608 — a name of our own
        names = [name for name, *_ in stored.description]
        numbers = {"number": "NUMERIC(38, 20)", "line": "BIGINT"}
        _fill(postgres, scan.TABLE, names, stored.fetchall(), numbers=numbers, mark="%s")
    assert len(expected) > 40
    assert lines(postgres.execute(statement.sql("postgres")).fetchall()) == lines(expected)


def test_persons_are_tabulated_alike(tmp_path: Path, postgres: "psycopg.Connection[tuple[object, ...]]") -> None:
    """A register with all margins: a missing category is no margin."""
    persons = [(("Süd", "Nord", None)[n % 3], ("O'Hara", "Äußere", None)[n % 7 % 3], n) for n in range(200)]
    measures = {"n": people(), "äußere": people(equals('Straße "neu"', "Äußere")), "summe": total("Wohnfläche")}
    keys = ("Stadtteil", 'Straße "neu"')
    statement = tabulation("Register Ä'", keys, [keys, keys[:1], keys[1:], ()], measures)
    names = [*keys, "Wohnfläche"]
    with engine(tmp_path) as connection:
        _fill(connection, "Register Ä'", names, persons, numbers={"Wohnfläche": "BIGINT"}, mark="?")
        expected = connection.execute(statement.sql("duckdb")).fetchall()
    _fill(postgres, "Register Ä'", names, persons, numbers={"Wohnfläche": "BIGINT"}, mark="%s")
    assert lines(postgres.execute(statement.sql("postgres")).fetchall()) == lines(expected)
