"""Boundaries tile the town: no gap, no overlap, shared edges."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import pytest

from mehrklang.demo.geography import boundaries
from mehrklang.demo.mesh import Ring, rings
from mehrklang.demo.town import CITY, REFORM_YEAR, Town
from mehrklang.vocabulary import Boundary


@pytest.fixture(scope="module")
def drawn(town: Town) -> dict[str, Boundary]:
    return {boundary.area: boundary for boundary in boundaries(town)}


def enclosed_area(outline: Iterable[Ring]) -> float:
    """The area inside rings of opposite direction for outside and holes (Gauss's area formula)."""
    return sum((x1 * y2 - x2 * y1) / 2 for ring in outline for (x1, y1), (x2, y2) in pairwise(ring))


def _edges(outlines: list[tuple[Ring, ...]]) -> Counter[tuple[tuple[float, float], tuple[float, float]]]:
    return Counter(edge for outline in outlines for ring in outline for edge in pairwise(ring))


def _levels(town: Town) -> dict[str, list[str]]:
    return {
        "districts": [area.key for area in town.districts],
        "old quarters": [area.key for area in town.quarters_on(REFORM_YEAR - 1)],
        "new quarters": [area.key for area in town.quarters_on(REFORM_YEAR)],
    }


@pytest.mark.parametrize("level", ["districts", "old quarters", "new quarters"])
def test_the_areas_of_a_level_make_up_the_town(town: Town, drawn: dict[str, Boundary], level: str) -> None:
    """The areas add up, and what remains after cancelling shared edges is the outline of the town."""
    parts = [drawn[key].rings for key in _levels(town)[level]]
    assert sum(map(enclosed_area, parts)) == pytest.approx(enclosed_area(drawn[CITY.key].rings))
    edges = _edges(parts)
    assert set(edges.values()) == {1}
    outer = {(start, end) for start, end in edges if (end, start) not in edges}
    assert outer == set(_edges([drawn[CITY.key].rings]))


def test_every_boundary_is_a_set_of_simple_rings(drawn: dict[str, Boundary]) -> None:
    """No point twice in a ring, and a positive area."""
    for boundary in drawn.values():
        assert enclosed_area(boundary.rings) > 0
        for ring in boundary.rings:
            assert len(set(ring)) == len(ring) - 1


def test_no_cell_folds_over(town: Town) -> None:
    """The jitter of the vertices is small enough: seen from its centre, every cell runs round counter-clockwise."""
    for small in town.small:
        for cell in small.cells:
            ring = rings([cell], town.seed)[0]
            x, y = (sum(point[axis] for point in ring[1:]) / 6 for axis in (0, 1))
            assert all((x1 - x) * (y2 - y) > (x2 - x) * (y1 - y) for (x1, y1), (x2, y2) in pairwise(ring))


def test_a_hole_counts_negative() -> None:
    """A ring of six cells around a missing one."""
    around = [(2, 0), (1, 3), (-1, 3), (-2, 0), (-1, -3), (1, -3)]
    outline = rings(around, seed=1)
    assert len(outline) == 2
    whole = enclosed_area(rings([*around, (0, 0)], seed=1))
    assert enclosed_area(outline) == pytest.approx(whole - enclosed_area(rings([(0, 0)], seed=1)))
