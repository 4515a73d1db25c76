"""The map: areas in at most five numbered classes of one period; what is withheld or missing has a pattern."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from mehrklang.report import alternative, reading, versions
from mehrklang.report.charts import lettering, map_legend, rows, surface, svg
from mehrklang.report.charts.classes import Classes
from mehrklang.report.charts.heading import Heading
from mehrklang.report.charts.map_legend import pattern_of
from mehrklang.report.charts.palette import STEPS
from mehrklang.report.charts.projection import Projection, bounds
from mehrklang.report.charts.size import Size
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Boundary, Figure, Period, Reason, Sign
from mehrklang.vocabulary.german import format_figure, format_with_unit

_HIGHEST = 340.0
_ROOM_FOR_CLASS = 11.0


@dataclass(frozen=True, slots=True)
class Place:
    """One area of the map: its name, its figure and its boundary."""

    name: str
    figure: Figure
    boundary: Boundary


def draw(finding: Finding, boundaries: Sequence[Boundary], *, period: Period, size: Size, name: str) -> str:
    """The map as SVG. Boundaries without a line are drawn as "nicht geliefert"; lines without a boundary are in the
    table only."""
    unit = reading.unit_of(finding)
    lines = mapped(finding, boundaries)
    places = _places(lines, boundaries, period)
    classes = Classes.of((place.figure.number for place in places if place.figure.number is not None), unit)
    heading = Heading.of(f"{unit.description}, {rows.about(lines, period)}", size.width - 40)
    surfaces = [place.boundary for place in places]
    view = Projection.fit(surfaces, width=size.width, height=_HIGHEST, top=heading.bottom + 13)
    absent = [place.figure for place in places if place.figure.number is None]
    key = map_legend.draw(classes, absent, size=size, y=view.bottom + 22, name=name)
    return svg.root(
        map_legend.patterns(absent, name),
        heading.draw(),
        _north(size.width),
        *(_area(place, view, classes, finding, name) for place in places),
        *(_number(place, view, classes, finding) for place in places),
        key.drawing,
        width=size.width,
        height=key.bottom,
        name=name,
        title=alternative.title(finding, "Karte"),
        description=alternative.describe_at(finding, lines, period, with_estimates=False),
    )


def mapped(finding: Finding, boundaries: Sequence[Boundary]) -> tuple[GroupSeries, ...]:
    """The lines that a map of these boundaries shows: of the leading group and of the one level that has most areas,
    because areas of different levels overlap."""
    keys = {boundary.area for boundary in boundaries}
    leading = reading.lead(finding)
    found = [line for line in finding.lines if line.area.key in keys and leading and line.group == leading.group]
    levels = Counter(line.area.level for line in found)
    return tuple(line for line in found if line.area.level is levels.most_common(1)[0][0])


def _places(lines: Sequence[GroupSeries], boundaries: Sequence[Boundary], period: Period) -> list[Place]:
    """The areas with their figures, and the areas between them for which there is none."""
    by_area = {line.area.key: line for line in lines}
    shown = [boundary for boundary in boundaries if boundary.area in by_area]
    others = surface.uncovered([boundary for boundary in boundaries if boundary.area not in by_area], shown)
    return [
        *(_place(by_area[each.area], each, period) for each in shown),
        *(Place(each.area, Figure.withheld(Reason.NOT_DELIVERED), each) for each in others),
    ]


def _place(line: GroupSeries, boundary: Boundary, period: Period) -> Place:
    return Place(versions.labelled(line.area.name, [line], period), reading.figure_at(line, period), boundary)


def _area(place: Place, view: Projection, classes: Classes, finding: Finding, name: str) -> str:
    figure = place.figure
    amount = format_with_unit(figure, reading.unit_of(finding), reading.decimals_of(finding))
    note = f"{place.name}: {amount}"
    if figure.reason:
        note += f" – {figure.reason.meaning}"
    step = classes.index(figure.number) if figure.number is not None else None
    return svg.element(
        "path",
        svg.element("title", svg.words(note)),
        d=view.path(place.boundary),
        fill=STEPS[step] if step is not None else f"url(#{name}-{pattern_of(figure)})",
        fill_rule="evenodd",
        stroke="currentColor",
        stroke_width=0.9,
        stroke_linejoin="round",
        stroke_dasharray="4 2" if figure.sign is Sign.LIMITED else None,
        class_=f"step{step + 1}" if step is not None else "absent",
    )


def _number(place: Place, view: Projection, classes: Classes, finding: Finding) -> str:
    """The figure inside its area, where there is room; else the number of its class, so that no class is told by its
    colour alone."""
    if place.figure.number is None:
        return ""
    step = classes.index(place.figure.number)
    text = format_figure(place.figure, reading.unit_of(finding), reading.decimals_of(finding))
    left, low, right, high = bounds([place.boundary])
    (x1, y1), (x2, y2) = view((left, high)), view((right, low))
    wide, tall = x2 - x1, y2 - y1
    if wide >= lettering.width(text, 12) + 14 and tall >= 26:
        return map_legend.on_step(view(surface.inside(place.boundary)), text, step)
    if wide >= _ROOM_FOR_CLASS and tall >= _ROOM_FOR_CLASS:
        return map_legend.on_step(view(surface.inside(place.boundary)), str(step + 1), step, small=True)
    return ""


def _north(width: float) -> str:
    arrow = svg.element("path", d=f"M{svg.number(width - 10)} 3l5 13l-5 -3l-5 3z", fill="currentColor")
    return svg.element("g", svg.label(width - 26, 14, "N", font_size=11.5), arrow, class_="quiet")
