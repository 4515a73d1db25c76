"""Tracing: the rows behind an amount."""

import duckdb
from sqlglot import exp, select

from mehrklang.cubes import CellKey
from mehrklang.store import scan
from mehrklang.store.amount import Amount, Part
from mehrklang.store.conditions import equals, every, some
from mehrklang.store.delivery import shape
from mehrklang.store.engine import column
from mehrklang.vocabulary import Lineage, Material, SourceCell


def rows_behind(
    connection: duckdb.DuckDBPyConnection, key: CellKey, amount: Amount, features: list[str], limit: int
) -> Lineage:
    """The first `limit` places that were added up, in file order, and how many there are.

    The texts of the cells stay out: they are counts that nobody has protected yet.
    """
    columns = ("file", "line", "column", "sheet", "delivery")
    rows = select(*map(column, columns)).from_(scan.TABLE).where(_condition(key, amount, features))
    statement = rows.order_by(*map(column, columns)).limit(limit)
    places = [
        SourceCell(file, line, heading, "", sheet, delivery)
        for file, line, heading, sheet, delivery in connection.execute(statement.sql(dialect="duckdb")).fetchall()
    ]
    return Lineage(amount.lineage.delivery, tuple(places), amount.rows)


def _condition(key: CellKey, amount: Amount, features: list[str]) -> exp.Expr:
    numbers = {feature: number for number, feature in enumerate(features)}
    return every(
        [
            equals("material", Material.ADDITIVE),
            equals("measure", key.measure),
            equals("unit", key.unit),
            equals("period", key.period.key),
            *[equals(scan.feature_column(numbers[feature]), category) for feature, category in key.breakdown.pairs],
            some(_rows_of(part) for part in amount.parts),
        ]
    )


def _rows_of(part: Part) -> exp.Expr:
    return every(
        [
            equals("delivery", part.delivery),
            equals("area", part.area),
            equals("features", shape(part.features)),
        ]
    )
