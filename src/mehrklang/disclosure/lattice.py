"""One slice of a cube as a lattice: its axes, the place of each cell, and the smallest moves through a cell.

A slice holds the cells of one measure, unit and period. Its axes are the areas and the features; a cell is a node of
each axis. The product of one factor per axis (see `axis`) keeps every relation that runs along one axis, and no
smaller move does. Relations of another kind (several features at once, several slices) are checked for each move.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce

import numpy as np

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.axis import Axis, axis_of
from mehrklang.disclosure.moves import NO_CHANGE, Factors, Moves, factors_of, product
from mehrklang.disclosure.table import Incidence, Ints, Table, by_cell
from mehrklang.vocabulary import Period, Unit

Slice = tuple[str, Unit, Period]
Place = tuple[Hashable, ...]

_LARGEST_GRID = 4_000_000
_MOST_ACROSS = 2000
"""So many products of factors along the features are kept for each crossing."""


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
    crooked: Incidence | None
    """The relations that do not run along one axis, where there are any."""
    _factors: dict[tuple[int, int], Factors] = field(default_factory=dict)
    _crossings: dict[tuple[int, ...], Factors] = field(default_factory=dict)

    def moves(self, cell: int, most: int, chance: np.random.Generator) -> Moves:
        """The smallest product moves that raise a cell and keep every relation, at most so many."""
        area, *features = self.places[cell]
        factors = product(self._along(0, area), self._across(tuple(features)), most, chance)
        count = self.ignored + 2
        places = self.grid[factors.offsets] + np.where(factors.signs > 0, 0, count)
        return self._straight(Moves(places.astype(np.int32), factors.start, count))

    def _across(self, nodes: tuple[int, ...]) -> Factors:
        """The smallest products of factors along all axes but that of the areas."""
        if nodes not in self._crossings:
            axes = [self._along(number + 1, node) for number, node in enumerate(nodes)]
            chance = np.random.default_rng(nodes)
            self._crossings[nodes] = reduce(
                lambda one, other: product(one, other, _MOST_ACROSS, chance), axes, NO_CHANGE
            )
        return self._crossings[nodes]

    def _along(self, number: int, node: int) -> Factors:
        """The factors of a node along an axis."""
        if (number, node) not in self._factors:
            stride = int(np.prod([len(axis.nodes) for axis in self.axes[number + 1 :]], dtype=np.int64))
            self._factors[number, node] = factors_of(self.axes[number].factors(node), stride)
        return self._factors[number, node]

    def _straight(self, moves: Moves) -> Moves:
        """Without the moves that break a crooked relation."""
        if self.crooked is None:
            return moves
        which, row, sign = self.crooked.entries(moves.cells.astype(np.int64))
        owner = np.repeat(np.arange(len(moves)), np.diff(moves.start))[which]
        _, place = np.unique(owner * (row.max(initial=0) + 1) + row, return_inverse=True)
        change = np.bincount(place, sign * np.where(moves.rising, 1, -1)[which], 1)
        broken = owner[change[place] != 0] if len(place) else owner
        return moves.only(~np.isin(np.arange(len(moves)), broken))


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
    crooked: list[int] = []
    for row in rows:
        number = _direction(relations[row], places)
        if number is None:
            crooked.append(row)
        else:
            total, parts = places[relations[row].total], relations[row].parts
            sums[number][total[number], frozenset(places[part][number] for part in parts)] = None
    axes = tuple(
        axis_of(sorted({place[number] for place in places.values()}, key=str), each) for number, each in enumerate(sums)
    )
    return _placed(table, axes, cells, places, crooked)


def _placed(
    table: Table,
    axes: tuple[Axis, ...],
    cells: list[int],
    places: dict[CellKey, Place],
    crooked: Sequence[int],
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
    bent = by_cell(table.equations.only(crooked), len(table) + 2) if crooked else None
    return Lattice(axes, grid.ravel(), at, len(table), bent)


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
