"""The frame of a chart over time: value axis, time axis, grid and breaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.catalogue import Break
from mehrklang.report.charts import lettering, svg, time_axis
from mehrklang.report.charts.heading import Heading
from mehrklang.report.charts.scale import Scale, decimals_of, starts_at_zero
from mehrklang.vocabulary import Period, Unit
from mehrklang.vocabulary.german import format_number


@dataclass(frozen=True, slots=True)
class Frame:
    """The field in which lines are drawn, and its two scales."""

    x: Scale
    y: Scale
    marks: tuple[Decimal, ...]
    unit: Unit
    heading: Heading

    @property
    def left(self) -> float:
        """The left edge of the field."""
        return self.x.start

    @property
    def right(self) -> float:
        """The right edge of the field."""
        return self.x.end

    @property
    def top(self) -> float:
        """The upper edge of the field."""
        return self.y.end

    @property
    def bottom(self) -> float:
        """The lower edge of the field."""
        return self.y.start

    def at(self, period: Period) -> float:
        """Where a period lies."""
        return self.x(time_axis.position(period))


def axis_labels(marks: Sequence[Decimal]) -> tuple[str, ...]:
    """The ticks in German, all with the same number of decimals.

    >>> axis_labels([Decimal(0), Decimal("2.5")])
    ('0,0', '2,5')
    """
    decimals = decimals_of(marks)
    return tuple(format_number(mark, decimals) for mark in marks)


def value_axis(frame: Frame) -> str:
    """Grid lines with their labels; the zero line is stronger; above it the heading."""
    drawn = [frame.heading.draw()]
    for mark, text in zip(frame.marks, axis_labels(frame.marks), strict=True):
        y, zero = frame.y(mark), mark == 0
        weight = {"stroke_width": 1.2} if zero else {"stroke_width": 0.7, "stroke_opacity": 0.28}
        drawn.append(svg.line((frame.left, y), (frame.right, y), **weight))
        drawn.append(svg.label(frame.left - 8, y + 4, text, text_anchor="end", font_size=lettering.SMALL))
    return svg.element("g", *drawn, class_="axis")


def measure(unit: Unit, marks: Sequence[Decimal], *more: str) -> str:
    """What the value axis measures, with period or group; an axis that does not begin at zero says so."""
    cut = not starts_at_zero(unit) and 0 not in marks
    return ", ".join(part for part in (unit.description, *more, "Achse beginnt nicht bei null" if cut else "") if part)


def time_labels(frame: Frame, periods: Sequence[Period], y: float, more: Sequence[tuple[float, str]] = ()) -> str:
    """The labels under the field, as many as there is room for, with a small tick each."""
    places = sorted([*((frame.at(period), time_axis.short(period, periods)) for period in periods), *more])
    drawn = []
    for x, text in time_axis.spread(places):
        drawn.append(svg.line((x, frame.bottom), (x, frame.bottom + 4), stroke_width=1))
        drawn.append(svg.label(x, y, text, text_anchor="middle", font_size=lettering.SMALL))
    return svg.element("g", *drawn, class_="axis")


def break_marks(frame: Frame, breaks: Sequence[Break], periods: Sequence[Period]) -> str:
    """A broken upright line before the first period of each break, labelled above the field."""
    drawn: list[str] = []
    occupied = [-1e9, -1e9]
    for year in sorted({item.first_year for item in breaks}):
        x = break_place(frame, year, periods)
        text = f"Bruch ab {year}"
        half = lettering.width(text, lettering.SMALL) / 2
        middle = min(max(x, frame.left + half - 20), frame.right - half + 6)
        row = 0 if middle - half > occupied[0] + 8 else 1
        occupied[row] = middle + half
        top = frame.top - 6 - 14 * row
        drawn.append(svg.line((x, top + 3), (x, frame.bottom), stroke_width=1.4, stroke_dasharray="2 3"))
        drawn.append(svg.label(middle, top, text, text_anchor="middle", font_size=lettering.SMALL, font_weight=600))
    return svg.element("g", *drawn, class_="break") if drawn else ""


def break_place(frame: Frame, year: int, periods: Sequence[Period]) -> float:
    """Half-way between the last period before the break and the first after it."""
    before = max(period for period in periods if period.year < year)
    after = min(period for period in periods if period.year >= year)
    return (frame.at(before) + frame.at(after)) / 2
