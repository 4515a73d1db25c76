"""The map of status and dynamics: four steps of one hue with their number, and a sign for the dynamics.

No area is told by its colour alone: number and sign stand inside it where there is room, and in words in its title, in
the text alternative and in the table beside the map. Areas keep their place on the map and have no rank.
"""

from collections.abc import Sequence

from mehrklang.assessment.small_areas import Dynamics, Status
from mehrklang.report import alternative
from mehrklang.report.anchor import anchor
from mehrklang.report.charts import lettering, map_legend, surface, svg
from mehrklang.report.charts.choice import Picture
from mehrklang.report.charts.heading import Heading
from mehrklang.report.charts.palette import STEPS
from mehrklang.report.charts.projection import Projection, bounds
from mehrklang.report.charts.size import Size
from mehrklang.report.finding import Finding
from mehrklang.report.placed import YEARS, Placed
from mehrklang.vocabulary import Boundary, Figure, Reason

_FORM = "Karte zu Status und Dynamik"
_HIGHEST = 340.0
_ROOM = 24.0
_LEAST = 3
_BETWEEN = 21.0
_SIGNS = {Dynamics.BETTER: "+", Dynamics.ALIKE: "=", Dynamics.WORSE: "−"}
_UNCLASSIFIED = Figure.withheld(Reason.NOT_DELIVERED)


def position_picture(finding: Finding, found: Sequence[Placed], boundaries: Sequence[Boundary]) -> Picture | None:
    """The map in both sizes; None with fewer than three areas that have a boundary, or where none is classified."""
    shapes = {boundary.area: boundary for boundary in boundaries}
    shown = [(each, shapes[each.line.area.key]) for each in found if each.line.area.key in shapes]
    if len(shown) < _LEAST or not any(each.position.status for each, _ in shown):
        return None
    name, title = f"{anchor(finding.definition.code)}-einordnung", alternative.title(finding, _FORM)
    text = " ".join(f"{each.line.area.name}: {each.told}." for each, _ in shown)
    wide, narrow = (_draw(finding, shown, text, size=size, name=f"{name}-{size.value}") for size in Size)
    return Picture(name, "einordnung", title, wide, narrow, text)


def _draw(finding: Finding, shown: Sequence[tuple[Placed, Boundary]], text: str, *, size: Size, name: str) -> str:
    heading = Heading.of(f"Status und Dynamik über {YEARS} Jahre, verglichen mit: {finding.area.name}", size.width - 40)
    used = [boundary for _, boundary in shown]
    view = Projection.fit(used, width=size.width, height=_HIGHEST, top=heading.bottom + 13)
    blank = [_UNCLASSIFIED] if any(each.position.status is None for each, _ in shown) else []
    legend, bottom = _legend(blank, view.bottom + 22, size, name)
    return svg.root(
        map_legend.patterns(blank, name),
        heading.draw(),
        *(_area(each, boundary, view, name) for each, boundary in shown),
        *(_mark(each, boundary, view) for each, boundary in shown),
        legend,
        width=size.width,
        height=bottom,
        name=name,
        title=alternative.title(finding, _FORM),
        description=text,
    )


def _area(each: Placed, boundary: Boundary, view: Projection, name: str) -> str:
    step = _step(each)
    return svg.element(
        "path",
        svg.element("title", svg.words(f"{each.line.area.name}: {each.told}")),
        d=view.path(boundary),
        fill=f"url(#{name}-{map_legend.pattern_of(_UNCLASSIFIED)})" if step is None else STEPS[step],
        fill_rule="evenodd",
        stroke="currentColor",
        stroke_width=0.9,
        stroke_linejoin="round",
        class_="absent" if step is None else f"step{step + 1}",
    )


def _mark(each: Placed, boundary: Boundary, view: Projection) -> str:
    """Number of the status and sign of the dynamics, where there is room."""
    step = _step(each)
    left, low, right, high = bounds([boundary])
    (x1, y1), (x2, y2) = view((left, high)), view((right, low))
    if step is None or min(x2 - x1, y2 - y1) < _ROOM:
        return ""
    sign = f" {_SIGNS[each.position.dynamics]}" if each.position.dynamics else ""
    return map_legend.on_step(view(surface.inside(boundary)), f"{step + 1}{sign}", step)


def _step(each: Placed) -> int | None:
    return None if each.position.status is None else list(Status).index(each.position.status)


def _legend(blank: Sequence[Figure], y: float, size: Size, name: str) -> tuple[str, float]:
    """A box for each status, a line for each sign, and the pattern of what is not classified."""
    drawn = []
    for at, status in enumerate(Status):
        drawn.append(map_legend.entry((0, y), status.label, fill=STEPS[at], hook=f"step{at + 1}"))
        drawn.append(map_legend.on_step((13, y - 4), str(at + 1), at, small=True))
        y += _BETWEEN
    for dynamics, sign in _SIGNS.items():
        drawn.append(svg.label(13, y, sign, text_anchor="middle", font_weight=600))
        drawn.append(svg.label(33, y, dynamics.label))
        y += _BETWEEN
    for figure in blank:
        pattern = f"url(#{name}-{map_legend.pattern_of(figure)})"
        lines = lettering.wrap("nicht eingeordnet: zu wenige Menschen oder kein Wert", size.width - 40)
        drawn.append(map_legend.entry((0, y), *lines, fill=pattern, hook="absent"))
        y += _BETWEEN + (len(lines) - 1) * 16
    return "".join(drawn), y - 4
