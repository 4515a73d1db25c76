"""The line chart: series in time, cut at breaks, with targets, comparison lines and the signs of missing numbers."""

from collections.abc import Sequence
from dataclasses import replace

from mehrklang.report import alternative, events
from mehrklang.report.charts import (
    curve,
    ends,
    event_rows,
    frame,
    goal,
    legend,
    lettering,
    strip,
    svg,
    time_axis,
    whisker,
)
from mehrklang.report.charts.ends import End
from mehrklang.report.charts.frame import Frame
from mehrklang.report.charts.heading import Heading
from mehrklang.report.charts.palette import EVENT
from mehrklang.report.charts.plan import Plan
from mehrklang.report.charts.scale import Scale, starts_at_zero, ticks
from mehrklang.report.charts.size import Size
from mehrklang.report.finding import Finding, GroupSeries

_LABEL_ROOM = 168.0
_FIELD = {Size.WIDE: 250.0, Size.NARROW: 200.0}
_RIGHT = {Size.WIDE: _LABEL_ROOM + 26, Size.NARROW: 18.0}


def draw(finding: Finding, lines: Sequence[GroupSeries], *, size: Size, name: str) -> str:
    """The chart as SVG; `name` makes its ids unique on a page."""
    plan = Plan.of(finding, lines)
    field = _field(plan, size)
    labels = _beside(plan, field) if size is Size.WIDE else []
    if ends.room(labels) > field.bottom - field.top:
        field = replace(field, y=replace(field.y, start=field.top + ends.room(labels)))
        labels = _beside(plan, field)
    below = field.bottom + 18 + strip.HEIGHT * len(plan.with_gaps)
    happened = event_rows.shown(events.dated(finding), field)
    entries = [*_entries(plan, field, size), *(legend.Entry(each.told, EVENT) for each in happened)]
    under = below + event_rows.HEIGHT * len(happened)
    return svg.root(
        frame.value_axis(field),
        frame.time_labels(field, plan.periods, below, _target_year(plan, field)),
        frame.break_marks(field, plan.breaks, plan.periods),
        goal.draw(field, plan.target, plan.breaks, offset=plan.offset) if plan.target else "",
        whisker.draw(field, plan.leading.values, plan.leading.style) if plan.leading else "",
        *(curve.draw(field, item.values, item.breaks, item.style) for item in reversed(plan.curves)),
        *_strips(plan, field),
        event_rows.draw(field, happened, y=below + 16, now=time_axis.position(plan.periods[-1])) if happened else "",
        ends.draw(labels, x=field.right + 24, top=field.top - 8, bottom=field.bottom + 14),
        legend.draw(entries, size, y=under + 26),
        width=size.width,
        height=under + 10 + (6 + legend.height(entries, size) if entries else 0),
        name=name,
        title=alternative.title(finding, "Liniendiagramm"),
        description=alternative.describe(finding, lines),
    )


def _field(plan: Plan, size: Size) -> Frame:
    """The field with its scales; right of it the direct labels find room on the wide size."""
    marks = ticks([*plan.known, *(goal.numbers(plan.target) if plan.target else ())], zero=starts_at_zero(plan.unit))
    left = max(lettering.width(text, lettering.SMALL) for text in frame.axis_labels(marks)) + 14
    left = max(left, 30.0) if plan.with_gaps or plan.events else left
    heading = Heading.of(frame.measure(plan.unit, marks, plan.group), size.width)
    top = heading.bottom + 13 + 14 * min(2, len({item.first_year for item in plan.breaks}))
    first, last = time_axis.position(plan.periods[0]), time_axis.position(plan.periods[-1])
    last = max(last, plan.target.year + plan.offset) if plan.target else last
    pad = 0.0 if last > first else 0.5
    x = Scale(low=first - pad, high=last + pad, start=left + 8, end=size.width - _RIGHT[size])
    y = Scale(low=float(marks[0]), high=float(marks[-1]), start=top + _FIELD[size], end=top)
    return Frame(x, y, marks, plan.unit, heading)


def _target_year(plan: Plan, field: Frame) -> list[tuple[float, str]]:
    """The label of the target year, unless a period writes it already."""
    written = {time_axis.short(period, plan.periods) for period in plan.periods}
    if plan.target is None or str(plan.target.year) in written:
        return []
    return [(field.x(plan.target.year + plan.offset), str(plan.target.year))]


def _strips(plan: Plan, field: Frame) -> list[str]:
    """The signs of missing numbers, a row for each series that has some."""
    return [
        strip.draw(field, item.values, item.style, y=field.bottom + 13 + strip.HEIGHT * at)
        for at, item in enumerate(plan.with_gaps)
    ]


def _beside(plan: Plan, field: Frame) -> list[End]:
    """Direct labels beside the field: series, target and thresholds."""
    labels = [
        End(curve.place(field, item.latest), item.told, lettering.wrap(item.name, _LABEL_ROOM), item.style)
        for item in plan.curves
        if item.latest is not None
    ]
    return [*labels, *(goal.ends(field, plan.target, offset=plan.offset) if plan.target else ())]


def _entries(plan: Plan, field: Frame, size: Size) -> list[legend.Entry]:
    """The legend: everything on the narrow size, on the wide one only series without any number; whiskers on both."""
    narrow = size is Size.NARROW
    entries = [
        legend.Entry(f"{each.name}: {each.told}", each.style) for each in plan.curves if narrow or not each.latest
    ]
    if narrow and plan.target:
        named = goal.named(plan.target, plan.unit)
        entries += [legend.Entry(f"{name}: {amount}", style) for name, amount, _, style in named]
    meant = whisker.told(field, plan.leading.values) if plan.leading else ""
    if plan.leading and meant:
        entries.append(legend.Entry(meant, replace(plan.leading.style, marker="whisker", stroke=0.0, dash=None)))
    if plan.curves:
        plain = replace(plan.curves[0].style, marker="", stroke=0.0, dash=None)
        entries += [legend.Entry(text, plain) for text in plan.letters]
    return entries
