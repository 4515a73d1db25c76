"""The boundaries of the town, its districts and its quarters (of both vintages), in metres of an invented system."""

from collections.abc import Iterator

from mehrklang.demo.mesh import Cell, rings
from mehrklang.demo.town import CITY, Town
from mehrklang.vocabulary import Boundary


def boundaries(town: Town) -> tuple[Boundary, ...]:
    """One boundary for each area below the Land, in the order of the town's areas."""
    cells = dict(_cells(town))
    return tuple(Boundary(area.key, rings(cells[area.key], town.seed)) for area in town.areas if area.key in cells)


def _cells(town: Town) -> Iterator[tuple[str, list[Cell]]]:
    yield CITY.key, [cell for small in town.small for cell in small.cells]
    for district in town.districts:
        inside = (small for small in town.small if small.area.key.startswith(district.key))
        yield district.key, [cell for small in inside for cell in small.cells]
    for quarter in town.quarters:
        parts = (small for small in town.small if quarter.key in (small.quarter_before, small.quarter_since))
        yield quarter.key, [cell for small in parts for cell in small.cells]
