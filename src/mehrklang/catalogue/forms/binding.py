"""Bindings: from which cells of which source an indicator's groups take their values."""

from mehrklang.catalogue.definition import Binding, Derivation, GroupBinding, Term
from mehrklang.catalogue.table import Table
from mehrklang.vocabulary import Breakdown, Unit


def binding_from(table: Table) -> Binding:
    """One [[bezug]]."""
    return Binding(
        source=table.text("quelle", required=True),
        groups=tuple(_group_from(row) for row in table.rows("gruppe", required=True)),
        feature=table.text("merkmal"),
        definition=table.text("definition") or "keins",
    )


def derivation_from(table: Table) -> Derivation:
    """The section [ableitung]."""
    return Derivation(
        indicator=table.text("indikator", required=True),
        group=table.text("gruppe", required=True),
        base=table.text("bezugsgruppe"),
        years=table.integer("jahre", default=1),
    )


def _group_from(table: Table) -> GroupBinding:
    return GroupBinding(
        group=table.text("gruppe", required=True),
        label=table.text("bezeichnung", required=True),
        numerator=tuple(_term_from(row) for row in table.rows("zaehler", required=True)),
        denominator=tuple(_term_from(row) for row in table.rows("nenner")),
        base=table.text("basis", required=True),
    )


def _term_from(table: Table) -> Term:
    return Term(
        measure=table.text("tabelle", required=True),
        unit=table.choice("einheit", Unit),
        where=Breakdown.of(table.pairs("auspraegung")),
        source=table.text("quelle"),
    )
