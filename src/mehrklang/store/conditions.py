"""Conditions on the rows of the table `observations`, as nodes."""

from collections.abc import Iterable, Sequence

from sqlglot import exp

from mehrklang.store.engine import column
from mehrklang.vocabulary import Material


def equals(name: str, value: str) -> exp.Expr:
    """The column holds exactly this text."""
    return exp.EQ(this=column(name), expression=exp.Literal.string(value))


def among(name: str, values: Iterable[str]) -> exp.Expr:
    """The column holds one of these texts; no text: no row."""
    options = [exp.Literal.string(value) for value in sorted(set(values))]
    return exp.In(this=column(name), expressions=options) if options else exp.false()


def of(material: Material, areas: Sequence[str] | None) -> list[exp.Expr]:
    """The rows of one kind of material, in these areas (None: everywhere)."""
    rows = [equals("material", material)]
    return rows if areas is None else [*rows, among("area", areas)]


def every(conditions: Iterable[exp.Expr]) -> exp.Expr:
    """All conditions hold."""
    return exp.and_(*conditions)


def some(conditions: Iterable[exp.Expr]) -> exp.Expr:
    """At least one condition holds; none given: none holds."""
    options = list(conditions)
    return exp.or_(*options) if options else exp.false()
