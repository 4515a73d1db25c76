"""Direct labels: each series is named at its end, without touching its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass

from mehrklang.report.charts import lettering, svg
from mehrklang.report.charts.palette import Style

_STEP = lettering.SIZE * lettering.LEADING
_BETWEEN = 6.0


@dataclass(frozen=True, slots=True)
class End:
    """The end of a series: where its last known value lies, the value in words, and the lines of its name."""

    place: tuple[float, float]
    value: str
    name: tuple[str, ...]
    style: Style

    @property
    def height(self) -> float:
        """How much room the label takes."""
        return (len(self.name) + bool(self.value)) * _STEP


def arrange(wanted: Sequence[float], heights: Sequence[float], *, top: float, bottom: float) -> list[float]:
    """The upper edges of labels that want their middle at `wanted` (ascending): moved apart as little as simple rules
    allow, kept above `bottom` and, where all have room, below `top`.

    >>> arrange([10, 12], [10, 10], top=0, bottom=100)
    [0.0, 16.0]
    >>> arrange([95, 97], [10, 10], top=0, bottom=100)
    [74.0, 90.0]
    """
    upper: list[float] = []
    for middle, height in zip(wanted, heights, strict=True):
        lowest = upper[-1] + heights[len(upper) - 1] + _BETWEEN if upper else top
        upper.append(max(middle - height / 2, lowest))
    limit = bottom
    for at in reversed(range(len(upper))):
        upper[at] = min(upper[at], limit - heights[at])
        limit = upper[at] - _BETWEEN
    return _balance(upper, list(wanted), list(heights), top)


def _balance(upper: list[float], wanted: list[float], heights: list[float], top: float) -> list[float]:
    """Touching labels share their shift: each touching group moves up to the mean of its wishes, where it is free."""
    start = 0
    while start < len(upper):
        end = start
        while end + 1 < len(upper) and upper[end + 1] - upper[end] - heights[end] <= _BETWEEN + 1e-6:
            end += 1
        group = range(start, end + 1)
        shift = sum(upper[at] + heights[at] / 2 - wanted[at] for at in group) / len(group)
        ceiling = upper[start - 1] + heights[start - 1] + _BETWEEN if start else top
        move = max(0.0, min(shift, upper[start] - ceiling))
        for at in group:
            upper[at] -= move
        start = end + 1
    return upper


def room(ends: Sequence[End]) -> float:
    """How high a column has to be that holds all labels."""
    return sum(end.height + _BETWEEN for end in ends)


def draw(ends: Sequence[End], *, x: float, top: float, bottom: float) -> str:
    """The labels in a column at x, each led to its line by a thin rule."""
    ordered = sorted(ends, key=lambda end: end.place[1])
    uppers = arrange([end.place[1] for end in ordered], [end.height for end in ordered], top=top, bottom=bottom)
    return "".join(_label(end, x, upper) for end, upper in zip(ordered, uppers, strict=True))


def _label(end: End, x: float, upper: float) -> str:
    (from_x, from_y), middle = end.place, upper + end.height / 2
    lead = svg.element(
        "polyline",
        points=svg.points((from_x + 7, from_y), (x - 14, from_y), (x - 5, middle)),
        stroke="currentColor",
        stroke_width=0.8,
        stroke_opacity=0.6,
    )
    lines = [(end.value, 600)] * bool(end.value) + [(line, 400) for line in end.name]
    texts = [svg.label(x, upper + 11 + _STEP * at, text, font_weight=weight) for at, (text, weight) in enumerate(lines)]
    return svg.element("g", lead, *texts, class_=end.style.hook, color=end.style.colour)
