"""The gap chart: two groups side by side in each row, and the distance between them.

A gap is shown as a gap, in both directions; neither group is the measure of the other.
"""

from collections.abc import Sequence

from mehrklang.report import alternative, reading, versions
from mehrklang.report.charts import legend, lettering, marker, rows, svg
from mehrklang.report.charts.palette import Style, own_style
from mehrklang.report.charts.rows import Row, Rows
from mehrklang.report.charts.size import Size
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Figure, Period, Sign, Unit
from mehrklang.vocabulary.german import NO_BREAK, format_figure, format_number

Pair = tuple[Figure, Figure]


def draw(finding: Finding, lines: Sequence[GroupSeries], *, period: Period, size: Size, name: str) -> str:
    """The chart as SVG; `lines` hold exactly two groups (else ValueError), for one or more areas."""
    groups = tuple(dict.fromkeys(line.group for line in lines))
    if len(groups) != 2:
        raise ValueError(f"a gap has two groups, not {len(groups)}")
    areas = tuple(dict.fromkeys(line.area for line in lines))
    found = {(line.area, line.group): reading.figure_at(line, period) for line in lines}
    labels = [versions.labelled(area.name, [line for line in lines if line.area == area], period) for area in areas]
    field = rows.arrange(labels, found.values(), of=finding, about=rows.about(lines, period), size=size)
    styles = own_style(0), own_style(1)
    drawn = [
        _row(field, row, (found[area, groups[0]], found[area, groups[1]]), styles)
        for row, area in zip(field.rows, areas, strict=True)
        if all((area, group) in found for group in groups)
    ]
    entries = [
        legend.Entry(next(line.label for line in lines if line.group == group), style)
        for group, style in zip(groups, styles, strict=True)
    ]
    return svg.root(
        rows.draw(field, size=size),
        *drawn,
        legend.draw(entries, size, y=field.height + 14),
        width=size.width,
        height=field.height + 6 + legend.height(entries, size),
        name=name,
        title=alternative.title(finding, "Abstandsdiagramm"),
        description=alternative.describe_at(finding, lines, period),
    )


def distance(pair: Pair, unit: Unit, decimals: int | None = None) -> str:
    """The distance in words: unrounded numbers are subtracted, then the result is rounded.

    >>> from decimal import Decimal
    >>> distance((Figure.of(Decimal("58.4")), Figure.of(Decimal("69.7"))), Unit.PERCENT)
    '11,3\\xa0Prozentpunkte'
    >>> from mehrklang.vocabulary import Reason
    >>> distance((Figure.of(12), Figure.withheld(Reason.SUPPRESSED)), Unit.COUNT)
    ''
    """
    first, second = (figure.number for figure in pair)
    if first is None or second is None:
        return ""
    label = Unit.PERCENTAGE_POINTS.label if unit is Unit.PERCENT else unit.label
    text = format_number(abs(first - second), unit.decimals if decimals is None else decimals)
    return f"{text}{NO_BREAK}{label}" if label else text


def _row(field: Rows, row: Row, pair: Pair, styles: tuple[Style, Style]) -> str:
    known = [field.x(figure.number) for figure in pair if figure.number is not None]
    drawn = []
    if len(known) == 2:
        drawn.append(svg.line((known[0], row.middle), (known[1], row.middle), stroke_width=3, stroke_opacity=0.35))
        drawn.append(_distance(field, row, pair, known))
    missing = 0
    for figure, style in zip(pair, styles, strict=True):
        body = rows.withheld(field, row, figure, at=missing) if figure.number is None else ""
        missing += figure.number is None
        body = body or _dot(field, row, figure, style, known)
        drawn.append(svg.element("g", body, class_=style.hook, color=style.colour))
    return "".join(drawn)


def _dot(field: Rows, row: Row, figure: Figure, style: Style, known: Sequence[float]) -> str:
    assert figure.number is not None  # the caller draws a sign otherwise
    x = field.x(figure.number)
    left = x == min(known) and len(known) == 2
    dot = marker.draw(style.marker, (x, row.middle), radius=6, hollow=figure.sign is Sign.LIMITED)
    text = format_figure(figure, field.unit, field.decimals)
    anchor = "end" if left else None
    return dot + svg.label(x + (-11 if left else 11), row.middle + 4.5, text, text_anchor=anchor, font_weight=600)


def _distance(field: Rows, row: Row, pair: Pair, known: Sequence[float]) -> str:
    text = distance(pair, field.unit, field.decimals)
    middle = sum(known) / 2
    half = lettering.width(text, lettering.SMALL) / 2
    middle = min(max(middle, half), field.x.end + 64 - half)
    return svg.label(middle, row.middle - 9, text, text_anchor="middle", font_size=lettering.SMALL)
