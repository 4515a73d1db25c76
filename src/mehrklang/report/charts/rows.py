"""The frame of charts that show one period in rows: bars, dots and gaps. Rows keep the order in which they are given:
nothing is sorted by value, because that would be a ranking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.report import reading, versions
from mehrklang.report.charts import frame, lettering, marker, svg
from mehrklang.report.charts.heading import Heading
from mehrklang.report.charts.scale import Scale, starts_at_zero, ticks
from mehrklang.report.charts.size import Size
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Figure, Period, Unit

_STEP = lettering.SIZE * lettering.LEADING
_LABELS = 190.0
_LEFT_OF_ZERO = 36.0
_ABOVE = 15.0
_LOOSE, _TIGHT, _MANY = 34.0, 25.0, 8


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the lines of its label, its upper edge, and the middle of what is drawn in it."""

    label: tuple[str, ...]
    top: float
    middle: float
    height: float


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows with their scale."""

    rows: tuple[Row, ...]
    x: Scale
    marks: tuple[Decimal, ...]
    unit: Unit
    decimals: int | None
    heading: Heading

    @property
    def bottom(self) -> float:
        """The lower edge of the last row."""
        return self.rows[-1].top + self.rows[-1].height if self.rows else self.heading.bottom + _ABOVE

    @property
    def zero(self) -> float:
        """Where zero lies, or the nearer end of the axis."""
        return self.x(min(max(0.0, self.x.low), self.x.high))

    @property
    def height(self) -> float:
        """The height up to and with the labels of the axis."""
        return self.bottom + 26


def arrange(labels: Sequence[str], figures: Iterable[Figure], *, of: Finding, about: str, size: Size) -> Rows:
    """The rows for these labels; labels stand left of the field, on the narrow size above each row."""
    wide = size is Size.WIDE
    room, unit = _LABELS if wide else size.width, reading.unit_of(of)
    numbers = [figure.number for figure in figures if figure.number is not None]
    marks = ticks(numbers, zero=starts_at_zero(unit))
    heading = Heading.of(frame.measure(unit, marks, about), size.width)
    least = _TIGHT if len(labels) > _MANY else _LOOSE
    rows: list[Row] = []
    top = heading.bottom + _ABOVE
    for text in labels:
        lines = lettering.wrap(text, room)
        height = max(least, len(lines) * _STEP + 8) if wide else len(lines) * _STEP + 28
        middle = top + height / 2 if wide else top + len(lines) * _STEP + 12
        rows.append(Row(lines, top, middle, height))
        top += height
    start = (room + 16 if wide else 10.0) + (_LEFT_OF_ZERO if min(numbers, default=Decimal(0)) < 0 else 0)
    x = Scale(low=float(marks[0]), high=float(marks[-1]), start=start, end=size.width - 64)
    return Rows(tuple(rows), x, marks, unit, reading.decimals_of(of), heading)


def about(lines: Sequence[GroupSeries], period: Period) -> str:
    """What stands over the rows: the period, the group where all lines are of one, what the letters in it mean."""
    group = reading.common_group(lines)
    letters = versions.explained(lines, period)
    return "".join((period.label, f", {group}" if group else "", f" ({letters})" if letters else ""))


def draw(rows: Rows, *, size: Size) -> str:
    """Labels, grid and axis."""
    drawn = [rows.heading.draw()]
    for mark, text in zip(rows.marks, frame.axis_labels(rows.marks), strict=True):
        x, weight = rows.x(mark), {"stroke_width": 1.2} if mark == 0 else {"stroke_width": 0.7, "stroke_opacity": 0.28}
        drawn.extend(svg.line((x, top), (x, bottom), **weight) for top, bottom in _reach(rows, size))
        drawn.append(svg.label(x, rows.bottom + 19, text, text_anchor="middle", font_size=lettering.SMALL))
    for row in rows.rows:
        drawn.extend(_label(row, size))
    return svg.element("g", *drawn, class_="axis")


def _reach(rows: Rows, size: Size) -> list[tuple[float, float]]:
    """Where grid lines run: on the narrow size only beside what is drawn, so that they do not cross the labels."""
    if size is Size.WIDE:
        return [(rows.heading.bottom + _ABOVE - 6, rows.bottom + 4)]
    return [(row.middle - 10, row.top + row.height) for row in rows.rows]


def withheld(rows: Rows, row: Row, figure: Figure, *, at: float = 0) -> str:
    """The sign in place of a number, in a small frame at the beginning of the row; several stand beside each other."""
    assert figure.sign is not None  # a figure without a number has a sign
    assert figure.reason is not None  # and a reason
    return marker.sign(rows.zero + 12 + 18 * at, row.middle, figure.sign.value, note=figure.reason.meaning)


def _label(row: Row, size: Size) -> list[str]:
    if size is Size.NARROW:
        return [svg.label(0, row.top + 13 + _STEP * at, text) for at, text in enumerate(row.label)]
    first = row.middle + 4.5 - (len(row.label) - 1) * _STEP / 2
    return [svg.label(_LABELS, first + _STEP * at, text, text_anchor="end") for at, text in enumerate(row.label)]
