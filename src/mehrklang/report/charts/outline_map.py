"""The map without numbers: where the areas lie that boundaries are known of."""

from collections.abc import Mapping, Sequence

from mehrklang.report.charts import lettering, surface, svg
from mehrklang.report.charts.projection import Projection, bounds
from mehrklang.report.charts.size import Size
from mehrklang.vocabulary import Boundary

_HIGHEST = 420.0


def draw(boundaries: Sequence[Boundary], names: Mapping[str, str], *, size: Size, name: str, title: str) -> str:
    """The outlines as SVG, each with its name where there is room and always as its title; "" without boundaries."""
    if not boundaries:
        return ""
    view = Projection.fit(boundaries, width=size.width, height=_HIGHEST, top=2)
    told = ", ".join(sorted(names[each.area] for each in boundaries))
    return svg.root(
        *(_area(each, names[each.area], view) for each in boundaries),
        *(_name(each, names[each.area], view) for each in boundaries),
        width=size.width,
        height=view.bottom + 2,
        name=name,
        title=title,
        description=f"{len(boundaries)} Gebiete: {told}.",
    )


def _area(boundary: Boundary, words: str, view: Projection) -> str:
    return svg.element(
        "path",
        svg.element("title", svg.words(words)),
        d=view.path(boundary),
        fill="currentColor",
        fill_opacity=0.04,
        fill_rule="evenodd",
        stroke="currentColor",
        stroke_width=0.9,
        stroke_linejoin="round",
    )


def _name(boundary: Boundary, words: str, view: Projection) -> str:
    left, low, right, high = bounds([boundary])
    (x1, y1), (x2, y2) = view((left, high)), view((right, low))
    if x2 - x1 < lettering.width(words, lettering.SMALL) + 6 or y2 - y1 < lettering.SMALL + 6:
        return ""
    x, y = view(surface.inside(boundary))
    return svg.label(x, y + 4, words, text_anchor="middle", font_size=lettering.SMALL)
