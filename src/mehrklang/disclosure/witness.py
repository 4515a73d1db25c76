"""From the alternative table to certificates: for each required cell a small move among the cells that fall anyway.

First the product moves through the cell, then programmes among more and more of the unpublished cells around it; what
such a programme finds often serves its neighbours as well.
"""

import numpy as np

from mehrklang.disclosure.certificate import Move
from mehrklang.disclosure.component import reachable
from mehrklang.disclosure.lattice import Lattice
from mehrklang.disclosure.programme import steps_of, whole
from mehrklang.disclosure.table import Flags, Floats, Ints, Table

_MOVES = 2000
_RINGS = (300, 2000, None)


def product_witness(table: Table, lattice: Lattice, costs: Floats, cell: int) -> tuple[Move, float] | None:
    """The cheapest plausible product move through a cell and its costs. `costs`: of moving each cell."""
    moves = lattice.moves(cell, _MOVES, np.random.default_rng(cell))
    if not len(moves):
        return None
    rises, falls = (np.concatenate([each, [True, False]]) for each in (~table.fixed, ~table.fixed & (table.slack > 0)))
    cells, rising = moves.cells, moves.rising
    up = moves.all_of(np.where(rising, rises[cells], falls[cells]))
    down = moves.all_of(np.where(rising, falls[cells], rises[cells]))
    price = np.add.reduceat(np.concatenate([costs, [0.0, 0.0]])[cells], moves.start[:-1])
    price[~(up | down)] = np.inf
    best = int(price.argmin())
    if price[best] == np.inf:
        return None
    changed, signs = moves.one(best)
    there = changed < len(table)
    return Move(changed[there], signs[there] * (1 if up[best] else -1)), float(price[best])


def searched_witness(table: Table, unpublished: Flags, cell: int) -> Move | None:
    """Any plausible move of whole steps through a cell among the unpublished ones; None if there is none."""
    before = 0
    for most in _RINGS:
        cells = reachable(table, unpublished & ~table.fixed, cell, most)
        if len(cells) > before:
            before = len(cells)
            move = _among(table, cells, cell)
            if move is not None:
                return move
    return None


def _among(table: Table, cells: Ints, cell: int) -> Move | None:
    programme, at = steps_of(table, cells), int(np.searchsorted(cells, cell))
    for step in (1, -1):
        if step >= -table.slack[cell]:
            programme.hold(at, step, step)
            steps = programme.least(np.zeros(len(cells)))
            if steps is not None and not whole(steps):
                steps = programme.least_whole(np.zeros(len(cells)))
            if steps is not None:
                moved = np.rint(steps).astype(np.int64)
                return Move(cells[moved != 0], moved[moved != 0])
    return None
