"""Deliveries as one table: `observations`, with the asked features under the names that `feature_column` gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
from sqlglot import exp, select

from mehrklang.store.delivery import COLUMNS, FINALITY, feature_of, missing, path
from mehrklang.store.engine import column
from mehrklang.store.error import refuse
from mehrklang.store.row_key import RECORD_KEY, row_key

TABLE = "observations"


def register(
    connection: duckdb.DuckDBPyConnection,
    root: Path,
    deliveries: Sequence[str],
    features: Sequence[str],
    *,
    secret: str = "",
) -> None:
    """Make the table `observations` of the connection: the rows of the deliveries, none copied.

    Its columns are `delivery`, the fixed columns of a delivery, `finality` and one column per asked feature; these are
    empty where a delivery does not know the feature or does not say how final its values are. With a `secret` each row
    also has its `record_key` (see `row_key`).
    """
    paths = {key: path(root, key).resolve() for key in dict.fromkeys(deliveries)}
    refuse([missing(key) for key, file in paths.items() if not file.exists()])
    branches = [_rows_of(key, file, _known_in(connection, file), features, secret) for key, file in paths.items()]
    table = branches[0]
    for branch in branches[1:]:
        table = exp.union(table, branch, distinct=False, copy=False)
    connection.execute(f"CREATE TEMP VIEW {TABLE} AS {table.sql(dialect='duckdb')}")


def features(connection: duckdb.DuckDBPyConnection, root: Path, deliveries: Sequence[str]) -> list[str]:
    """All features that any of the deliveries names."""
    files = [path(root, key).resolve() for key in dict.fromkeys(deliveries)]
    return sorted({feature for file in files for feature in _known_in(connection, file).features})


def feature_column(number: int) -> str:
    """The column of the feature with this number among the asked ones.

    Numbered, because DuckDB takes "Alter" for "ALTER" and PostgreSQL cuts names after 63 bytes.
    """
    return f"feature {number}"


@dataclass(frozen=True, slots=True)
class _Known:
    """What a delivery has beside the fixed columns: a column for each feature, and whether one of finality."""

    features: Mapping[str, str]
    stated: bool


def _known_in(connection: duckdb.DuckDBPyConnection, file: Path) -> _Known:
    names = [name for (name,) in connection.execute("SELECT name FROM parquet_schema(?)", [str(file)]).fetchall()]
    found = {feature: name for name in names if (feature := feature_of(name)) is not None}
    return _Known(found, FINALITY in names)


def _rows_of(key: str, file: Path, known: _Known, features: Sequence[str], secret: str) -> exp.Query:
    return select(
        exp.alias_(exp.Literal.string(key), "delivery", quoted=True),
        *[column(name) for name in COLUMNS],
        _column_or_empty(FINALITY if known.stated else None, FINALITY),
        *[
            _column_or_empty(known.features.get(feature), feature_column(number))
            for number, feature in enumerate(features)
        ],
        *([exp.alias_(row_key(known.features, secret), RECORD_KEY, quoted=True)] if secret else []),
    ).from_(exp.func("read_parquet", exp.Literal.string(str(file)), dialect="duckdb"))


def _column_or_empty(name: str | None, alias: str) -> exp.Expr:
    found = exp.cast(exp.null(), "VARCHAR") if name is None else column(name)
    return exp.alias_(found, alias, quoted=True)
