"""Measures below a chart over time: a row each, from beginning to end, with the number under which they are told."""

from collections.abc import Sequence
from datetime import date

from mehrklang.report.charts import lettering, svg
from mehrklang.report.charts.frame import Frame
from mehrklang.report.charts.palette import EVENT
from mehrklang.report.events import Event

HEIGHT = 17.0
MOST = 8
"""More rows than this would be longer than the chart; the table beside it has all of them."""


def shown(events: Sequence[Event], frame: Frame) -> tuple[Event, ...]:
    """Those that run inside the time axis, the earliest first."""
    low, high = frame.x.low, frame.x.high
    return tuple(each for each in events if _begin(each) <= high and _end(each, high) >= low)[:MOST]


def draw(frame: Frame, events: Sequence[Event], *, y: float, now: float) -> str:
    """The rows below each other; an open end runs on to `now`, the latest period, without a stroke across."""
    rows = (_row(frame, each, y + HEIGHT * at, now) for at, each in enumerate(events))
    return svg.element("g", *rows, class_=EVENT.hook, color=EVENT.colour)


def _row(frame: Frame, event: Event, y: float, now: float) -> str:
    begun, ended = _begin(event), _end(event, now)
    start, end = frame.x(max(begun, frame.x.low)), frame.x(min(ended, frame.x.high))
    drawn = [
        svg.element("title", svg.words(event.told)),
        svg.line((start, y), (max(end, start + 3), y), stroke_width=2.4),
    ]
    if begun >= frame.x.low:
        drawn.append(svg.line((start, y - 5), (start, y + 5), stroke_width=1.6))
        drawn.append(svg.line((start, y - 5), (start, frame.bottom), stroke_width=0.7, stroke_dasharray="1 4"))
    if event.measure.ends is not None and ended <= frame.x.high:
        drawn.append(svg.line((end, y - 5), (end, y + 5), stroke_width=1.6))
    drawn.append(svg.label(frame.left - 8, y + 4, event.mark, text_anchor="end", font_size=lettering.SMALL))
    return svg.element("g", *drawn)


def _begin(event: Event) -> float:
    assert event.measure.begins is not None  # only dated events are drawn
    return _place(event.measure.begins)


def _end(event: Event, high: float) -> float:
    return _place(event.measure.ends) if event.measure.ends else high


def _place(day: date) -> float:
    """A day as a year with fraction, as the periods lie."""
    return day.year + (day.timetuple().tm_yday - 1) / 366
