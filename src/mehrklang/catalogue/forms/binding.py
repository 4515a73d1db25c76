"""Bindings: from which cells of which source an indicator's groups take their values."""

from decimal import Decimal

from mehrklang.catalogue.definition import Binding, Derivation, GroupBinding
from mehrklang.catalogue.layer import ChangeForm, Layer, Term, WeightedIndicator
from mehrklang.catalogue.table import Table
from mehrklang.vocabulary import AreaLevel, Breakdown, Unit


def binding_from(table: Table) -> Binding:
    """One [[bezug]]."""
    return Binding(
        source=table.text("quelle", required=True),
        groups=tuple(_group_from(row) for row in table.rows("gruppe", required=True)),
        feature=table.text("merkmal"),
        definition=table.text("definition") or "keins",
        level=table.choice("teilgebiete", AreaLevel) if "teilgebiete" in table else None,
    )


def derivation_from(table: Table) -> Derivation:
    """The section [ableitung]; that of a composite has [[ableitung.teil]] instead of `indikator`."""
    parts = tuple(_weighted_from(row) for row in table.rows("teil"))
    return Derivation(
        indicator=table.text("indikator", required=not parts) or next((part.indicator for part in parts), ""),
        group=table.text("gruppe", required=True),
        base=table.text("bezugsgruppe"),
        years=table.integer("jahre", default=1),
        form=table.choice("form", ChangeForm) if "form" in table else ChangeForm.USUAL,
        base_year=table.integer("basisjahr"),
        parts=parts,
    )


def _weighted_from(table: Table) -> WeightedIndicator:
    return WeightedIndicator(
        indicator=table.text("indikator", required=True),
        group=table.text("gruppe", required=True),
        weight=table.number("gewicht", required=True) or Decimal(0),
    )


def _group_from(table: Table) -> GroupBinding:
    layers = tuple(_layer_from(row) for row in table.rows("teil"))
    return GroupBinding(
        group=table.text("gruppe", required=True),
        label=table.text("bezeichnung", required=True),
        numerator=_terms_of(table, "zaehler", required=not layers),
        denominator=_terms_of(table, "nenner"),
        base=table.text("basis", required=True),
        layers=layers,
    )


def _layer_from(table: Table) -> Layer:
    return Layer(
        name=table.text("teil", required=True),
        numerator=_terms_of(table, "zaehler", required=True),
        denominator=_terms_of(table, "nenner"),
        reference_numerator=_terms_of(table, "vergleich_zaehler"),
        reference_denominator=_terms_of(table, "vergleich_nenner"),
        respondents=_terms_of(table, "befragte"),
        squares=_terms_of(table, "gewichtsquadrate"),
        numerator_squares=_terms_of(table, "gewichtsquadrate_zaehler"),
        lower=table.number("von"),
        upper=table.number("bis_unter"),
        weight=table.number("gewicht"),
    )


def _terms_of(table: Table, key: str, *, required: bool = False) -> tuple[Term, ...]:
    return tuple(_term_from(row) for row in table.rows(key, required=required))


def _term_from(table: Table) -> Term:
    return Term(
        measure=table.text("tabelle", required=True),
        unit=table.choice("einheit", Unit),
        where=Breakdown.of(table.pairs("auspraegung")),
        source=table.text("quelle"),
    )
