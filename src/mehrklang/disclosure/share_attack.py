"""The attacker who also knows published shares: whether a suppressed count stays open by the protection width.

Beside the sums (`attack`) stands for each share (r − h) · N < 100 · n < (r + h) · N, with h half of its last digit; the
bounds are strict, because a reader may know how the producer rounds at the half. Cells are taken in rings, the nearest
first: what is open while all others stand still is open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import highspy
import numpy as np

from mehrklang.cubes import CellKey
from mehrklang.disclosure.component import neighbours
from mehrklang.disclosure.programme import Programme, steps_of
from mehrklang.disclosure.table import Flags, Ints, Table

_RINGS = (40, 200, 1000, 5000)
"""So many of the nearest cells may move; what is not open within the widest ring counts as told."""


@dataclass(frozen=True, slots=True)
class Share:
    """A published share and the cells that it is made of; `truth` are their numbers."""

    rate: CellKey
    count: int
    base: int
    percent: Decimal
    half: Decimal
    truth: tuple[int, int]

    def bounds(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """Both bounds in whole numbers, as factor of n, factor of N and the least value: a·n + b·N ≥ c. Where the
        truth itself lies on a bound, it stays possible.
        """
        scale = -min(int(self.half.as_tuple().exponent), 0)
        low, high = (int((self.percent + side) * 10**scale) for side in (-self.half, self.half))
        hundred = 100 * 10**scale
        found = ((hundred, -low), (-hundred, high))
        values = [a * self.truth[0] + b * self.truth[1] for a, b in found]
        return tuple((a, b, min(1, value)) for (a, b), value in zip(found, values, strict=True))  # type: ignore[return-value] # two of two


def open_still(table: Table, movable: Flags, shares: Sequence[Share], cell: int, width: int) -> Share | None:
    """None if the cell may differ by `width` persons, which is one step, for all that is known; else a share in the
    way.
    """
    touching: list[Share] = []
    for most in _RINGS:
        cells = _ring(table, movable, shares, cell, most)
        touching = [share for share in shares if np.isin((share.count, share.base), cells).any()]
        if _open(table, cells, touching, cell, width):
            return None
        if len(cells) < most:
            break
    return touching[0] if touching else None


def _ring(table: Table, movable: Flags, shares: Sequence[Share], cell: int, most: int) -> Ints:
    """The movable cells that hang together with a cell by sums or shares, the nearest `most` of them."""
    seen = np.zeros(len(table), np.bool_)
    seen[cell] = True
    count, edge = 1, np.array([cell], np.int64)
    pairs = np.array([(share.count, share.base) for share in shares], np.int64)
    while len(edge) and count < most:
        by_share = pairs[np.isin(pairs, edge).any(axis=1)].ravel()
        edge = np.unique(np.concatenate([neighbours(table, edge), by_share]))
        edge = edge[movable[edge] & ~seen[edge]][: most - count]
        seen[edge] = True
        count += len(edge)
    return np.flatnonzero(seen)


def _open(table: Table, cells: Ints, shares: Sequence[Share], cell: int, width: int) -> bool:
    """Whether the cell may take a step, while only these cells may move."""
    model, at = steps_of(table, cells), {int(each): number for number, each in enumerate(cells)}
    for share in shares:
        _bind(model, share, at, width)
    model.hold(at[cell], max(-int(table.slack[cell]), -1), 1)
    costs = np.zeros(len(cells))
    for price in (1, -1):
        costs[at[cell]] = price
        steps = model.least_whole(costs)
        assert steps is not None  # standing still is always possible
        if round(float(steps[at[cell]])) != 0:
            return True
    return False


def _bind(model: Programme, share: Share, at: dict[int, int], width: int) -> None:
    """The two bounds of a share as rows over the steps, of so many persons each."""
    for a, b, least in share.bounds():
        terms = [(at[cell], width * factor) for cell, factor in ((share.count, a), (share.base, b)) if cell in at]
        places, factors = zip(*terms, strict=True)
        room = least - a * share.truth[0] - b * share.truth[1]
        model.solver.addRow(
            float(room), highspy.kHighsInf, len(terms), np.array(places, np.int32), np.array(factors, float)
        )
