"""The boundary of an area, for maps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Boundary:
    """The polygons of one area.

    Promise: each ring is closed (first point = last point) and holds at least four points (x, y): longitude and
    latitude, or metres of one projection; all boundaries of a monitoring share one system. A hole is a ring like any
    other (even-odd rule). Open ends of the time in which it holds have no limit.
    """

    area: str
    rings: tuple[tuple[tuple[float, float], ...], ...]
    valid_from: date | None = None
    valid_until: date | None = None

    def __post_init__(self) -> None:
        if any(len(ring) < 4 or ring[0] != ring[-1] for ring in self.rings):
            raise ValueError(f"an open or empty ring in the boundary of {self.area}")

    def holds_on(self, day: date | None) -> bool:
        """Whether it holds on that day; without a day, whether it holds without an end."""
        if day is None:
            return self.valid_until is None
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


def in_force(boundaries: Iterable[Boundary], day: date | None = None) -> tuple[Boundary, ...]:
    """The boundaries of one day, for a map: at most one per area, the one that began last."""
    found: dict[str, Boundary] = {}
    for each in boundaries:
        before = found.get(each.area)
        if each.holds_on(day) and (before is None or (before.valid_from or date.min) < (each.valid_from or date.min)):
            found[each.area] = each
    return tuple(found.values())
