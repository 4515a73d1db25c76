"""The signals of chance in words: what was expected, what came, and what to look at first."""

from decimal import Decimal

from mehrklang.assessment.warning.expectation import Expectation
from mehrklang.assessment.warning.scale import Scaled
from mehrklang.assessment.warning.signal import Signal, SignalKind, signal_about
from mehrklang.catalogue import IndicatorDefinition, IndicatorKind
from mehrklang.indicators import IndicatorValue, Interval, IntervalMethod
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_number, format_quantity

ABSURD = 1e-6
"""A shift that chance brings about less often than once in a million is first of all a question to the data."""


def shift_signal(
    definition: IndicatorDefinition,
    segment: tuple[IndicatorValue, ...],
    newest: Scaled,
    shift: Expectation,
    *,
    rare: float,
) -> Signal:
    """A shift of the newest value: of the data, of a gap, or of the level."""
    value = segment[-1]
    lower, upper = (_possible(decimal(newest.back(limit)), segment) for limit in shift.limits(rare))
    expected = Interval(lower, upper, IntervalMethod.PREDICTION, Decimal(1) - decimal(rare))
    said = (
        f"{value.period.label}: {_quantity(value)}; nach den früheren Werten ({segment[0].period.label} bis "
        f"{segment[-2].period.label}) war {format_quantity(expected.lower, value.unit)} bis "
        f"{format_quantity(expected.upper, value.unit)} zu erwarten."
    )
    kind = _kind(definition, value, shift)
    if kind is SignalKind.DATA_SUSPECT:
        said += " Ein so großer Sprung ist meist ein Fehler oder ein Reihenbruch: bitte zuerst die Lieferung prüfen."
    return signal_about(kind, value, said, expected)


def drift_signal(definition: IndicatorDefinition, segment: tuple[IndicatorValue, ...], drift: float) -> Signal:
    """A slow drift up to the newest value."""
    value = segment[-1]
    way = "nach oben" if drift > 0 else "nach unten"
    said = (
        f"{segment[0].period.label} bis {value.period.label}: Abweichungen {way} summieren sich auf "
        f"{format_number(decimal(abs(drift)), 1)} Standardabweichungen über das hinaus, was Zufall erwarten lässt."
    )
    widens = definition.kind is IndicatorKind.GAP and _outward(value, up=drift > 0)
    return signal_about(SignalKind.GAP_WIDENING if widens else SignalKind.DRIFT, value, said)


def _possible(limit: Decimal, segment: tuple[IndicatorValue, ...]) -> Decimal:
    """A limit that the unit allows: shares lie between 0 and 100; what was never negative is not expected to be."""
    numbers = [value.figure.number for value in segment if value.figure.number is not None]
    if min(numbers) >= 0:
        limit = max(limit, Decimal(0))
    return min(limit, Decimal(100)) if segment[-1].unit is Unit.PERCENT and max(numbers) <= 100 else limit


def _kind(definition: IndicatorDefinition, value: IndicatorValue, shift: Expectation) -> SignalKind:
    if shift.chance < ABSURD:
        return SignalKind.DATA_SUSPECT
    if definition.kind is IndicatorKind.GAP and _outward(value, up=shift.distance > 0):
        return SignalKind.GAP_WIDENING
    return SignalKind.LEVEL_SHIFT


def _outward(value: IndicatorValue, *, up: bool) -> bool:
    """Whether a gap has moved away from zero."""
    number = value.figure.number
    return number is not None and (number > 0) == up


def _quantity(value: IndicatorValue) -> str:
    return "" if value.figure.number is None else format_quantity(value.figure.number, value.unit)
