"""The map of status and dynamics: four steps of one hue with their hatching and number, and a sign for the dynamics.

No area is told by its colour alone: each status has a hatching of its own, number and sign stand inside where there is
room, and words stand in its title, in the text alternative and in the table beside the map. Areas keep their place on
the map and have no rank.
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
_PALE: dict[str, str | float | None] = {"stroke": "#1a1a1a", "stroke_width": 0.8, "stroke_opacity": 0.45}
_HATCHINGS = (
    svg.element("path", d="M5 0V10", **_PALE),
    svg.element("path", d="M0 10L10 0", **_PALE),
    svg.element("path", d="M0 10L10 0M0 0L10 10", **{**_PALE, "stroke": "#ffffff", "stroke_opacity": 0.6}),
)
_UNCLASSIFIED = Figure.withheld(Reason.NOT_DELIVERED)


def position_picture(finding: Finding, found: Sequence[Placed], boundaries: Sequence[Boundary]) -> Picture | None:
    """The map in both sizes; None with fewer than three areas that have a boundary, or where none is classified."""
    shapes = {boundary.area: boundary for boundary in boundaries}
    shown = [(each, shapes[each.line.area.key]) for each in found if each.line.area.key in shapes]
    if len(shown) < _LEAST or not any(each.position.status for each, _ in shown):
        return None
    name, title = f"{anchor(finding.definition.code)}-einordnung", alternative.title(finding, _FORM)
    period, unit = shown[0][0].value.period.label, shown[0][0].value.unit.description
    opening = f"Einheit: {unit}, {period}, verglichen mit: {finding.area.name}."
    text = " ".join([opening, *(f"{each.line.area.name}: {each.told}." for each, _ in shown)])
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
        _hatchings(name),
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
    plain = svg.element(
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
    if not step:
        return plain
    return plain + svg.element("path", d=view.path(boundary), fill=f"url(#{name}-status-{step})", fill_rule="evenodd")


def _hatchings(name: str) -> str:
    """What lies on the colour of each status but the first: upright, slanting and crossed lines."""
    return svg.element(
        "defs",
        *(
            svg.element(
                "pattern", drawing, id=f"{name}-status-{at}", width=10, height=10, pattern_units="userSpaceOnUse"
            )
            for at, drawing in enumerate(_HATCHINGS, start=1)
        ),
    )


def _mark(each: Placed, boundary: Boundary, view: Projection) -> str:
    """Number of the status and sign of the dynamics, where there is room."""
    step = _step(each)
    left, low, right, high = bounds([boundary])
    (x1, y1), (x2, y2) = view((left, high)), view((right, low))
    if step is None or min(x2 - x1, y2 - y1) < _ROOM:
        return ""
    sign = f" {_SIGNS[each.position.dynamics]}" if each.position.dynamics else ""
    place = view(surface.inside(boundary))
    return _plate(place, step, width=30) + map_legend.on_step(place, f"{step + 1}{sign}", step)


def _plate(place: tuple[float, float], step: int, *, width: float, height: float = 14.0) -> str:
    """The plain colour below a number, so that no hatching runs through it."""
    corner = {"x": place[0] - width / 2, "y": place[1] - height / 2}
    return svg.element("rect", **corner, width=width, height=height, fill=STEPS[step], class_=f"step{step + 1}")


def _step(each: Placed) -> int | None:
    return None if each.position.status is None else list(Status).index(each.position.status)


def _sample(at: int, y: float, name: str) -> str:
    """The hatching on a box of the legend."""
    return svg.element("rect", x=1, y=y - 11, width=24, height=14, fill=f"url(#{name}-status-{at})") if at else ""


def _legend(blank: Sequence[Figure], y: float, size: Size, name: str) -> tuple[str, float]:
    """A box for each status, a line for each sign, and the pattern of what is not classified."""
    drawn = []
    for at, status in enumerate(Status):
        drawn.append(map_legend.entry((0, y), status.label, fill=STEPS[at], hook=f"step{at + 1}"))
        drawn.append(_sample(at, y, name))
        drawn.append(
            _plate((13, y - 4), at, width=10, height=11) + map_legend.on_step((13, y - 4), str(at + 1), at, small=True)
        )
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
