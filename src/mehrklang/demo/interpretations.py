"""The interpretations of the demonstration: a first paragraph computed from the values, then a written part.

The written part holds no figures, so it fits any size and seed; it lies in `vorlage/interpretationen`.
"""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from importlib.resources import files

from mehrklang.catalogue import IndicatorDefinition, IndicatorKind
from mehrklang.demo.values import Point, Values
from mehrklang.vocabulary import Interpretation, Signature, Unit
from mehrklang.vocabulary.german import format_number, format_with_unit

_DAY = date(2025, 6, 16)
_COORDINATION = Signature("Alex Beispiel", "Koordination", _DAY)
_STATISTICS = Signature("Kim Muster", "Statistik", _DAY)

ONE_SIGNATURE = "rf-diskriminierungserfahrung"
"""Signed by the coordination office only: it may not go out yet."""


def interpret(
    definition: IndicatorDefinition, group: str, values: Values, labels: Mapping[str, str], data_version: str
) -> Interpretation:
    """The interpretation of a group's values as they stand; `labels` are the groups of the indicator by key."""
    points = values.points(definition.code, group)
    written = files(__package__).joinpath("vorlage", "interpretationen", f"{definition.code}.md").read_text("utf-8")
    summary = _stand(definition, points)
    sentences = [summary, _course(definition, points), *_beside(definition, group, values, labels)]
    signed = (_COORDINATION,) if definition.code == ONE_SIGNATURE else (_COORDINATION, _STATISTICS)
    text = f"{' '.join(filter(None, sentences))}\n\n{written.strip()}"
    return Interpretation(definition.code, text, data_version, signed, summary)


def segment(definition: IndicatorDefinition, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The values since the last break: only these may be compared with each other."""
    first = max((each.first_year for each in definition.breaks), default=0)
    return tuple(point for point in points if point.period.year >= first)


def _stand(definition: IndicatorDefinition, points: tuple[Point, ...]) -> str:
    latest = points[-1]
    return f"{definition.name}, {latest.period.label}: {_quantity(latest, definition.unit)}{_parts(latest)}."


def _course(definition: IndicatorDefinition, points: tuple[Point, ...]) -> str:
    """How the latest value stands to the first one that it may be compared with."""
    latest, comparable = points[-1], segment(definition, points)
    if len(comparable) < 2:
        return "Ein Vergleich mit früheren Jahren ist wegen eines Reihenbruchs nicht möglich."
    first = comparable[0]
    since = f"{first.period.label}: {_quantity(first, definition.unit)}{_parts(first)}"
    return f"Das ist {_compared(definition, latest, first)} zu Beginn des vergleichbaren Zeitraums ({since})."


def _compared(definition: IndicatorDefinition, latest: Point, first: Point) -> str:
    """In the printed precision; of a gap the size counts, not the sign."""
    gap = definition.kind is IndicatorKind.GAP
    now, then = (_printed(abs(each.number) if gap else each.number, definition.unit) for each in (latest, first))
    if now == then:
        return "so viel wie"
    if gap:
        return "ein größerer Abstand als" if now > then else "ein kleinerer Abstand als"
    return "mehr als" if now > then else "weniger als"


def _beside(definition: IndicatorDefinition, group: str, values: Values, labels: Mapping[str, str]) -> list[str]:
    """The other groups at the same time, named and without judgement."""
    period = values.points(definition.code, group)[-1].period
    told = [
        f"{label}: {_quantity(point, definition.unit)}"
        for key, label in labels.items()
        if key != group
        for point in values.points(definition.code, key)
        if point.period == period
    ]
    return [f"Zum Vergleich im selben Zeitraum – {'; '.join(told)}."] if told else []


def _quantity(point: Point, unit: Unit) -> str:
    return format_with_unit(point.figure, unit)


def _parts(point: Point) -> str:
    if point.numerator is None or point.denominator is None:
        return ""
    return f" ({format_number(point.numerator)} von {format_number(point.denominator)})"


def _printed(number: Decimal, unit: Unit) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-unit.decimals), ROUND_HALF_UP)
