"""Signals that do not come from chance: a threshold newly crossed, a target path newly left."""

from collections.abc import Iterator
from decimal import Decimal

from mehrklang.assessment.path import path_value
from mehrklang.assessment.result import TargetState
from mehrklang.assessment.standing import standing
from mehrklang.assessment.target import Target
from mehrklang.assessment.threshold import beyond, threshold_text
from mehrklang.assessment.warning.signal import Signal, SignalKind
from mehrklang.catalogue import Direction, IndicatorDefinition
from mehrklang.indicators import IndicatorValue, Series
from mehrklang.vocabulary.german import format_quantity

_ON_THE_WAY = frozenset({TargetState.REACHED, TargetState.ON_COURSE})


def goal_signals(definition: IndicatorDefinition, series: Series, target: Target | None) -> Iterator[Signal]:
    """Of the newest two values, the older of which was still inside; across a break nothing is compared."""
    known = [value for value in series.values if value.figure.known]
    if target is None or definition.direction is Direction.CONTEXT or len(known) < 2 or series.values[-1] != known[-1]:
        return
    before, newest = known[-2:]
    if any(each.between(before.period.year, newest.period.year, area=series.area) for each in definition.breaks):
        return
    yield from _threshold(definition.direction, before, newest, target)
    yield from _path(before, newest, target)


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
        yield _signal(SignalKind.THRESHOLD_CROSSED, newest, f"{newest.period.label}: {said}")


def _path(before: IndicatorValue, newest: IndicatorValue, target: Target) -> Iterator[Signal]:
    if before.period.year < target.base_year:
        return
    earlier, now = (standing(target, _number(value), value.period.year) for value in (before, newest))
    if earlier in _ON_THE_WAY and now not in _ON_THE_WAY:
        found, asked = (
            format_quantity(number, newest.unit) for number in (_number(newest), path_value(target, newest.period.year))
        )
        said = (
            f"{newest.period.label}: {found}; der Zielpfad sieht {asked} vor. {before.period.label} war er eingehalten."
        )
        yield _signal(SignalKind.TARGET_PATH_LEFT, newest, said)


def _number(value: IndicatorValue) -> Decimal:
    assert value.figure.number is not None  # only values with numbers come here
    return value.figure.number


def _signal(kind: SignalKind, value: IndicatorValue, evidence: str) -> Signal:
    return Signal(kind, value.indicator, value.area, value.group, value.period.year, evidence)
