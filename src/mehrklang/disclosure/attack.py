"""The attacker: which values of a cell are possible, given all that is public.

He knows every relation, every published figure, and that an unpublished figure is at least one where zeros are shown.
For a cell he minimises and maximises over all tables of whole numbers that fit.
"""

from dataclasses import dataclass

import numpy as np

from mehrklang.disclosure.certificate import Move
from mehrklang.disclosure.component import reachable
from mehrklang.disclosure.programme import rises_and_falls, steps_of, whole
from mehrklang.disclosure.table import Flags, Ints, Table

_FAR = 50
"""How many steps away from the truth an interval is followed."""

_SECONDS = 60.0
"""So long a programme may look for another table."""


@dataclass(frozen=True, slots=True)
class Interval:
    """By how many steps a cell may be smaller (`below`) or larger (`above`) than it is, for all the attacker knows."""

    below: int
    above: int

    @property
    def width(self) -> int:
        """How many steps the interval spans; 0: the cell is found out."""
        return self.below + self.above


def interval(table: Table, published: Flags, cell: int) -> Interval:
    """The attacker's interval of an unpublished cell, in whole numbers, followed as far as 50 steps.

    Solves two integer programmes over the unpublished cells that are connected with the cell.
    """
    cells = reachable(table, ~published & ~table.fixed, cell)
    return Interval(-_furthest(table, cells, cell, 1), _furthest(table, cells, cell, -1))


def _furthest(table: Table, cells: Ints, cell: int, price: int) -> int:
    """The steps of the cell at the least price: a price of 1 drives it down, of −1 up."""
    model, at = steps_of(table, cells), int(np.searchsorted(cells, cell))
    model.hold(at, max(-int(table.slack[cell]), -_FAR), _FAR)
    costs = np.zeros(len(cells))
    costs[at] = price
    steps = model.least_whole(costs)
    assert steps is not None  # standing still is always possible
    return round(float(steps[at]))


def another_table(table: Table, published: Flags, cell: int, nearest: int | None = None) -> Move | None:
    """The way to another table that fits all that is public and in which an unpublished cell differs by a step or more,
    while only the `nearest` unpublished cells move; None where the linear programme, then the one in whole numbers (at
    most a minute each), finds none.
    """
    cells = reachable(table, ~published & ~table.fixed, cell, nearest)
    at, count = int(np.searchsorted(cells, cell)), len(cells)
    for step in (1, -1) if table.slack[cell] else (1,):
        model = rises_and_falls(table, cells)
        model.solver.setOptionValue("time_limit", _SECONDS)
        for variable, wanted in ((at, step > 0), (at + count, step < 0)):
            model.hold(variable, int(wanted), model.highest[variable] if wanted else 0)
        found = model.least(np.ones(2 * count))
        if found is not None and not whole(found):
            found = model.least_whole(np.ones(2 * count))
        if found is not None:
            steps = np.rint(found[:count] - found[count:]).astype(np.int64)
            return Move(cells[steps != 0], steps[steps != 0])
    return None
