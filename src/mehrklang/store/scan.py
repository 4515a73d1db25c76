"""Deliveries as one table: `observations`, with the asked features under the names that `feature_column` gives."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
from sqlglot import exp, select

from mehrklang.store.delivery import COLUMNS, feature_of, missing, path
from mehrklang.store.engine import column
from mehrklang.store.error import refuse

TABLE = "observations"


def register(
    connection: duckdb.DuckDBPyConnection, root: Path, deliveries: Sequence[str], features: Sequence[str]
) -> None:
    """Make the table `observations` of the connection: the rows of the deliveries, none copied.

    Its columns are `delivery`, the fixed columns of a delivery and one column per asked feature, empty where a delivery
    does not know the feature.
    """
    paths = {key: path(root, key).resolve() for key in dict.fromkeys(deliveries)}
    refuse([missing(key) for key, file in paths.items() if not file.exists()])
    branches = [_rows_of(key, file, _columns_of(connection, file), features) for key, file in paths.items()]
    table = branches[0]
    for branch in branches[1:]:
        table = exp.union(table, branch, distinct=False, copy=False)
    connection.execute(f"CREATE TEMP VIEW {TABLE} AS {table.sql(dialect='duckdb')}")


def feature_column(number: int) -> str:
    """The column of the feature with this number among the asked ones.

    Numbered, because DuckDB takes "Alter" for "ALTER" and PostgreSQL cuts names after 63 bytes.
    """
    return f"feature {number}"


def _columns_of(connection: duckdb.DuckDBPyConnection, file: Path) -> dict[str, str]:
    """The column of each feature of a delivery."""
    names = connection.execute("SELECT name FROM parquet_schema(?)", [str(file)]).fetchall()
    features = {feature_of(name): name for (name,) in names}
    return {feature: name for feature, name in features.items() if feature is not None}


def _rows_of(key: str, file: Path, known: Mapping[str, str], features: Sequence[str]) -> exp.Query:
    return select(
        exp.alias_(exp.Literal.string(key), "delivery", quoted=True),
        *[column(name) for name in COLUMNS],
        *[
            exp.alias_(
                column(known[feature]) if feature in known else exp.cast(exp.null(), "VARCHAR"),
                feature_column(number),
                quoted=True,
            )
            for number, feature in enumerate(features)
        ],
    ).from_(exp.func("read_parquet", exp.Literal.string(str(file)), dialect="duckdb"))
