"""Doubts about a target: said beside the assessment, for those who agreed on the target."""

from collections.abc import Iterator
from decimal import Decimal

from mehrklang.assessment.path import meets
from mehrklang.assessment.target import Operator, Target
from mehrklang.assessment.threshold import beyond
from mehrklang.catalogue import Direction, IndicatorDefinition
from mehrklang.indicators import Series
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_quantity

_OPERATORS = {Direction.HIGH_IS_GOOD: Operator.AT_LEAST, Direction.LOW_IS_GOOD: Operator.AT_MOST}


def doubts(definition: IndicatorDefinition, series: Series, target: Target) -> Iterator[str]:
    """German sentences: direction against target, base value that meets it already, base value that the series does not
    know, thresholds in the wrong order.
    """
    direction, unit = definition.direction, definition.unit
    if direction is Direction.CONTEXT:
        yield "Der Indikator beschreibt die Lage (Kontext); das eingetragene Ziel wird nicht bewertet."
        return
    if target.operator is not _OPERATORS[direction]:
        wished = "hohe" if direction is Direction.HIGH_IS_GOOD else "niedrige"
        yield f"Das Ziel ({target.operator.value}) widerspricht der Richtung: Erwünscht sind {wished} Werte."
    if meets(target.operator, target.base_value, target.value):
        yield f"Der Ausgangswert {format_quantity(target.base_value, unit)} erfüllt das Ziel bereits."
    if target.warn is not None and beyond(direction, target.warn, target.act):
        yield "Die Handlungsschwelle liegt auf der besseren Seite der Warnschwelle."
    yield from _other_base(series, target, unit)


def _other_base(series: Series, target: Target, unit: Unit) -> Iterator[str]:
    """A base value that differs from the series by more than its printed rounding."""
    known = {value.period.year: value.figure.number for value in series.values}.get(target.base_year)
    if known is not None and abs(known - target.base_value) > Decimal("0.5").scaleb(-unit.decimals):
        yield (
            f"Der Ausgangswert des Ziels, {format_quantity(target.base_value, unit)}, weicht vom Wert der Reihe für "
            f"{target.base_year} ab: {format_quantity(known, unit)}."
        )
