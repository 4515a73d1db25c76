"""Versions of a value: the same computation over the figures that counted before, kept beside the value of today."""

from collections.abc import Sequence
from dataclasses import replace

from mehrklang.indicators.value import Earlier, IndicatorValue, Series


def with_earlier(series: Sequence[Series], before: Sequence[Series]) -> tuple[Series, ...]:
    """The series with what their values were, where that was another figure or another state.

    `before` are the same series computed from the former versions; a value that it does not have was not there.
    """
    known = {(one.indicator, one.area, one.group, value.period): value for one in before for value in one.values}
    return tuple(
        replace(
            one,
            values=tuple(
                _with(value, known.get((one.indicator, one.area, one.group, value.period))) for value in one.values
            ),
        )
        for one in series
    )


def _with(value: IndicatorValue, former: IndicatorValue | None) -> IndicatorValue:
    if former is None or (former.figure, former.finality) == (value.figure, value.finality):
        return value
    return replace(value, before=Earlier(former.figure, former.finality, former.interval))


def as_before(series: Series) -> Series:
    """The series as it was in the version before; numerators and denominators, which are those of today, stay out."""
    return replace(series, values=tuple(map(_former, series.values)))


def _former(value: IndicatorValue) -> IndicatorValue:
    if value.before is None:
        return value
    earlier = value.before
    lineage = replace(value.lineage, finality=earlier.finality)
    return replace(
        value,
        figure=earlier.figure,
        interval=earlier.interval,
        lineage=lineage,
        numerator=None,
        denominator=None,
        formula="",
        before=None,
    )
