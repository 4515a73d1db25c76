"""The map without numbers: where the areas lie that boundaries are known of."""

from collections.abc import Iterator, Mapping, Sequence

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
        *_names(boundaries, names, view),
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


def _names(boundaries: Sequence[Boundary], names: Mapping[str, str], view: Projection) -> Iterator[str]:
    """The names that fit into their area and meet no other name, large areas first."""
    taken: list[tuple[float, float, float]] = []
    for each in sorted(boundaries, key=_extent, reverse=True):
        words = names[each.area]
        left, low, right, high = bounds([each])
        (x1, y1), (x2, y2) = view((left, high)), view((right, low))
        x, y = view(surface.inside(each))
        half = lettering.width(words, lettering.SMALL) / 2 + 3
        free = all(
            abs(y - other) > lettering.SMALL or x + half < start or x - half > end for start, end, other in taken
        )
        if free and x2 - x1 >= 2 * half and y2 - y1 >= lettering.SMALL + 6:
            taken.append((x - half, x + half, y))
            yield svg.label(x, y + 4, words, text_anchor="middle", font_size=lettering.SMALL)


def _extent(boundary: Boundary) -> float:
    left, low, right, high = bounds([boundary])
    return (right - left) * (high - low)
