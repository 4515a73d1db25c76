"""The search for a cheap alternative table: simulated annealing with a heat bath over product moves.

Cell by cell, all moves that would take a suppressed cell back to its true value are weighed; one of them, or none, is
chosen with probabilities after Boltzmann: the dearer the rarer, and rarer still as the sweeps cool down. Chance comes
from a fixed seed, so the same table is always protected in the same way.

Source: Kirkpatrick, Gelatt, Vecchi: Optimization by Simulated Annealing, Science 220 (1983); choice by the greatest of
cost and Gumbel noise: Gumbel, Statistical Theory of Extreme Values (1954), section on the maximum.
"""

from collections.abc import Sequence

import numpy as np

from mehrklang.disclosure.alternative import Alternative
from mehrklang.disclosure.lattice import Lattice
from mehrklang.disclosure.moves import Moves
from mehrklang.disclosure.table import Ints, Table

_WARMEST = 0.9
"""In weights of a suppressed cell: at the beginning a move that costs so much more is still made now and then."""
_VISITS = 100_000
_SWEEPS = (16, 60)
_COLD = 3
"""In so many sweeps at the end only what gains is done."""
_MOVES = 300
"""So many moves through a cell are weighed at each visit."""
_KEPT = 50_000_000
"""So many entries of moves are kept in memory, about 200 MB; those of further cells are made anew at each visit."""


class Annealing:
    """The search in one slice."""

    def __init__(self, table: Table, alternative: Alternative, lattice: Lattice) -> None:
        self._table = table
        self._alternative = alternative
        self._lattice = lattice
        self._chance = np.random.default_rng(0)
        self._moves: dict[int, Moves] = {}
        self._kept = 0

    def run(self, required: Sequence[int]) -> None:
        """Make all required cells of the slice differ, as far as product moves can, at little cost."""
        self._begin(required)
        cells = np.array(sorted(self._lattice.places), np.int64)
        first = self._alternative.unsettled(cells)
        fewest, most = _SWEEPS
        sweeps = min(max(_VISITS // max(len(first), 1), fewest), most)
        for sweep in range(sweeps):
            self._sweep(self._alternative.unsettled(cells), _WARMEST * max(0.0, 1 - sweep / (sweeps - _COLD)))

    def _begin(self, required: Sequence[int]) -> None:
        """The cheapest move for each cell, the least small first: the others often differ by then."""
        for cell in sorted(required, key=lambda cell: (-int(self._table.slack[cell]), cell)):
            if self._alternative.step(cell) == 0:
                self._take(cell, 1, 0.0)
            if self._alternative.step(cell) == 0:
                self._take(cell, -1, 0.0)

    def _sweep(self, cells: Ints, warmth: float) -> None:
        for cell in self._chance.permutation(cells).tolist():
            step = self._alternative.step(cell)
            if step != 0 and not self._table.free[cell]:
                self._take(cell, -step, warmth)
            elif step == 0 and self._table.required[cell]:
                self._take(cell, int(self._chance.choice((-1, 1))), warmth)

    def _take(self, cell: int, times: int, warmth: float) -> None:
        """Choose among all moves through a cell, and among them and doing nothing."""
        moves = self._through(cell)
        if len(moves):
            costs = self._alternative.costs(moves, times)
            if warmth:
                costs -= warmth * self._chance.gumbel(size=len(costs))
            best = int(costs.argmin())
            if costs[best] <= (-warmth * self._chance.gumbel() if warmth else 0.0):
                self._alternative.make(moves, best, times)

    def _through(self, cell: int) -> Moves:
        moves = self._moves.get(cell)
        if moves is None:
            moves = self._alternative.possible(self._lattice.moves(cell, _MOVES, self._chance))
            if self._kept < _KEPT:
                self._moves[cell] = moves
                self._kept += len(moves.places)
        return moves
