"""The legend: a sample of each line with its marker, and its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from mehrklang.report.charts import lettering, marker, svg
from mehrklang.report.charts.palette import Style
from mehrklang.report.charts.size import Size

_STEP = lettering.SIZE * lettering.LEADING
_SAMPLE = 34.0
_SAFE = 0.84
"""A legend line may not be cut off where the reader's typeface is wider than the one that is reckoned with."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry."""

    text: str
    style: Style


def height(entries: Sequence[Entry], size: Size) -> float:
    """How much room the legend takes."""
    return sum(len(_lines(entry, size)) * _STEP + 5 for entry in entries)


def draw(entries: Sequence[Entry], size: Size, *, y: float) -> str:
    """The entries below each other; the first baseline lies at y."""
    drawn = []
    for entry in entries:
        lines = _lines(entry, size)
        drawn.append(_entry(entry, lines, y))
        y += len(lines) * _STEP + 5
    return "".join(drawn)


def _entry(entry: Entry, lines: Sequence[str], y: float) -> str:
    style, middle = entry.style, y - 4.5
    return svg.element(
        "g",
        _sample(middle, style),
        marker.draw(style.marker, ((_SAMPLE - 8) / 2, middle), hollow=style.hollow),
        *(svg.label(_SAMPLE, y + _STEP * at, text) for at, text in enumerate(lines)),
        class_=style.hook,
        color=style.colour,
    )


def _sample(middle: float, style: Style) -> str:
    if not style.stroke:
        return ""
    return svg.line((0, middle), (_SAMPLE - 8, middle), stroke_width=style.stroke, stroke_dasharray=style.dash)


def _lines(entry: Entry, size: Size) -> tuple[str, ...]:
    return lettering.wrap(entry.text, (size.width - _SAMPLE) * _SAFE)
