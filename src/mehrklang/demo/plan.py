"""The plan of the town: which cells of the honeycomb form which district, quarter and statistical area.

Areas grow from seeds, cell by cell in turn, so each is connected and they are of similar extent. The river Silbe runs
from west to east; no district lies on both banks.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sin

from mehrklang.demo.mesh import Cell, neighbours, town_cells

Place = tuple[int, int, int]
"""Numbers of district, quarter in the district and statistical area in the quarter, each from 0."""

_CELLS_PER_AREA = 12
_SITES = (
    (0.0, 0.3), (0.0, -0.3), (0.0, 0.9), (-0.8, -0.4), (0.8, 0.3), (-0.8, 0.4),
    (0.7, -0.5), (0.0, -0.9), (-0.4, 0.7), (0.5, 0.8), (-0.4, -0.8), (0.4, 0.4),
)  # fmt: skip
"""Where the districts begin to grow, as shares of the town's extent; y > 0 lies north of the river."""

MOST_DISTRICTS = len(_SITES)


@dataclass(frozen=True, slots=True)
class Shape:
    """How many districts there are, quarters in all and statistical areas in each quarter."""

    districts: int
    quarters: int
    parts: int

    def quarters_of(self, district: int) -> int:
        """Quarters are dealt out evenly, the first districts getting the odd ones.

        >>> [Shape(3, 10, 4).quarters_of(district) for district in range(3)]
        [4, 3, 3]
        """
        return self.quarters // self.districts + (district < self.quarters % self.districts)


def plan(shape: Shape, seed: int) -> dict[Place, tuple[Cell, ...]]:
    """The cells of every statistical area; together exactly the cells of the town."""
    cells = town_cells(_CELLS_PER_AREA * shape.quarters * shape.parts, seed)
    placed: dict[Place, tuple[Cell, ...]] = {}
    for district, district_cells in enumerate(_districts(cells, shape.districts)):
        for quarter, quarter_cells in enumerate(_divide(district_cells, shape.quarters_of(district))):
            for part, part_cells in enumerate(_divide(quarter_cells, shape.parts)):
                placed[district, quarter, part] = part_cells
    return placed


def touching(one: Iterable[Cell], other: Collection[Cell]) -> bool:
    """Whether two sets of cells share an edge."""
    others = frozenset(other)
    return any(beside in others for cell in one for beside in neighbours(cell))


def _districts(cells: Sequence[Cell], count: int) -> list[tuple[Cell, ...]]:
    reach = max(x for x, _ in cells), max(y for _, y in cells)
    found: list[tuple[Cell, ...]] = [()] * count
    for north in (True, False):
        bank = [cell for cell in cells if _north(cell, reach) == north]
        numbers = [number for number in range(count) if (_SITES[number][1] > 0) == north]
        seeds = [_nearest(bank, (_SITES[number][0] * reach[0], _SITES[number][1] * reach[1])) for number in numbers]
        for number, grown in zip(numbers, _grow(bank, seeds), strict=True):
            found[number] = grown
    return found


def _north(cell: Cell, reach: Cell) -> bool:
    """Whether a cell lies north of the river, which meanders around the middle line."""
    return cell[1] > 0.12 * reach[1] * sin(4 * cell[0] / reach[0])


def _divide(cells: Sequence[Cell], count: int) -> Iterator[tuple[Cell, ...]]:
    """Divides a connected set into connected parts that begin as far from each other as possible."""
    seeds = [min(cells)]
    while len(seeds) < count:
        seeds.append(max(cells, key=lambda cell: (min(_distance(cell, seed) for seed in seeds), cell)))
    return iter(_grow(cells, seeds))


def _grow(cells: Collection[Cell], seeds: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    """Each seed takes one free neighbouring cell in turn until none is left."""
    free = set(cells) - set(seeds)
    grown = [[seed] for seed in seeds]
    fronts = [deque([seed]) for seed in seeds]
    while any(fronts):
        for taken, front in zip(grown, fronts, strict=True):
            cell = _next(front, free)
            if cell is not None:
                free.remove(cell)
                taken.append(cell)
                front.append(cell)
    return [tuple(sorted(taken)) for taken in grown]


def _next(front: deque[Cell], free: set[Cell]) -> Cell | None:
    """The next free cell beside what has been taken; the front forgets cells without free neighbours."""
    while front:
        cell = next((beside for beside in neighbours(front[0]) if beside in free), None)
        if cell is not None:
            return cell
        front.popleft()
    return None


def _nearest(cells: Iterable[Cell], point: tuple[float, float]) -> Cell:
    return min(cells, key=lambda cell: (_distance(cell, point), cell))


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Squared distance; rows lie √3 closer together than the integer grid says."""
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 / 3
