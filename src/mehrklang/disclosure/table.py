"""The table that the guard works on: cells as numbers 0, 1, …, relations as sparse equations between them.

A *move* is a change of cells that keeps every relation. Whoever sees the published cells cannot tell the true table
from the table after a move of unpublished cells. All protection rests on such moves (see `certificate`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Equations:
    """Relations as rows of a sparse matrix: row r reads Σ sign·cell = 0 over the entries start[r] … start[r+1]."""

    start: Ints
    cell: Ints
    sign: Ints

    def __len__(self) -> int:
        return len(self.start) - 1

    def members(self, rows: Ints) -> Ints:
        """The cells of some rows, one row after the other."""
        return self.cell[_ranges(self.start, rows)[1]]


@dataclass(frozen=True, slots=True)
class Incidence:
    """The same matrix by columns: cell c stands in the rows over the entries start[c] … start[c+1]."""

    start: Ints
    row: Ints
    sign: Ints

    def entries(self, cells: Ints) -> tuple[Ints, Ints, Ints]:
        """The entries of some cells, one cell after the other: which of the given cells, row, sign."""
        which, at = _ranges(self.start, cells)
        return which, self.row[at], self.sign[at]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells and what an attacker knows of them before anything is suppressed for the sake of others.

    `fixed`: published for good, never moves (a public zero, an earlier publication). `free`: not published anyway
    (below the minimum count, withheld by the source, never asked for). All others are published unless suppressed.
    `slack`: by how many steps a cell may fall until the attacker would notice; upwards nothing bounds it. A step is the
    protection width. `required`: must not be found out. `weight`: the loss if a cell is suppressed for others.
    """

    keys: tuple[CellKey, ...]
    fixed: Flags
    free: Flags
    required: Flags
    slack: Ints
    weight: Floats
    equations: Equations
    incidence: Incidence

    def __len__(self) -> int:
        return len(self.keys)


def equations(relations: Sequence[Relation], position: Mapping[CellKey, int]) -> Equations:
    """The relations over positions: parts count +1, the total −1."""
    start, cell, sign = [0], [], []
    for relation in relations:
        cell += [position[part] for part in relation.parts] + [position[relation.total]]
        sign += [1] * len(relation.parts) + [-1]
        start.append(len(cell))
    return Equations(np.array(start, np.int64), np.array(cell, np.int64), np.array(sign, np.int64))


def by_cell(rows: Equations, cell_count: int) -> Incidence:
    """The equations turned over."""
    order = np.argsort(rows.cell, kind="stable")
    row = np.repeat(np.arange(len(rows)), np.diff(rows.start))
    start = np.concatenate([[0], np.cumsum(np.bincount(rows.cell, minlength=cell_count))])
    return Incidence(start.astype(np.int64), row[order], rows.sign[order])


def _ranges(start: Ints, chosen: Ints) -> tuple[Ints, Ints]:
    """The entries start[c] … start[c+1] of each chosen c, one after the other: which of the chosen, and where."""
    counts = start[chosen + 1] - start[chosen]
    which = np.repeat(np.arange(len(chosen)), counts)
    first = start[chosen] - (np.cumsum(counts) - counts)
    return which, first[which] + np.arange(len(which))
