"""The key of a delivered row for the cell-key method: a number that only the office can compute.

Where a delivery has no single persons, each of its rows stands for those whom it counts. Its key comes from what the
row says of them (measure, area, period, categories), never from the file: a corrected delivery draws no new chance, and
the same persons are changed by the same amount in every table that is added up from these rows.
"""

from collections.abc import Mapping

from sqlglot import exp

from mehrklang.store.engine import column

RECORD_KEY = "record_key"
KEYS = 2**32
"""Keys are whole numbers from 0 to below this one."""

_DIGITS = 8
_APART = "\x1f"


def row_key(features: Mapping[str, str], secret: str) -> exp.Expr:
    """The first 32 bits of SHA-256 over the secret and what the row says, as a number. `features`: columns by name.

    >>> key = row_key({}, "geheim").sql(dialect="duckdb")
    >>> key.startswith("CAST('0x' || SUBSTRING(SHA256(") and "geheim" in key
    True
    """
    fixed = [column(name) for name in ("measure", "unit", "area", "period", "features")]
    said: list[exp.Expr] = [exp.Literal.string(secret), *fixed]
    for feature in sorted(features):
        category = exp.Coalesce(this=column(features[feature]), expressions=[exp.Literal.string("")])
        said += [exp.Literal.string(feature), category]
    whole = exp.func("CONCAT_WS", exp.Literal.string(_APART), *said, dialect="duckdb")
    digits = exp.func("SUBSTRING", exp.func("SHA256", whole, dialect="duckdb"), exp.Literal.number(1),
                      exp.Literal.number(_DIGITS), dialect="duckdb")  # fmt: skip
    return exp.cast(exp.DPipe(this=exp.Literal.string("0x"), expression=digits, safe=False), "BIGINT")
