"""Areas as surfaces: a point that surely lies inside one, and which of them may be drawn without covering another."""

from collections.abc import Sequence
from itertools import pairwise

from mehrklang.vocabulary import Boundary

Point = tuple[float, float]


def inside(boundary: Boundary) -> Point:
    """A point inside: the middle of the widest stretch at half height.

    >>> hook = Boundary("a", (((0, 0), (9, 0), (9, 9), (8, 9), (8, 1), (0, 1), (0, 0)),))
    >>> inside(hook)
    (8.5, 4.5)
    """
    ys = [y for ring in boundary.rings for _, y in ring]
    middle = (min(ys) + max(ys)) / 2
    crossings = _crossings(boundary, middle)
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    left, right = max(stretches, key=lambda stretch: stretch[1] - stretch[0], default=(boundary.rings[0][0][0],) * 2)
    return (left + right) / 2, middle


def contains(boundary: Boundary, point: Point) -> bool:
    """Whether a point lies inside (even-odd rule).

    >>> square = Boundary("a", (((0, 0), (2, 0), (2, 2), (0, 2), (0, 0)),))
    >>> contains(square, (1, 1)), contains(square, (3, 1))
    (True, False)
    """
    x, y = point
    return sum(crossing > x for crossing in _crossings(boundary, y)) % 2 == 1


def uncovered(boundaries: Sequence[Boundary], shown: Sequence[Boundary]) -> list[Boundary]:
    """Those boundaries that lie beside the shown ones and beside each other: areas of other levels, which overlap, are
    left out."""
    found: list[Boundary] = []
    for each in boundaries:
        if not any(_overlap(each, other) for other in (*shown, *found)):
            found.append(each)
    return found


def _overlap(one: Boundary, other: Boundary) -> bool:
    return contains(one, inside(other)) or contains(other, inside(one))


def _crossings(boundary: Boundary, height: float) -> list[float]:
    """Where the rings cross a level line, from west to east."""
    found = []
    for ring in boundary.rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 <= height) != (y2 <= height):
                found.append(x1 + (height - y1) / (y2 - y1) * (x2 - x1))
    return sorted(found)
