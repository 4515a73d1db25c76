"""The boundary of an area, for maps."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boundary:
    """The polygons of one area.

    Promise: each ring is closed (first point = last point) and holds at least four points (x, y): longitude and
    latitude, or metres of one projection; all boundaries of a monitoring share one system. A hole is a ring like any
    other (even-odd rule).
    """

    area: str
    rings: tuple[tuple[tuple[float, float], ...], ...]

    def __post_init__(self) -> None:
        if any(len(ring) < 4 or ring[0] != ring[-1] for ring in self.rings):
            raise ValueError(f"an open or empty ring in the boundary of {self.area}")
