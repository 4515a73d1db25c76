"""The interpretations of the demonstration: a summary and a comparison computed from the values, then a written part.

The written part holds no figures, so it fits any size and seed; it lies in `vorlage/interpretationen`. The values are
those that have passed the guard: an interpretation must not tell what a table hides.
"""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from importlib.resources import files

from mehrklang.catalogue import IndicatorDefinition, IndicatorKind
from mehrklang.demo.town import CITY
from mehrklang.indicators import IndicatorValue
from mehrklang.pipeline import Result
from mehrklang.vocabulary import Interpretation, Signature, Unit
from mehrklang.vocabulary.german import format_number, format_with_unit

_DAY = date(2025, 6, 16)
_COORDINATION = Signature("Alex Beispiel", "Koordination", _DAY)
_STATISTICS = Signature("Kim Muster", "Statistik", _DAY)

ONE_SIGNATURE = "rf-diskriminierungserfahrung"
"""Signed by the coordination office only: it may not go out yet."""


def interpret(result: Result, data_version: str) -> Interpretation:
    """The interpretation of the values of the town as they stand."""
    code = result.definition.code
    values = known_values(result, result.group)
    written = files(__package__).joinpath("vorlage", "interpretationen", f"{code}.md").read_text("utf-8").strip()
    signed = (_COORDINATION,) if code == ONE_SIGNATURE else (_COORDINATION, _STATISTICS)
    if not values:
        return Interpretation(code, written, data_version, signed)
    summary = f"{_stand(values[-1])} {_course(result.definition, values)}"
    paragraphs = (*_beside(result, values[-1]), written)
    return Interpretation(code, "\n\n".join(paragraphs), data_version, signed, summary)


def known_values(result: Result, group: str) -> tuple[IndicatorValue, ...]:
    """The values of a group in the whole town that have a number, in time."""
    series = result.of(area=CITY.key, group=group)
    return tuple(value for value in series.values if value.figure.known) if series else ()


def _stand(latest: IndicatorValue) -> str:
    return f"{latest.period.label}: {_quantity(latest)}{_parts(latest)}."


def _course(definition: IndicatorDefinition, values: tuple[IndicatorValue, ...]) -> str:
    """How the latest value stands to the first one that it may be compared with: the first since the last break."""
    since = max((each.first_year for each in definition.breaks if not each.areas), default=0)
    comparable = [value for value in values if value.period.year >= since]
    if len(comparable) < 2:
        return "Ein Vergleich mit früheren Jahren ist nicht möglich."
    first, latest = comparable[0], comparable[-1]
    start = f"{first.period.label}: {_quantity(first)}"
    return f"Das ist {_compared(definition, latest, first)} zu Beginn des Vergleichs ({start})."


def _compared(definition: IndicatorDefinition, latest: IndicatorValue, first: IndicatorValue) -> str:
    """In the printed precision; of a gap the size counts, not the sign."""
    gap = definition.kind is IndicatorKind.GAP
    now, then = (abs(_printed(each)) if gap else _printed(each) for each in (latest, first))
    if now == then:
        return "so viel wie"
    if gap:
        return "ein größerer Abstand als" if now > then else "ein kleinerer Abstand als"
    return "mehr als" if now > then else "weniger als"


def _beside(result: Result, latest: IndicatorValue) -> Iterator[str]:
    """The other groups at the same time, named and without judgement."""
    told = [
        f"{label}: {_quantity(value)}"
        for group, label in result.labels.items()
        if group != result.group
        for value in known_values(result, group)
        if value.period == latest.period
    ]
    if told:
        yield f"Zum Vergleich im selben Zeitraum – {'; '.join(told)}."


def _quantity(value: IndicatorValue) -> str:
    return format_with_unit(value.figure, value.unit, value.decimals)


def _parts(value: IndicatorValue) -> str:
    parts = [part.number for part in (value.numerator, value.denominator) if part and part.number is not None]
    return f" ({' von '.join(map(format_number, parts))})" if len(parts) == 2 and value.unit is Unit.PERCENT else ""


def _printed(value: IndicatorValue) -> Decimal:
    assert value.figure.number is not None  # only known values are compared
    return value.figure.number.quantize(Decimal(1).scaleb(-value.unit.decimals), ROUND_HALF_UP)
