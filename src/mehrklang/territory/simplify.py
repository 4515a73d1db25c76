"""Boundaries with fewer corners, for maps on a page."""

from collections.abc import Sequence

from mehrklang.vocabulary import Boundary

Point = tuple[float, float]

MOST_POINTS = 2_000
"""Corners per area above which a map draws a simpler copy."""

_STEPS = 1_000
"""Finest part of the area's extent that a map shows."""


def simplified(boundary: Boundary) -> Boundary:
    """The boundary itself, or, if it has more than `MOST_POINTS` corners, one whose lines stay nearer to it than a
    thousandth of its extent (Douglas and Peucker 1973). Rings too small to be seen fall away, never the largest."""
    points = [point for ring in boundary.rings for point in ring]
    if len(points) <= MOST_POINTS:
        return boundary
    xs, ys = [x for x, _ in points], [y for _, y in points]
    near = max(max(xs) - min(xs), max(ys) - min(ys)) / _STEPS
    rings = [thinned(ring, near) for ring in boundary.rings]
    kept = tuple(ring for ring in rings if len(ring) >= 4)
    longest = max(boundary.rings, key=len)
    return Boundary(boundary.area, kept or (longest,), boundary.valid_from, boundary.valid_until)


def thinned(ring: Sequence[Point], near: float) -> tuple[Point, ...]:
    """The corners of a line that lie farther than `near` from the simpler line; both ends stay.

    >>> thinned([(0, 0), (1, 0.01), (2, 0), (2, 2), (0, 2), (0, 0)], 0.1)
    ((0, 0), (2, 0), (2, 2), (0, 2), (0, 0))
    """
    kept = {0, len(ring) - 1}
    waiting = [(0, len(ring) - 1)]
    while waiting:
        first, last = waiting.pop()
        distances = [(_squared(ring[at], ring[first], ring[last]), at) for at in range(first + 1, last)]
        far, at = max(distances, default=(0.0, first))
        if far > near * near:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return tuple(ring[at] for at in sorted(kept))


def _squared(point: Point, start: Point, end: Point) -> float:
    """The square of the distance of a point from a stretch."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    wide, tall = x2 - x1, y2 - y1
    length = wide * wide + tall * tall
    share = max(0.0, min(1.0, ((x - x1) * wide + (y - y1) * tall) / length)) if length else 0.0
    return (x - x1 - share * wide) ** 2 + (y - y1 - share * tall) ** 2
