"""The dot chart: several groups in one row per area, in one period. For units whose axis need not begin at zero."""

from collections.abc import Sequence

from mehrklang.report import alternative, reading, versions
from mehrklang.report.charts import estimate, legend, marker, rows, svg
from mehrklang.report.charts.palette import Style, own_style
from mehrklang.report.charts.rows import Row, Rows
from mehrklang.report.charts.size import Size
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Figure, Period, Sign
from mehrklang.vocabulary.german import format_figure, format_with_unit


def draw(finding: Finding, lines: Sequence[GroupSeries], *, period: Period, size: Size, name: str) -> str:
    """The chart as SVG: a row per area, a marker per group."""
    areas = tuple(dict.fromkeys(line.area for line in lines))
    groups = tuple(dict.fromkeys(line.group for line in lines))
    styles = {group: own_style(at) for at, group in enumerate(groups)}
    figures = [reading.figure_at(line, period) for line in lines]
    every = [*figures, *estimate.figures(lines, period)]
    labels = [versions.labelled(area.name, [line for line in lines if line.area == area], period) for area in areas]
    field = rows.arrange(labels, every, of=finding, about=rows.about(lines, period), size=size)
    drawn = [
        _row(field, row, [(figure, styles[line.group]) for figure, line in zip(figures, lines, strict=True)
                          if line.area == area])
        for row, area in zip(field.rows, areas, strict=True)
    ]  # fmt: skip
    drawn += [
        estimate.draw(field, row, reading.estimate_at(line, period))
        for row, area in zip(field.rows, areas, strict=True)
        for line in lines
        if line.area == area
    ]
    entries = [legend.Entry(_label(group, lines), styles[group]) for group in groups]
    entries += estimate.entries(lines, period)
    return svg.root(
        rows.draw(field, size=size),
        *drawn,
        legend.draw(entries, size, y=field.height + 14),
        width=size.width,
        height=field.height + 6 + legend.height(entries, size),
        name=name,
        title=alternative.title(finding, "Punktdiagramm"),
        description=alternative.describe_at(finding, lines, period),
    )


def _row(field: Rows, row: Row, marks: Sequence[tuple[Figure, Style]]) -> str:
    guide = svg.line((field.x.start, row.middle), (field.x.end, row.middle), stroke_width=0.7, stroke_opacity=0.28)
    missing = [mark for mark in marks if mark[0].number is None]
    dots = [_dot(field, row, figure, style, alone=len(marks) == 1) for figure, style in marks]
    signs = [
        svg.element("g", rows.withheld(field, row, figure, at=at), class_=style.hook, color=style.colour)
        for at, (figure, style) in enumerate(missing)
    ]
    return guide + "".join([*dots, *signs])


def _dot(field: Rows, row: Row, figure: Figure, style: Style, *, alone: bool) -> str:
    if figure.number is None:
        return ""
    x, limited = field.x(figure.number), figure.sign is Sign.LIMITED
    note = format_with_unit(figure, field.unit, field.decimals)
    body = marker.draw(style.marker, (x, row.middle), radius=5.5, hollow=limited, note=note)
    if alone:
        body += svg.label(x + 10, row.middle + 4.5, format_figure(figure, field.unit, field.decimals), font_weight=600)
    return svg.element("g", body, class_=style.hook, color=style.colour)


def _label(group: str, lines: Sequence[GroupSeries]) -> str:
    return next(line.label for line in lines if line.group == group)
