"""Which pictures show a finding: the form follows from what is there, so that nobody has to choose and none misleads.

Several periods: lines. One period: a gap for two groups, bars where zero is the natural beginning, else dots. Parts of
the area: the same for the latest period, and a map where there are boundaries.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from mehrklang.report import alternative, reading
from mehrklang.report.anchor import anchor
from mehrklang.report.charts import bar, dot, gap, line
from mehrklang.report.charts import map as choropleth
from mehrklang.report.charts.palette import MOST_SERIES
from mehrklang.report.charts.scale import starts_at_zero
from mehrklang.report.charts.size import Size
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Boundary, Period, Unit

Item = TypeVar("Item")

_MOST_ROWS = 20
_LEAST_PLACES = 3


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart or map in both sizes, with its caption and its text alternative; `name` is unique on a page."""

    name: str
    form: str
    caption: str
    wide: str
    narrow: str
    alternative: str


def pictures(finding: Finding, boundaries: Sequence[Boundary] = ()) -> tuple[Picture, ...]:
    """All pictures of a finding, at most a few; none where there is no number to show."""
    own = (*reading.own_lines(finding), *finding.comparison)
    return (*_in_time(finding, own), *_in_parts(finding), *_on_map(finding, boundaries))


def _in_time(finding: Finding, own: Sequence[GroupSeries]) -> Iterator[Picture]:
    """The area itself beside its comparisons."""
    known = {value.period for each in own for value in each.series.values if value.figure.known}
    if len(known) > 1:
        lines = [each for each in own if each not in finding.comparison]
        for at, part in enumerate(_portions(lines, MOST_SERIES)):
            shown = [*part, *finding.comparison]
            yield _picture(
                finding, "linie", at, partial(line.draw, finding, shown), alternative.describe(finding, shown)
            )
    elif known and len(own) > 1:
        yield from _at(finding, own, max(known), start=0)


def _in_parts(finding: Finding) -> Iterator[Picture]:
    """The parts of the area in the latest period, level by level, because areas of different levels overlap."""
    start = 1
    for every in reading.levels(reading.part_lines(finding)):
        period = reading.latest_common_period(every)
        parts = reading.existing(every, [period]) if period else ()
        if period is None or not any(reading.figure_at(part, period).known for part in parts):
            continue
        groups = {part.group for part in parts}
        shown = [*(each for each in reading.own_lines(finding) if each.group in groups), *parts]
        areas = list(dict.fromkeys(each.area.key for each in shown))
        for keys in _portions(areas, _MOST_ROWS):
            yield from _at(finding, [each for each in shown if each.area.key in keys], period, start=start)
            start += 1


def _on_map(finding: Finding, boundaries: Sequence[Boundary]) -> Iterator[Picture]:
    shown = choropleth.mapped(finding, boundaries)
    period = reading.latest_common_period(shown)
    if period is None or len(shown) < _LEAST_PLACES:
        return
    draw = partial(choropleth.draw, finding, boundaries, period=period)
    yield _picture(finding, "karte", 0, draw, alternative.describe_at(finding, shown, period, with_estimates=False))


def _at(finding: Finding, lines: Sequence[GroupSeries], period: Period, *, start: int) -> Iterator[Picture]:
    """One period: the form that suits the groups and the unit."""
    draw, form = _form(lines, reading.unit_of(finding))
    text = alternative.describe_at(finding, lines, period)
    yield _picture(finding, form, start, partial(draw, finding, lines, period=period), text)


def _form(lines: Sequence[GroupSeries], unit: Unit) -> tuple[Callable[..., str], str]:
    pairs = {(each.area.key, each.group) for each in lines}
    groups, areas = {group for _, group in pairs}, {area for area, _ in pairs}
    if len(groups) == 2 and len(pairs) == 2 * len(areas):
        return gap.draw, "abstand"
    if starts_at_zero(unit) and (len(groups) == 1 or len(areas) == 1):
        return bar.draw, "balken"
    return dot.draw, "punkte"


def _picture(finding: Finding, form: str, at: int, draw: Callable[..., str], text: str) -> Picture:
    name = f"{anchor(finding.definition.code)}-{form}-{at}"
    wide, narrow = (draw(size=size, name=f"{name}-{size.value}") for size in (Size.WIDE, Size.NARROW))
    return Picture(name, form, alternative.title(finding, _CAPTIONS[form]), wide, narrow, text)


def _portions(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    return (items[at : at + size] for at in range(0, len(items), size))


_CAPTIONS = {
    "linie": "Liniendiagramm",
    "balken": "Balkendiagramm",
    "abstand": "Abstandsdiagramm",
    "punkte": "Punktdiagramm",
    "karte": "Karte",
}
