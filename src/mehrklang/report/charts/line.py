"""The line chart: series in time, cut at breaks, with targets, comparison lines and the signs of missing numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from mehrklang.assessment import Target
from mehrklang.catalogue import Break
from mehrklang.indicators import IndicatorValue
from mehrklang.report import alternative, reading
from mehrklang.report.charts import curve, ends, frame, goal, legend, lettering, strip, svg, time_axis
from mehrklang.report.charts.ends import End
from mehrklang.report.charts.frame import Frame
from mehrklang.report.charts.palette import Style, comparison_style, own_style
from mehrklang.report.charts.scale import Scale, starts_at_zero, ticks
from mehrklang.report.charts.size import Size
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Period
from mehrklang.vocabulary.german import format_with_unit

_LABEL_ROOM = 168.0


@dataclass(frozen=True, slots=True)
class Curve:
    """One series with what is needed to draw it."""

    name: str
    style: Style
    values: tuple[IndicatorValue, ...]
    breaks: tuple[Break, ...]
    latest: IndicatorValue | None


def draw(finding: Finding, lines: Sequence[GroupSeries], *, size: Size, name: str) -> str:
    """The chart as SVG; `name` makes its ids unique on a page."""
    curves = styled(finding, lines)
    periods = reading.periods_of(lines)
    breaks = reading.visible_breaks(lines, finding)
    target = next((line.assessment.target for line in lines if line.assessment and line.assessment.target), None)
    field, height = _layout(finding, curves, periods, target=target, size=size)
    rows = [item for item in curves if strip.missing(item.values)]
    below = field.bottom + 18 + strip.HEIGHT * len(rows)
    last = _offset(periods)
    goal_tick = [(field.x(target.year + last), str(target.year))] if target else []
    body = [
        frame.value_axis(field, reading.common_group(lines)),
        frame.time_labels(field, periods, below, _free(goal_tick, periods)),
        frame.break_marks(field, breaks, periods),
        goal.draw(field, target, breaks, offset=last) if target else "",
        *(curve.draw(field, item.values, item.breaks, item.style) for item in reversed(curves)),
        *(
            strip.draw(field, item.values, item.style, y=field.bottom + 13 + strip.HEIGHT * at)
            for at, item in enumerate(rows)
        ),
        _names(field, curves, size=size, below=below),
    ]
    return svg.root(
        *body,
        width=size.width,
        height=height,
        name=name,
        title=alternative.title(finding, "Liniendiagramm"),
        description=alternative.describe(finding, lines),
    )


def styled(finding: Finding, lines: Sequence[GroupSeries]) -> list[Curve]:
    """Each line with its style: comparison lines apart from the finding's own."""
    own = [line for line in lines if line not in finding.comparison]
    other = [line for line in lines if line in finding.comparison]
    styles = [own_style(at) for at in range(len(own))] + [comparison_style(at) for at in range(len(other))]
    return [
        Curve(
            reading.name_of(line, finding, lines),
            style,
            line.series.values,
            reading.breaks_of(line, finding),
            line.series.latest,
        )
        for line, style in zip([*own, *other], styles, strict=True)
    ]


def _layout(
    finding: Finding, curves: Sequence[Curve], periods: Sequence[Period], *, target: Target | None, size: Size
) -> tuple[Frame, float]:
    """The field and the height of the whole picture."""
    unit = reading.unit_of(finding)
    known = [value.figure.number for item in curves for value in item.values if value.figure.number is not None]
    marks = ticks([*known, *(goal.numbers(target) if target else ())], zero=starts_at_zero(unit))
    left = max(lettering.width(text, lettering.SMALL) for text in frame.axis_labels(marks)) + 14
    missing = sum(bool(strip.missing(item.values)) for item in curves)
    left = max(left, 30.0 if missing else 0.0)
    years = {item.first_year for item in reading.visible_breaks(finding.lines + finding.comparison, finding)}
    top = 26.0 + (14 * min(2, len(years)) if years else 0)
    bottom = top + (250.0 if size is Size.WIDE else 200.0)
    right = size.width - (_LABEL_ROOM + 26 if size is Size.WIDE else 18)
    first, last = time_axis.position(periods[0]), time_axis.position(periods[-1])
    last = max(last, target.year + _offset(periods)) if target else last
    pad = 0.0 if last > first else 0.5
    x = Scale(low=first - pad, high=last + pad, start=left + 8, end=right)
    y = Scale(low=float(marks[0]), high=float(marks[-1]), start=bottom, end=top)
    below = bottom + 18 + strip.HEIGHT * missing
    return Frame(x, y, marks, unit), below + (10 if size is Size.WIDE else 16 + legend.height(_entries(curves), size))


def _offset(periods: Sequence[Period]) -> float:
    """Where in its year the latest period lies, so that a target year lies alike."""
    return time_axis.position(periods[-1]) - periods[-1].year


def _free(places: list[tuple[float, str]], periods: Sequence[Period]) -> list[tuple[float, str]]:
    """Places whose label is not there already."""
    written = {time_axis.short(period, periods) for period in periods}
    return [place for place in places if place[1] not in written]


def _names(field: Frame, curves: Sequence[Curve], *, size: Size, below: float) -> str:
    """Direct labels beside the field, or a legend below it."""
    if size is Size.NARROW:
        return legend.draw(_entries(curves), size, y=below + 26)
    room = _LABEL_ROOM
    labels = [
        End(curve.place(field, item.latest), _latest(item), lettering.wrap(item.name, room), item.style)
        for item in curves
        if item.latest is not None
    ]
    silent = [item for item in curves if item.latest is None]
    drawn = ends.draw(labels, x=field.right + 24, top=field.top - 8, bottom=field.bottom + 14)
    return drawn + legend.draw(_entries(silent), size, y=below)


def _entries(curves: Sequence[Curve]) -> list[legend.Entry]:
    return [legend.Entry(f"{item.name}: {_latest(item)}", item.style) for item in curves]


def _latest(item: Curve) -> str:
    if item.latest is None:
        return "kein Wert ausgewiesen"
    text = format_with_unit(item.latest.figure, item.latest.unit)
    return text if item.latest is item.values[-1] else f"{text} ({time_axis.short(item.latest.period)})"
