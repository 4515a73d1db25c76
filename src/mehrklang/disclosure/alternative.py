"""Another table that looks the same: by how many steps each cell differs in it from the true one.

Whoever sees the cells that are equal in both tables cannot tell which of the two is true. So the cells that differ are
those to suppress, each required cell must be among them, and what is sought is the alternative with the least weight.
Sums and parts of such tables are such tables again (the smallest are moves); so only the direction counts here: a cell
that the attacker knows to be no smaller may only rise. How far each may fall is looked at in `witness`.
"""

import numpy as np
from numpy.typing import NDArray

from mehrklang.disclosure.moves import Moves
from mehrklang.disclosure.table import Flags, Floats, Ints, Table

_FURTHEST = 6
"""No cell differs by more steps; smaller numbers cancel each other more often."""
_UNPROTECTED = 40.0
"""What it costs if a required cell does not differ: more than nearly every way to make it differ."""
_NEVER = 1e6


class Alternative:
    """An alternative table in the making; at first the true one.

    For each number of steps, what it costs if a cell rises by them, and if it falls by them, is kept ready; so the
    costs of a move are looked up and added.
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        # two places behind the last cell: one that nothing binds, one that is forbidden (see `lattice`)
        self._steps: Ints = np.zeros(len(table) + 2, np.int64)
        self._lowest: Ints = np.concatenate([np.where(table.fixed | (table.slack == 0), 0, -_FURTHEST), [0, 0]])
        self._highest: Ints = np.concatenate([np.where(table.fixed, 0, _FURTHEST), [0, 0]])
        self._weight: Floats = np.concatenate([np.where(table.free, 0.0, table.weight), [0.0, 0.0]])
        self._gained: Floats = np.concatenate([np.where(table.required, _UNPROTECTED, 0.0), [0.0, 0.0]])
        self._costs: NDArray[np.float32] = np.zeros((2 * _FURTHEST + 1, 2, len(table) + 2), np.float32)
        self._reckon(np.arange(len(table) + 2))

    @property
    def differing(self) -> Flags:
        """The cells that differ from the true table."""
        differs: Flags = self._steps[: len(self._table)] != 0
        return differs

    def step(self, cell: int) -> int:
        """By how many steps a cell differs."""
        return int(self._steps[cell])

    def cheapen(self, cells: Ints, factor: float) -> None:
        """Make cells cheaper that were suppressed in another period: a stable pattern tells less."""
        self._weight[cells] *= factor
        self._reckon(cells)

    def unsettled(self, cells: Ints) -> Ints:
        """Those among some cells at which something is left to gain: suppressed for others, or not yet protected."""
        differs = self._steps[cells] != 0
        return cells[np.where(differs, ~self._table.free[cells], self._table.required[cells])]

    def possible(self, moves: Moves) -> Moves:
        """The moves without a cell that never changes."""
        changing = np.concatenate([~self._table.fixed, [True, False]])
        return moves.only(moves.all_of(changing[moves.cells]))

    def costs(self, moves: Moves, times: int) -> NDArray[np.float32]:
        """What it costs to make each of some moves so many times, from the present alternative on; 10⁶ and more where
        that is not plausible.
        """
        each = self._costs[times + _FURTHEST].ravel()[moves.places]
        return np.add.reduceat(each, moves.start[:-1])

    def make(self, moves: Moves, number: int, times: int) -> None:
        """Make one of some moves so many times."""
        cells, signs = moves.one(number)
        there = cells < len(self._table)
        self._steps[cells[there]] += times * signs[there]
        self._reckon(cells[there])

    def _reckon(self, cells: Ints) -> None:
        """What it costs if cells rise or fall by any number of steps."""
        change = np.arange(-_FURTHEST, _FURTHEST + 1)[:, None]
        before = self._steps[cells]
        after = before + change
        price = self._weight[cells] - self._gained[cells]
        costs = price * ((after != 0).astype(np.int64) - (before != 0))
        bound = cells != len(self._table)
        costs[((after < self._lowest[cells]) | (after > self._highest[cells])) & bound] = _NEVER
        costs[_FURTHEST] = 0.0
        self._costs[:, 0, cells], self._costs[::-1, 1, cells] = costs, costs
