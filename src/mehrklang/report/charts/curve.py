"""One series in a chart over time: cut at breaks, at missing numbers and at missing years, never drawn across them."""

from collections.abc import Iterator, Sequence

from mehrklang.catalogue import Break
from mehrklang.indicators import IndicatorValue
from mehrklang.report import reading, versions
from mehrklang.report.charts import marker, svg
from mehrklang.report.charts.frame import Frame
from mehrklang.report.charts.palette import Style
from mehrklang.vocabulary import Sign

_CROWDED = 9.0


def segments(values: Sequence[IndicatorValue], breaks: Sequence[Break]) -> Iterator[tuple[IndicatorValue, ...]]:
    """The runs of known values that may be joined by a line."""
    run: list[IndicatorValue] = []
    after_skip = {later for _, later in reading.skips(values)}
    for value in values:
        cut = bool(run) and reading.cut_between(run[-1].period, value.period, breaks) is not None
        cut = cut or value.period in after_skip
        if run and (cut or not value.figure.known):
            yield tuple(run)
            run = []
        if value.figure.known:
            run.append(value)
    if run:
        yield tuple(run)


def draw(frame: Frame, values: Sequence[IndicatorValue], breaks: Sequence[Break], style: Style) -> str:
    """The series as lines and markers; numbers of limited reliability as hollow markers, provisional and revised ones
    with their letter."""
    drawn = []
    for run in segments(values, breaks):
        drawn.append(_path(frame, run, style))
        drawn.extend(_marker(frame, value, style) for value in _marked(frame, run))
    return svg.element("g", *drawn, class_=style.hook, color=style.colour)


def place(frame: Frame, value: IndicatorValue) -> tuple[float, float]:
    """Where a known value lies."""
    assert value.figure.number is not None  # only known values are placed
    return frame.at(value.period), frame.y(value.figure.number)


def _path(frame: Frame, run: Sequence[IndicatorValue], style: Style) -> str:
    if len(run) < 2:
        return ""
    return svg.element(
        "polyline",
        points=svg.points(*(place(frame, value) for value in run)),
        stroke="currentColor",
        stroke_width=style.stroke,
        stroke_dasharray=style.dash,
        stroke_linejoin="round",
    )


def _marked(frame: Frame, run: Sequence[IndicatorValue]) -> list[IndicatorValue]:
    """All values where there is room; else the ends and those that need a hollow marker or a letter."""
    if len(run) < 3 or (frame.at(run[-1].period) - frame.at(run[0].period)) / (len(run) - 1) >= _CROWDED:
        return list(run)
    return [value for value in run if value in (run[0], run[-1]) or value.figure.sign is Sign.LIMITED or value.mark]


def _marker(frame: Frame, value: IndicatorValue, style: Style) -> str:
    text = f"{value.period.label}: {versions.told(value)}"
    hollow = value.figure.sign is Sign.LIMITED
    drawn = marker.draw(style.marker, place(frame, value), radius=2 + style.stroke * 0.8, hollow=hollow, note=text)
    return drawn + marker.letter(place(frame, value), value.mark)
