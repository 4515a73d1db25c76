"""The statement tabulates persons as well as counts: all margins at once."""

from collections import Counter
from decimal import Decimal
from itertools import product

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlglot import exp

from mehrklang.store.conditions import equals
from mehrklang.store.tabulation import people, tabulation, total

KEYS = ("Stadtteil", "Straße'", 'Staat "neu"')
GROUPS = [KEYS, KEYS[:2], KEYS[1:], (KEYS[2],), ()]
ROOM = "Wohnfläche"

PERSON = st.tuples(
    st.sampled_from(("Ehrenfeld", "Köln-Süd", None)),
    st.sampled_from(("O'Hara-Straße", "Äußere", None)),
    st.sampled_from(("deutsch", "türkisch", '"unbekannt"', None)),
    st.integers(0, 200),
)


def margins(persons: list[tuple[str | None, str | None, str | None, int]]) -> Counter[tuple[object, ...]]:
    """On paper: for each group of keys each person falls into one cell."""
    found: Counter[tuple[object, ...]] = Counter()
    for group, (*categories, room) in product(GROUPS, persons):
        cell = tuple(
            (key in group, category if key in group else None) for key, category in zip(KEYS, categories, strict=True)
        )
        found[cell, "n"] += 1
        found[cell, "türkisch"] += categories[2] == "türkisch"
        found[cell, "fläche"] += room
    if not persons:
        found[tuple((False, None) for _ in KEYS), "n"] = 0
    return +found


@settings(max_examples=40, deadline=None)
@given(st.lists(PERSON, max_size=25))
def test_all_margins_of_a_register_are_those_on_paper(
    persons: list[tuple[str | None, str | None, str | None, int]],
) -> None:
    """A missing category is a cell of its own and not a margin."""
    measures = {"n": people(), "türkisch": people(equals(KEYS[2], "türkisch")), "fläche": total(ROOM)}
    statement = tabulation("Einwohnerregister 'Ä'", KEYS, GROUPS, measures).sql(dialect="duckdb")
    with duckdb.connect() as connection:
        names = ", ".join(exp.to_identifier(name, quoted=True).sql() + " VARCHAR" for name in KEYS)
        connection.execute(f'CREATE TABLE "Einwohnerregister \'Ä\'" ({names}, "{ROOM}" INTEGER)')
        for person in persons:
            connection.execute("INSERT INTO \"Einwohnerregister 'Ä'\" VALUES (?, ?, ?, ?)", person)
        rows = connection.execute(statement).fetchall()
    found: Counter[tuple[object, ...]] = Counter()
    for row in rows:
        cell = tuple((not margin, category) for category, margin in zip(row[:3], row[6:], strict=True))
        for name, number in zip(measures, row[3:6], strict=True):
            assert (cell, name) not in found
            found[cell, name] = number or 0
    assert +found == margins(persons)


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark"])
def test_the_statement_holds_sums_and_counts_only(dialect: str) -> None:
    """Names and values are quoted in every dialect."""
    statement = tabulation("t", KEYS, GROUPS, {"n": people(equals(KEYS[1], "O'Hara"))}, where=equals("Jahr", "2024"))
    text = statement.sql(dialect=dialect)
    quote = "`" if dialect == "spark" else '"'
    assert f"{quote}Straße'{quote}" in text
    assert "'O''Hara'" in text or r"'O\'Hara'" in text
    assert "GROUPING SETS" in text


def test_sums_of_decimals_are_exact() -> None:
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE t AS SELECT CAST(x AS DECIMAL(38, 20)) AS n FROM unnest(['0.1', '0.2']) AS _(x)"
        )
        assert connection.execute(tabulation("t", [], [[]], {"s": total("n")}).sql("duckdb")).fetchall() == [
            (Decimal("0.3"),)
        ]
