"""The engine adds up, Python calculates: what the store asks of an engine are filters, groups, counts and sums."""

import ast
from pathlib import Path

import pytest
from sqlglot import exp, parse_one

import mehrklang.store
from mehrklang.store import Request, additive
from mehrklang.vocabulary import Breakdown, Unit

WOMEN = Breakdown.of({"Geschlecht": "weiblich", 'Staat "neu"': "O'Hara"})
REQUESTS = tuple(Request("Personen", Unit.COUNT, where) for where in (Breakdown(), WOMEN))
FEATURES = sorted(feature for feature, _ in WOMEN.pairs)

CALCULATION = (exp.Div, exp.IntDiv, exp.Mod, exp.Mul, exp.Sub, exp.Add, exp.Round, exp.Floor, exp.Ceil, exp.Avg)


def test_the_tabulation_counts_and_sums_and_does_nothing_else() -> None:
    tabulation = additive.statement(REQUESTS, ("s",), FEATURES)
    assert not list(tabulation.find_all(*CALCULATION))
    assert {type(node) for node in tabulation.find_all(exp.Func)} <= {exp.Count, exp.Sum, exp.Grouping, exp.And, exp.Or}


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "spark"])
def test_every_dialect_says_the_same(dialect: str) -> None:
    """Read back, each rendering is the statement that it was made from."""
    tabulation = additive.statement(REQUESTS, ("s",), FEATURES)
    assert parse_one(tabulation.sql(dialect=dialect), dialect=dialect).sql("duckdb") == tabulation.sql("duckdb")


def test_nothing_in_the_store_divides() -> None:
    """Neither in Python: not even a share for a log. Paths, joined with the same sign, are told by their names."""
    paths = {"root", "Path", "inside", "folder"}
    for file in sorted(Path(mehrklang.store.__file__).parent.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod):
                left = node.left.func if isinstance(node.left, ast.Call) else node.left
                assert isinstance(left, ast.Name), f"{file.name}, line {node.lineno}"
                assert left.id in paths, f"{file.name}, line {node.lineno}"
