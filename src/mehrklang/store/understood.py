"""What the texts of a large table mean, joined to it: the view `understood`, one row per observation to be.

Its columns: place (row of `t`), measure, unit, area, period, number, sign, reason, finality, raw, and f0, f1 … the
categories of the features ("" for none).
"""

# ruff: noqa: S608 — statements are put together from names and numbers of our own; texts go through `text`

from collections.abc import Sequence

from mehrklang.store.engine import text
from mehrklang.store.number import SQL_TYPE
from mehrklang.store.text_table import TextTable
from mehrklang.vocabulary.texts import Group, Meaning, Meanings, PlainNumbers

# The grammar of plain numbers: a part of `sources.numbers`, which reads all others. A test compares the two.
_WHOLE = "regexp_full_match({0}, '-?[0-9]{{1,18}}')"
_DECIMAL = "regexp_full_match({0}, '-?[0-9]{{1,18}}[{1}][0-9]{{1,20}}')"
_SHORT = "regexp_full_match({0}, '-?[0-9]{{1,12}}[{1}][0-9]{{1,6}}')"


def only_whole(table: TextTable, column: int) -> bool:
    """Whether a column holds nothing but plain whole numbers: then nothing in it has to be looked at."""
    condition = f"NOT {_WHOLE.format(f't.c{column}')}"
    return not table.connection.execute(f"SELECT 1 FROM t WHERE {condition} LIMIT 1").fetchall()


def unusual(table: TextTable, column: int) -> tuple[Group, ...]:
    """The texts of a column that are no plain numbers with either mark."""
    name = f"t.c{column}"
    return table.groups(column, where=f"NOT ({_WHOLE.format(name)} OR {_DECIMAL.format(name, ',.')})")


def to_be_read(table: TextTable, plain: PlainNumbers) -> tuple[Group, ...]:
    """The different cells, with comment and unit, that a reader has to look at."""
    columns = (plain.value, plain.value if plain.comment is None else plain.comment, plain.unit)
    return table.groups(*columns, where=f"NOT ({_whole(plain)} OR {_decimal(plain)})")


def learn(table: TextTable, said: Meanings) -> None:
    """Makes the view `understood`."""
    joins: list[str] = []
    columns = {
        "measure": _translated(table, "measures", said.measure, joins),
        "unit": _translated(table, "units", said.unit, joins),
        "area": _translated(table, "areas", said.area, joins),
        "period": _translated(table, "periods", said.period, joins),
    }
    known = [f"({each} IS NOT NULL)" for each in columns.values() if not each.startswith("t.c")]
    for number, (_, meaning) in enumerate(said.features):
        columns[f"f{number}"] = _translated(table, f"labels{number}", meaning, joins)
    columns |= _figures(table, said, joins)
    known += ["(coalesce(read_values.usable, '1') = '1')"] if said.values else []
    told = "coalesce(read_values.told, '0') = '1'" if said.values else "false"
    usable = " AND ".join(known) or "true"
    columns |= {"raw": f"t.c{said.plain.value}", "usable": usable, "told": f"(NOT ({usable})) OR {told}"}
    columns["looked_at"] = "(read_values.k0 IS NOT NULL)" if said.values else "false"
    selected = ", ".join(f"{expression} AS {name}" for name, expression in columns.items())
    table.connection.execute(f"CREATE VIEW understood AS SELECT t.rowid AS place, {selected} FROM t {' '.join(joins)}")


def _translated(table: TextTable, name: str, meaning: Meaning, joins: list[str]) -> str:
    """The expression of a column; a small table is joined unless the texts mean themselves."""
    if meaning.is_itself:
        return f"t.c{meaning.columns[0]}"
    keys = [f"k{number}" for number in range(len(meaning.columns))]
    rows = [(*texts, means) for texts, means in zip(meaning.texts, meaning.means, strict=True)]
    table.teach(name, [*keys, "meaning"], rows)
    same = " AND ".join(f"t.c{at} = {name}.{key}" for at, key in zip(meaning.columns, keys, strict=True))
    joins.append(f"LEFT JOIN {name} ON {same}")
    return f"{name}.meaning"


def _figures(table: TextTable, said: Meanings, joins: list[str]) -> dict[str, str]:
    plain = said.plain
    if not said.values:
        return {"number": _number(plain, "NULL"), **dict.fromkeys(("sign", "reason", "finality"), "NULL::VARCHAR")}
    heads = ("k0", "k1", "k2", "number", "sign", "reason", "finality", "usable", "told")
    rows = [
        (*one.texts, one.number, one.sign, one.reason, one.finality, str(int(one.usable)), str(int(one.told)))
        for one in said.values
    ]
    table.teach("read_values", heads, rows)
    comment = plain.value if plain.comment is None else plain.comment
    joins.append(
        f"LEFT JOIN read_values ON t.c{plain.value} = read_values.k0 AND t.c{comment} = read_values.k1"
        f" AND t.c{plain.unit} = read_values.k2"
    )
    number = _number(plain, f"CAST(read_values.number AS {SQL_TYPE})")
    return {"number": number} | {name: f"read_values.{name}" for name in ("sign", "reason", "finality")}


def _number(plain: PlainNumbers, other: str) -> str:
    """The number of a row. Short decimals go through 18 digits, which is two hundred times as fast as through 38."""
    cell = f"t.c{plain.value}"
    pointed = f"replace({cell}, ',', '.')"
    decimal = (
        f" WHEN {_decimal(plain)} AND {_SHORT.format(cell, plain.mark)}"
        f" THEN CAST(TRY_CAST({pointed} AS DECIMAL(18, 6)) AS {SQL_TYPE})"
        f" WHEN {_decimal(plain)} THEN TRY_CAST({pointed} AS {SQL_TYPE})"
    )
    return (
        f"CASE WHEN {_whole(plain)} THEN CAST(TRY_CAST({cell} AS BIGINT) AS {SQL_TYPE})"
        f"{decimal if plain.mark else ''} ELSE {other} END"
    )


def _whole(plain: PlainNumbers) -> str:
    bare_zero = f"t.c{plain.value} = '0' AND {_among(plain.unit, plain.thousands)}"
    return f"({_WHOLE.format(f't.c{plain.value}')} AND {_uncommented(plain)} AND NOT ({bare_zero}))"


def _decimal(plain: PlainNumbers) -> str:
    if not plain.mark:
        return "false"
    looked_at = _among(plain.unit, plain.counts)
    shaped = _DECIMAL.format(f"t.c{plain.value}", plain.mark)
    return f"({shaped} AND {_uncommented(plain)} AND NOT ({looked_at}))"


def _uncommented(plain: PlainNumbers) -> str:
    known = f"NOT ({_among(plain.unit, plain.unknown)})"
    return known if plain.comment is None else f"t.c{plain.comment} = '' AND {known}"


def _among(column: int, texts: Sequence[str]) -> str:
    return f"t.c{column} IN ({', '.join(map(text, texts))})" if texts else "false"
