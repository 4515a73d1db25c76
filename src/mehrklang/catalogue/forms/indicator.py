"""The definition of an indicator: one file each."""

from collections.abc import Mapping

from mehrklang.catalogue.breaks import Break
from mehrklang.catalogue.definition import Direction, Evidence, IndicatorDefinition, Perspective
from mehrklang.catalogue.forms.binding import binding_from, derivation_from
from mehrklang.catalogue.forms.breaks import breaks_of
from mehrklang.catalogue.kind import IndicatorKind
from mehrklang.catalogue.table import Table
from mehrklang.vocabulary import Unit


def indicator_from(table: Table, register: Mapping[str, Break]) -> IndicatorDefinition:
    """The definition that the file describes; `register` holds the breaks that many indicators share."""
    derivation = table.table("ableitung")
    return IndicatorDefinition(
        code=table.text("code", required=True),
        name=table.text("name", required=True),
        field=table.text("handlungsfeld", required=True),
        question=table.text("frage", required=True),
        relevance=table.text("relevanz", required=True),
        numerator=table.text("zaehler", required=True),
        denominator=table.text("nenner"),
        population=table.text("grundgesamtheit", required=True),
        unit=table.choice("einheit", Unit),
        kind=table.choice("art", IndicatorKind),
        direction=table.choice("richtung", Direction),
        perspective=table.choice("perspektive", Perspective),
        evidence=table.choice("evidenz", Evidence),
        per=table.integer("je", default=100),
        core=table.flag("kernkandidat"),
        features=table.texts("merkmale"),
        source=table.text("quelle", required=True),
        method=table.text("methode"),
        notes=table.texts("hinweise"),
        breaks=breaks_of(table, register),
        same_as=table.texts("entspricht"),
        references=table.texts("belege", required=True),
        bindings=tuple(binding_from(row) for row in table.rows("bezug")),
        derivation=derivation_from(derivation) if derivation else None,
        pooled_years=table.integer("jahre_zusammen", default=1),
    )
