"""The mark of a stabilised value in a row, beside the raw one, and its place in the legend."""

from collections.abc import Sequence

from mehrklang.assessment.small_areas import STABILISED_LABEL, Estimate
from mehrklang.report import reading
from mehrklang.report.charts import legend, marker, svg
from mehrklang.report.charts.palette import ESTIMATE
from mehrklang.report.charts.rows import Row, Rows
from mehrklang.report.finding import GroupSeries
from mehrklang.vocabulary import Figure, Period
from mehrklang.vocabulary.german import format_with_unit

_RADIUS = 5.0


def figures(lines: Sequence[GroupSeries], period: Period) -> list[Figure]:
    """What the axis has to hold beside the raw figures."""
    return [found.figure for line in lines if (found := reading.estimate_at(line, period))]


def draw(field: Rows, row: Row, found: Estimate | None) -> str:
    """A hollow diamond; nothing where no value is estimated."""
    if found is None or found.figure.number is None:
        return ""
    note = f"{STABILISED_LABEL}: {format_with_unit(found.figure, field.unit, field.decimals)}"
    place = (field.x(found.figure.number), row.middle)
    body = marker.draw(ESTIMATE.marker, place, radius=_RADIUS, hollow=True, note=note)
    return svg.element("g", body, class_=ESTIMATE.hook, color=ESTIMATE.colour)


def end(field: Rows, found: Estimate | None) -> float:
    """Where the mark ends on the right, so that no number is written over it."""
    if found is None or found.figure.number is None:
        return 0.0
    return field.x(found.figure.number) + 1.25 * _RADIUS


def entries(lines: Sequence[GroupSeries], period: Period) -> list[legend.Entry]:
    """The legend's entry, where there is anything to explain."""
    return [legend.Entry(STABILISED_LABEL, ESTIMATE)] if figures(lines, period) else []
