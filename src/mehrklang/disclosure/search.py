"""The general way to a certificate, where no product move helps: a programme over the neighbourhood of a cell.

It asks for the cheapest move that changes the cell by one step, first among all that is unpublished anyway, which costs
nothing, then among the nearest cells, in wider and wider rings, in the end among all that is connected. Whole numbers
are asked for only if the answer is not whole by itself.
"""

from collections.abc import Iterator

import numpy as np

from mehrklang.disclosure.certificate import Move
from mehrklang.disclosure.component import reachable
from mehrklang.disclosure.programme import rises_and_falls, whole
from mehrklang.disclosure.table import Flags, Floats, Ints, Table

_RINGS = (400, 3000, None)
_DEAREST = 1e6
_CHEAPEST = 1e-3


def search(table: Table, cell: int, costs: Floats, unpublished: Flags) -> Move | None:
    """A cheap plausible move through a cell; None if there is none at all. `costs`: of moving each cell, per step."""
    for cells in _neighbourhoods(table, cell, unpublished):
        for step in (1, -1):
            move = _cheapest(table, cells, cell, step, np.clip(costs[cells], _CHEAPEST, _DEAREST))
            if move is not None:
                return move
    return None


def _neighbourhoods(table: Table, cell: int, unpublished: Flags) -> Iterator[Ints]:
    """The unpublished cells connected with a cell, then rings around it, each larger than the one before."""
    yield reachable(table, unpublished & ~table.fixed, cell)
    before = 0
    for most in _RINGS:
        cells = reachable(table, ~table.fixed, cell, most)
        if len(cells) > before:
            yield cells
        before = len(cells)


def _cheapest(table: Table, cells: Ints, cell: int, step: int, costs: Floats) -> Move | None:
    """The cheapest move by which a cell takes one step."""
    if step < -table.slack[cell]:
        return None
    model, count = rises_and_falls(table, cells), len(cells)
    at = int(np.searchsorted(cells, cell))
    model.hold(at, max(step, 0), max(step, 0))
    model.hold(at + count, max(-step, 0), max(-step, 0))
    found = model.least(np.tile(costs, 2))
    if found is not None and not whole(found):
        found = model.least_whole(np.tile(costs, 2))
    if found is None:
        return None
    steps = np.rint(found[:count] - found[count:]).astype(np.int64)
    return Move(cells[steps != 0], steps[steps != 0])
