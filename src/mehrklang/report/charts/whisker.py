"""Whiskers: how far chance or rounding may have moved the values of the leading line, as upright strokes with caps."""

from collections.abc import Sequence
from decimal import Decimal

from mehrklang.indicators import IndicatorValue
from mehrklang.report.charts import svg
from mehrklang.report.charts.frame import Frame
from mehrklang.report.charts.palette import Style

_CAP = 3.5
_MARKER = 8.0


def numbers(values: Sequence[IndicatorValue]) -> list[Decimal]:
    """The limits that the value axis has to hold."""
    return [end for value in values if value.interval for end in (value.interval.lower, value.interval.upper)]


def draw(frame: Frame, values: Sequence[IndicatorValue], style: Style) -> str:
    """A whisker at each known value that has an interval; none where all of them hide behind the markers."""
    drawn = [_path(frame, value) for value in _shown(frame, values)]
    if not drawn:
        return ""
    path = svg.element("path", d="".join(drawn), stroke="currentColor", stroke_width=1.2, stroke_opacity=0.75)
    return svg.element("g", path, class_=style.hook, color=style.colour)


def told(frame: Frame, values: Sequence[IndicatorValue]) -> str:
    """What the whiskers mean, for the legend; "" where all of them hide behind the markers."""
    means = dict.fromkeys(v.interval.description for v in _shown(frame, values) if v.interval)
    return f"Striche mit Querbalken: {'; '.join(means)}" if means else ""


def _shown(frame: Frame, values: Sequence[IndicatorValue]) -> list[IndicatorValue]:
    having = [value for value in values if value.interval and value.figure.known]
    seen = any(frame.y(v.interval.lower) - frame.y(v.interval.upper) > _MARKER for v in having if v.interval)
    return having if seen else []


def _path(frame: Frame, value: IndicatorValue) -> str:
    assert value.interval is not None  # the caller asks for it
    x, low, high = frame.at(value.period), frame.y(value.interval.lower), frame.y(value.interval.upper)
    left, right = svg.number(x - _CAP), svg.number(x + _CAP)
    bar = f"M{svg.number(x)} {svg.number(low)}V{svg.number(high)}"
    return bar + "".join(f"M{left} {svg.number(y)}H{right}" for y in (low, high))
