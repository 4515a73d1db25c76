"""From longitude and latitude, or metres, to the places of a picture. North is up."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from mehrklang.vocabulary import Boundary

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Projection:
    """Scales and shifts; degrees of longitude are shortened by the cosine of the middle latitude (plate carrée with
    that standard parallel), which keeps the shapes of a Kreis or Land.

    >>> square = Boundary("a", (((8.0, 60.0), (9.0, 60.0), (9.0, 61.0), (8.0, 61.0), (8.0, 60.0)),))
    >>> view = Projection.fit([square], width=100, height=100, top=0)
    >>> round(view((9.0, 61.0))[0] - view((8.0, 61.0))[0], 1)  # half as wide as high, at 60 degrees north
    49.2
    """

    left: float
    upper: float
    scale: float
    shorten: float
    shift: float
    top: float
    bottom: float

    @classmethod
    def fit(cls, boundaries: Sequence[Boundary], *, width: float, height: float, top: float) -> Self:
        """As large as fits into width and height, in the middle."""
        left, low, right, high = bounds(boundaries)
        shorten = math.cos(math.radians((low + high) / 2)) if _degrees(left, low, right, high) else 1.0
        wide, tall = max((right - left) * shorten, 1e-9), max(high - low, 1e-9)
        scale = min((width - 2) / wide, height / tall)
        return cls(left, high, scale, shorten, (width - wide * scale) / 2, top, top + tall * scale)

    def __call__(self, point: Point) -> Point:
        """The place of a point."""
        x, y = point
        return self.shift + (x - self.left) * self.shorten * self.scale, self.top + (self.upper - y) * self.scale

    def path(self, boundary: Boundary) -> str:
        """The boundary as path data: corners nearer than half a unit to the last one are left out."""
        return "".join(self._ring(ring) for ring in boundary.rings)

    def _ring(self, ring: Sequence[Point]) -> str:
        corners: list[Point] = []
        for point in ring[:-1]:
            x, y = self(point)
            if not corners or abs(x - corners[-1][0]) + abs(y - corners[-1][1]) >= 0.5:
                corners.append((x, y))
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "Z"


def bounds(boundaries: Sequence[Boundary]) -> tuple[float, float, float, float]:
    """West, south, east and north of all boundaries."""
    points = [point for boundary in boundaries for ring in boundary.rings for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _degrees(left: float, low: float, right: float, high: float) -> bool:
    return max(abs(left), abs(right)) <= 180 and max(abs(low), abs(high)) <= 90
