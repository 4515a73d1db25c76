"""The one tabulation statement: all margins of a table at once, in the SQL that DuckDB, PostgreSQL and Spark share.

Names and values are nodes, never text. The engine filters, groups, counts and sums; it never divides or rounds. There
is no ORDER BY, because engines differ in collation and in the place of NULL.
"""

from collections.abc import Mapping, Sequence

from sqlglot import exp, select

from mehrklang.store.engine import column


def tabulation(
    table: str,
    keys: Sequence[str],
    groups: Sequence[Sequence[str]],
    measures: Mapping[str, exp.Expr],
    *,
    where: exp.Expr | None = None,
) -> exp.Select:
    """Tabulate `table` by `keys`, once per group of keys.

    The answer has the columns `keys`, then `measures`, then one 0/1 column "margin i" per key: 1 says that the key is
    summed over. (In the key column itself a margin and a missing category look alike.)

    >>> print(tabulation("Register", ["Jahr"], [["Jahr"], []], {"n": people()}).sql("postgres", pretty=True))
    SELECT
      "Jahr",
      COUNT(*) AS "n",
      GROUPING("Jahr") AS "margin 0"
    FROM "Register"
    GROUP BY
      GROUPING SETS (
        ("Jahr"),
        ()
      )
    """
    statement = select(
        *[column(key) for key in keys],
        *[exp.alias_(measure, name, quoted=True) for name, measure in measures.items()],
        *[
            exp.alias_(exp.Grouping(expressions=[column(key)]), f"margin {index}", quoted=True)
            for index, key in enumerate(keys)
        ],
    ).from_(exp.Table(this=exp.to_identifier(table, quoted=True)))
    sets = [exp.Tuple(expressions=[column(key) for key in group]) for group in groups]
    statement.set("group", exp.Group(grouping_sets=[exp.GroupingSets(expressions=sets)]))
    return statement if where is None else statement.where(where)


def people(where: exp.Expr | None = None) -> exp.Expr:
    """The number of rows; with a condition, of those that fulfil it."""
    count = exp.Count(this=exp.Star())
    return count if where is None else exp.Filter(this=count, expression=exp.Where(this=where))


def total(name: str) -> exp.Expr:
    """The sum of a column of numbers."""
    return exp.Sum(this=column(name))


def single_amounts(name: str) -> exp.Expr:
    """All numbers of a column that are there, the greatest first, as one array."""
    number = column(name)
    ordered = exp.Order(this=number, expressions=[exp.Ordered(this=number.copy(), desc=True)])
    there = exp.Where(this=exp.Not(this=exp.Is(this=number.copy(), expression=exp.Null())))
    return exp.Filter(this=exp.ArrayAgg(this=ordered), expression=there)
