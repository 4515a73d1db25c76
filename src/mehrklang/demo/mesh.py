"""A honeycomb of small cells from which all areas of the town are put together.

Every vertex belongs to at most three cells, so the outline of any set of cells is a set of simple rings; neighbouring
areas share their edges exactly, without gap or overlap. Cells have integer centres (x, y); vertices too.
"""

from collections.abc import Iterable, Iterator
from math import atan2, pi, sin, sqrt

from mehrklang.demo.chance import stream

Cell = tuple[int, int]
Vertex = tuple[int, int]
Ring = tuple[tuple[float, float], ...]

_CORNERS = ((0, -2), (1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1))
_NEIGHBOURS = ((2, 0), (1, 3), (-1, 3), (-2, 0), (-1, -3), (1, -3))
_CELL_AREA = 2 * sqrt(3)
_ASPECT = 0.75
_JITTER = 0.24
_METRES = 210.0


def town_cells(count: int, seed: int) -> tuple[Cell, ...]:
    """About `count` cells inside an uneven oval, row by row from the south."""
    random = stream("Umriss", seed)
    phase = (random.uniform(0, 2 * pi), random.uniform(0, 2 * pi))
    radius = sqrt(_CELL_AREA * count / (pi * _ASPECT))
    rows = range(-int(radius), int(radius) + 1)
    return tuple(
        (2 * column + row % 2, 3 * row)
        for row in rows
        for column in range(-int(radius), int(radius) + 1)
        if _inside(2 * column + row % 2, sqrt(3) * row, radius, phase)
    )


def neighbours(cell: Cell) -> Iterator[Cell]:
    """The six cells around a cell, whether they belong to the town or not."""
    return ((cell[0] + dx, cell[1] + dy) for dx, dy in _NEIGHBOURS)


def rings(cells: Iterable[Cell], seed: int) -> tuple[Ring, ...]:
    """The outline of a set of cells in metres of an invented local system: outer rings and holes, each closed."""
    follow = _outline(frozenset(cells))
    found = []
    while follow:
        start = vertex = min(follow)
        ring = [start]
        while (vertex := follow.pop(vertex)) != start:
            ring.append(vertex)
        found.append(tuple(_place(vertex, seed) for vertex in (*ring, start)))
    return tuple(found)


def _inside(x: float, y: float, radius: float, phase: tuple[float, float]) -> bool:
    angle = atan2(y, x)
    bay = 1 + 0.10 * sin(3 * angle + phase[0]) + 0.06 * sin(7 * angle + phase[1])
    return bool(sqrt(x * x + (y / _ASPECT) ** 2) < radius * bay)


def _outline(cells: frozenset[Cell]) -> dict[Vertex, Vertex]:
    """The edges that belong to one cell of the set only, as steps from vertex to vertex."""
    edges = {(start, end) for cell in cells for start, end in _edges(cell)}
    return {start: end for start, end in edges if (end, start) not in edges}


def _edges(cell: Cell) -> Iterator[tuple[Vertex, Vertex]]:
    corners = [(cell[0] + dx, cell[1] + dy) for dx, dy in _CORNERS]
    return zip(corners, (*corners[1:], corners[0]), strict=True)


def _place(vertex: Vertex, seed: int) -> tuple[float, float]:
    """The vertex in metres, a little out of its place, the same for every area that it belongs to."""
    random = stream(f"Punkt {vertex}", seed)
    x = vertex[0] + random.uniform(-_JITTER, _JITTER)
    y = vertex[1] / sqrt(3) + random.uniform(-_JITTER, _JITTER)
    return round(x * _METRES, 1), round(y * _METRES, 1)
