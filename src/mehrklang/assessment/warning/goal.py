"""Signals that do not come from chance: a threshold newly crossed, a target path newly left, a target missed."""

from collections.abc import Iterator
from decimal import Decimal

from mehrklang.assessment.path import path_value
from mehrklang.assessment.result import TargetState
from mehrklang.assessment.standing import standing
from mehrklang.assessment.target import Target
from mehrklang.assessment.threshold import beyond, threshold_text
from mehrklang.assessment.warning.signal import Signal, SignalKind, signal_about
from mehrklang.catalogue import Direction, IndicatorDefinition
from mehrklang.indicators import IndicatorValue, Series
from mehrklang.vocabulary.german import format_quantity

_ON_THE_WAY = frozenset({TargetState.REACHED, TargetState.ON_COURSE})


def goal_signals(definition: IndicatorDefinition, series: Series, target: Target | None) -> Iterator[Signal]:
    """Of the newest two values, the older of which was still inside, and of the newest one after the target year;
    across a break nothing is compared."""
    known = [value for value in series.values if value.figure.known]
    if target is None or definition.direction is Direction.CONTEXT or not known or series.values[-1] != known[-1]:
        return
    newest = known[-1]
    if not _cut(definition, target.base_year, newest):
        yield from _missed(newest, target)
    if len(known) > 1 and not _cut(definition, known[-2].period.year, newest):
        yield from _threshold(definition.direction, known[-2], newest, target)
        yield from _path(known[-2], newest, target)


def _cut(definition: IndicatorDefinition, year: int, newest: IndicatorValue) -> bool:
    return any(each.between(year, newest.period.year, area=newest.area) for each in definition.breaks)


def _missed(newest: IndicatorValue, target: Target) -> Iterator[Signal]:
    """Every year anew, as long as no other target is agreed on."""
    year = newest.period.year
    if year >= target.year and standing(target, _number(newest), year) is not TargetState.REACHED:
        found, asked = (format_quantity(number, newest.unit) for number in (_number(newest), target.value))
        said = (
            f"{newest.period.label}: {found}; vereinbart war bis {target.year}: {target.operator.value} {asked}. Grund "
            "und Entscheidung sind festzuhalten."
        )
        yield signal_about(SignalKind.TARGET_MISSED, newest, said)


def _threshold(
    direction: Direction, before: IndicatorValue, newest: IndicatorValue, target: Target
) -> Iterator[Signal]:
    crossed = [
        bound
        for bound in (target.act, target.warn)
        if beyond(direction, _number(newest), bound) and not beyond(direction, _number(before), bound)
    ]
    if crossed:
        said = threshold_text(direction, target, _number(newest), newest.unit)
        yield signal_about(SignalKind.THRESHOLD_CROSSED, newest, f"{newest.period.label}: {said}")


def _path(before: IndicatorValue, newest: IndicatorValue, target: Target) -> Iterator[Signal]:
    if before.period.year < target.base_year or newest.period.year >= target.year:
        return
    earlier, now = (standing(target, _number(value), value.period.year) for value in (before, newest))
    if earlier in _ON_THE_WAY and now not in _ON_THE_WAY:
        found, asked = (
            format_quantity(number, newest.unit) for number in (_number(newest), path_value(target, newest.period.year))
        )
        said = (
            f"{newest.period.label}: {found}; der Zielpfad sieht {asked} vor. {before.period.label} war er eingehalten."
        )
        yield signal_about(SignalKind.TARGET_PATH_LEFT, newest, said)


def _number(value: IndicatorValue) -> Decimal:
    assert value.figure.number is not None  # only values with numbers come here
    return value.figure.number
