"""The strip of signs under a chart over time: where a number is missing, its sign stands there with the reason."""

from collections.abc import Sequence

from mehrklang.indicators import IndicatorValue
from mehrklang.report.charts import marker, svg
from mehrklang.report.charts.frame import Frame
from mehrklang.report.charts.palette import Style

HEIGHT = 19.0


def missing(values: Sequence[IndicatorValue]) -> tuple[IndicatorValue, ...]:
    """The values without a number."""
    return tuple(value for value in values if not value.figure.known)


def draw(frame: Frame, values: Sequence[IndicatorValue], style: Style, *, y: float) -> str:
    """One row: the marker of the series, and its signs below their periods."""
    drawn = [marker.draw(style.marker, (frame.left - 16, y))]
    for value in missing(values):
        assert value.figure.sign is not None  # a figure without a number has a sign
        assert value.figure.reason is not None  # and a reason
        note = f"{value.period.label}: {value.figure.sign.value} – {value.figure.reason.meaning}"
        drawn.append(marker.sign(frame.at(value.period), y, value.figure.sign.value, note=note))
    return svg.element("g", *drawn, class_=style.hook, color=style.colour)
