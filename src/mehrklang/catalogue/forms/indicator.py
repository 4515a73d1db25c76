"""The definition of an indicator: one file each."""

from collections.abc import Mapping
from datetime import date

from mehrklang.catalogue.breaks import Break
from mehrklang.catalogue.definition import Direction, Evidence, IndicatorDefinition, Perspective
from mehrklang.catalogue.definition_version import DefinitionVersion
from mehrklang.catalogue.forms.binding import binding_from, derivation_from
from mehrklang.catalogue.forms.breaks import breaks_of
from mehrklang.catalogue.kind import IndicatorKind
from mehrklang.catalogue.match import Match, MatchDegree
from mehrklang.catalogue.table import Table
from mehrklang.vocabulary import AreaLevel, Unit


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
        definitions=table.texts("definitionen"),
        level=level_of(table),
        matches=matches_of(table),
        versions=tuple(_version(row) for row in table.rows("fassung")),
        rule_set=table.text("regelsatz"),
    )


def level_of(table: Table) -> AreaLevel | None:
    """The smallest level of areas, where it is known."""
    return table.choice("raumebene", AreaLevel) if "raumebene" in table else None


def matches_of(table: Table) -> tuple[Match, ...]:
    """Every [[entsprechung]]."""
    return tuple(_match(row) for row in table.rows("entsprechung"))


def _match(row: Table) -> Match:
    return Match(
        row.text("indikator", required=True),
        row.choice("grad", MatchDegree),
        row.text("unterschied"),
        row.text("beleg"),
    )


def _version(row: Table) -> DefinitionVersion:
    return DefinitionVersion(
        number=row.integer("nummer", required=True),
        day=row.day("datum", required=True) or date.min,
        change=row.text("aenderung", required=True),
        who=row.text("von"),
    )
