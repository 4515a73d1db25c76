"""The bar chart: areas or groups in one period, in their given order."""

from collections.abc import Sequence

from mehrklang.report import alternative, reading, versions
from mehrklang.report.charts import estimate, legend, rows, svg
from mehrklang.report.charts.palette import PAPER, Style, comparison_style, own_style
from mehrklang.report.charts.rows import Row, Rows
from mehrklang.report.charts.size import Size
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Figure, Period, Sign
from mehrklang.vocabulary.german import format_figure

_THICK = 15.0


def draw(finding: Finding, lines: Sequence[GroupSeries], *, period: Period, size: Size, name: str) -> str:
    """The chart as SVG; the lines of other areas than the finding's are told apart by their label, comparison lines
    by a lighter, dashed bar."""
    figures = [reading.figure_at(line, period) for line in lines]
    labels = [versions.labelled(reading.name_of(line, finding, lines), [line], period) for line in lines]
    every = [*figures, *estimate.figures(lines, period)]
    field = rows.arrange(labels, every, of=finding, about=rows.about(lines, period), size=size)
    bars = [
        _bar(field, row, figure, comparison_style(0) if line in finding.comparison else own_style(0), room)
        + estimate.draw(field, row, found)
        for row, figure, line in zip(field.rows, figures, lines, strict=True)
        for found in [reading.estimate_at(line, period)]
        for room in [estimate.end(field, found)]
    ]
    entries = estimate.entries(lines, period)
    return svg.root(
        rows.draw(field, size=size),
        *bars,
        legend.draw(entries, size, y=field.height + 14),
        width=size.width,
        height=field.height + (6 + legend.height(entries, size) if entries else 0),
        name=name,
        title=alternative.title(finding, "Balkendiagramm"),
        description=alternative.describe_at(finding, lines, period),
    )


def _bar(field: Rows, row: Row, figure: Figure, style: Style, room: float) -> str:
    """The bar with its number, which is written right of `room`."""
    if figure.number is None:
        body = rows.withheld(field, row, figure)
    else:
        end = field.x(figure.number)
        start, length = min(field.zero, end), abs(end - field.zero)
        body = _rectangle((start, row.middle - _THICK / 2), length, style, hollow=figure.sign is Sign.LIMITED)
        body += _number(max(end, room), row.middle, figure, format_figure(figure, field.unit, field.decimals))
    return svg.element("g", body, class_=style.hook, color=style.colour)


def _rectangle(corner: tuple[float, float], length: float, style: Style, *, hollow: bool) -> str:
    quiet = style.hook.startswith("c")
    return svg.element(
        "rect",
        x=corner[0],
        y=corner[1],
        width=max(length, 0.8),
        height=_THICK,
        fill=PAPER if hollow else "currentColor",
        fill_opacity=0.3 if quiet and not hollow else None,
        stroke="currentColor",
        stroke_width=1.4 if hollow or quiet else 0,
        stroke_dasharray="3 2" if quiet else None,
        class_="paper" if hollow else None,
    )


def _number(end: float, middle: float, figure: Figure, text: str) -> str:
    negative = figure.number is not None and figure.number < 0
    anchor, x = ("end", end - 6) if negative else (None, end + 6)
    return svg.label(x, middle + 4.5, text, text_anchor=anchor, font_weight=600)
