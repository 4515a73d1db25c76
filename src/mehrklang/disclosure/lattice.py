"""One slice of a cube as a lattice: its axes, the place of each cell, and the smallest moves through a cell.

A slice holds the cells of one measure, unit and period. Its axes are the areas and the features; a cell is a node of
each axis. The product of one factor per axis (see `axis`) keeps every relation that runs along one axis, and no
smaller move does. Relations of another kind (several features at once, several slices) are checked for each move.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import product

import numpy as np

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.axis import Axis, axis_of
from mehrklang.disclosure.table import Ints, Table
from mehrklang.vocabulary import Period, Unit

Slice = tuple[str, Unit, Period]
Place = tuple[Hashable, ...]
Block = tuple[Ints, Ints]
"""Moves of one size: cells and signs, a row per move."""

_LARGEST_MOVE = 64
_MOST_MOVES = 6000
_LARGEST_GRID = 4_000_000


def slice_of(key: CellKey) -> Slice:
    """The slice that a cell lies in."""
    return key.measure, key.unit, key.period


@dataclass(frozen=True, slots=True)
class Lattice:
    """The axes of a slice and the number of the cell at each place.

    Two numbers behind the last cell stand for places without one: `ignored` where nothing of this crossing is
    tabulated, so that nothing binds it, and `forbidden` where the crossing is tabulated and this cell has no case.
    """

    axes: tuple[Axis, ...]
    grid: Ints
    places: dict[int, tuple[int, ...]]
    ignored: int
    crooked: dict[int, list[tuple[int, int]]]
    """The relations that do not run along one axis: row and sign by cell."""
    _factors: dict[tuple[int, int], list[Block]] = field(default_factory=dict)

    def moves(self, cell: int) -> Iterator[Block]:
        """The product moves that raise a cell, in blocks of one size."""
        place = self.places[cell]
        choices = [self._along(number, node) for number, node in enumerate(place)]
        if np.prod([sum(len(block[0]) for block in blocks) for blocks in choices], dtype=float) > _MOST_MOVES:
            choices = [_shortest(blocks, len(choices)) for blocks in choices]
        for blocks in product(*choices):
            if np.prod([block[0].shape[1] for block in blocks]) <= _LARGEST_MOVE:
                at, signs = reduce(_times, blocks)
                yield self._straight(self.grid[at], signs)

    def _along(self, number: int, node: int) -> list[Block]:
        """The factors of a node along an axis, as offsets into the grid and signs, one block per size."""
        if (number, node) not in self._factors:
            stride = int(np.prod([len(axis.nodes) for axis in self.axes[number + 1 :]], dtype=np.int64))
            sizes = defaultdict(list)
            for factor in self.axes[number].factors(node):
                sizes[len(factor)].append(factor)
            self._factors[number, node] = [
                (
                    np.array([[at * stride for at, _ in one] for one in same]),
                    np.array([[s for _, s in one] for one in same]),
                )
                for same in sizes.values()
            ]
        return self._factors[number, node]

    def _straight(self, cells: Ints, signs: Ints) -> Block:
        """Without the moves that break a crooked relation."""
        if not self.crooked:
            return cells, signs
        keep = [not self._breaks(row, sign) for row, sign in zip(cells.tolist(), signs.tolist(), strict=True)]
        return cells[keep], signs[keep]

    def _breaks(self, cells: Sequence[int], signs: Sequence[int]) -> bool:
        change: defaultdict[int, int] = defaultdict(int)
        for cell, sign in zip(cells, signs, strict=True):
            for row, factor in self.crooked.get(cell, ()):
                change[row] += factor * sign
        return any(change.values())


def _times(one: Block, other: Block) -> Block:
    """The products of each move with each other."""
    count = len(one[0]) * len(other[0])
    at = (one[0][:, None, :, None] + other[0][None, :, None, :]).reshape(count, -1)
    return at, (one[1][:, None, :, None] * other[1][None, :, None, :]).reshape(count, -1)


def _shortest(blocks: list[Block], dimensions: int) -> list[Block]:
    """The smallest factors, so few that their products remain countable."""
    most = max(2, int(_MOST_MOVES ** (1 / dimensions)))
    smallest = sorted(blocks, key=lambda block: block[0].shape[1])
    kept, left = [], most
    for at, signs in smallest:
        if left > 0:
            kept.append((at[:left], signs[:left]))
            left -= len(at)
    return kept


def lattices(table: Table, relations: Sequence[Relation]) -> dict[Slice, Lattice]:
    """The lattice of each slice whose places can be counted."""
    cells: defaultdict[Slice, list[int]] = defaultdict(list)
    for number, key in enumerate(table.keys):
        cells[slice_of(key)].append(number)
    rows: defaultdict[Slice, list[int]] = defaultdict(list)
    for row, relation in enumerate(relations):
        for one in {slice_of(key) for key in relation.members}:
            rows[one].append(row)
    made = {one: _lattice(table, relations, cells[one], rows[one]) for one in cells}
    return {one: lattice for one, lattice in made.items() if lattice is not None}


def _lattice(table: Table, relations: Sequence[Relation], cells: list[int], rows: list[int]) -> Lattice | None:
    features = sorted({feature for cell in cells for feature, _ in table.keys[cell].breakdown.pairs})
    places = {table.keys[cell]: _place(table.keys[cell], features) for cell in cells}
    sums: list[dict[tuple[Hashable, frozenset[Hashable]], None]] = [{} for _ in range(len(features) + 1)]
    crooked: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        number = _direction(relations[row], places)
        if number is None:
            for entry in range(table.equations.start[row], table.equations.start[row + 1]):
                crooked[int(table.equations.cell[entry])].append((row, int(table.equations.sign[entry])))
        else:
            total, parts = places[relations[row].total], relations[row].parts
            sums[number][total[number], frozenset(places[part][number] for part in parts)] = None
    axes = tuple(
        axis_of(sorted({place[number] for place in places.values()}, key=str), each) for number, each in enumerate(sums)
    )
    return _placed(table, axes, cells, places, dict(crooked))


def _placed(
    table: Table,
    axes: tuple[Axis, ...],
    cells: list[int],
    places: dict[CellKey, Place],
    crooked: dict[int, list[tuple[int, int]]],
) -> Lattice | None:
    shape = [len(axis.nodes) for axis in axes]
    if np.prod(shape, dtype=float) > _LARGEST_GRID:
        return None
    numbers = [{node: position for position, node in enumerate(axis.nodes)} for axis in axes]
    at = {cell: tuple(numbers[i][node] for i, node in enumerate(places[table.keys[cell]])) for cell in cells}
    grid = np.full(shape, len(table))
    for crossing in {tuple(node is not None for node in place[1:]) for place in places.values()}:
        grid[np.ix_(range(shape[0]), *_inside(axes[1:], crossing))] = len(table) + 1
    grid[tuple(np.array(list(at.values())).T)] = list(at)
    return Lattice(axes, grid.ravel(), at, len(table), crooked)


def _inside(axes: Iterable[Axis], crossing: tuple[bool, ...]) -> list[list[int]]:
    """The positions of a crossing: where a feature is named all its categories, else its total."""
    return [
        [position for position, node in enumerate(axis.nodes) if (node is not None) == named]
        for axis, named in zip(axes, crossing, strict=True)
    ]


def _place(key: CellKey, features: Sequence[str]) -> Place:
    named = dict(key.breakdown.pairs)
    return (key.area, *(named.get(feature) for feature in features))


def _direction(relation: Relation, places: dict[CellKey, Place]) -> int | None:
    """The axis along which a relation runs; None if it runs along none or leaves the slice."""
    total = places.get(relation.total)
    if total is None or any(part not in places for part in relation.parts):
        return None
    differing = {number for part in relation.parts for number, node in enumerate(places[part]) if node != total[number]}
    return differing.pop() if len(differing) == 1 else None
