"""The attacker: which values of a cell are possible, given all that is public.

He knows every relation, every published figure, and that an unpublished figure is at least one where zeros are shown.
For a cell he minimises and maximises over all tables of whole numbers that fit.
"""

from dataclasses import dataclass

import numpy as np

from mehrklang.disclosure.component import reachable
from mehrklang.disclosure.programme import steps_of
from mehrklang.disclosure.table import Flags, Ints, Table

_FAR = 50
"""How many steps away from the truth an interval is followed."""


@dataclass(frozen=True, slots=True)
class Interval:
    """By how many steps a cell may be smaller (`below`) or larger (`above`) than it is, for all the attacker knows."""

    below: int
    above: int

    @property
    def width(self) -> int:
        """How many steps the interval spans; 0: the cell is found out."""
        return self.below + self.above


def interval(table: Table, published: Flags, cell: int, *, nearest: int | None = None, far: int = _FAR) -> Interval:
    """The attacker's interval of an unpublished cell, in whole numbers, followed as far as `far` steps.

    Solves two integer programmes over the unpublished cells that are connected with the cell; with `nearest` over so
    many of them, while all others stand still: then the true interval is at least as wide.
    """
    cells = reachable(table, ~published & ~table.fixed, cell, nearest)
    return Interval(-_furthest(table, cells, cell, 1, far), _furthest(table, cells, cell, -1, far))


def _furthest(table: Table, cells: Ints, cell: int, price: int, far: int) -> int:
    """The steps of the cell at the least price: a price of 1 drives it down, of −1 up."""
    model, at = steps_of(table, cells), int(np.searchsorted(cells, cell))
    model.hold(at, max(-int(table.slack[cell]), -far), far)
    costs = np.zeros(len(cells))
    costs[at] = price
    steps = model.least_whole(costs)
    assert steps is not None  # standing still is always possible
    return round(float(steps[at]))
