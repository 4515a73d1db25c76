"""An inner table that fits: whole numbers, not negative, with the given sums.

Of all that fit, one near the table of greatest entropy, which iterative proportional fitting finds: its persons are
spread, so that a certificate finds many inner cells that can fall. Source: Deming, W. E., Stephan, F. F. (1940).
The whole numbers next to it come from a programme (HiGHS); sums that share no cell are solved apart.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from mehrklang.disclosure.table import Floats, Ints

_ROUNDS = 30
_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Sum:
    """A number, and the cells that add up to it."""

    number: int
    cells: tuple[Hashable, ...]


def witness(sums: Sequence[Sum]) -> dict[Hashable, int] | None:
    """Numbers for all cells; empty where none fit, None where none were found in time.

    >>> found = witness([Sum(3, ("a", "b")), Sum(2, ("a", "c")), Sum(6, ("b", "d")), Sum(5, ("c", "d"))])
    >>> found["a"] + found["b"], found["a"] + found["c"], found["b"] + found["d"], found["c"] + found["d"]
    (3, 2, 6, 5)
    >>> witness([Sum(3, ("a",)), Sum(2, ("a", "b"))])
    {}
    """
    if any(one.number and not one.cells for one in sums):
        return {}
    found: dict[Hashable, int] = {}
    for group in _apart([one for one in sums if one.cells]):
        numbers = _solved(group)
        if not numbers:
            return numbers
        found |= numbers
    return found


def _apart(sums: Sequence[Sum]) -> Iterator[list[Sum]]:
    """The sums that hang together by their cells."""
    of: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, one in enumerate(sums):
        for cell in one.cells:
            of[cell].append(number)
    left = dict.fromkeys(range(len(sums)))
    while left:
        group, waiting = [], [next(iter(left))]
        del left[waiting[0]]
        while waiting:
            group.append(waiting.pop())
            near = {other for cell in sums[group[-1]].cells for other in of[cell] if other in left}
            for other in near:
                del left[other]
            waiting.extend(sorted(near))
        yield [sums[number] for number in sorted(group)]


def _solved(sums: Sequence[Sum]) -> dict[Hashable, int] | None:
    at = {cell: number for number, cell in enumerate(dict.fromkeys(cell for one in sums for cell in one.cells))}
    rows = [np.array([at[cell] for cell in one.cells], np.int64) for one in sums]
    numbers = np.array([one.number for one in sums], np.float64)
    whole = _next_whole(_spread(rows, numbers, len(at)), rows, numbers)
    if whole is None:
        return None
    return dict(zip(at, whole.tolist(), strict=True)) if len(whole) else {}


def _spread(rows: Sequence[Ints], numbers: Floats, count: int) -> Floats:
    """The table of greatest entropy, as near as some rounds come to it."""
    cells = np.ones(count)
    for _ in range(_ROUNDS):
        for row, number in zip(rows, numbers, strict=True):
            now = cells[row].sum()
            cells[row] *= number / now if now > 0 else 0.0
    return cells


def _next_whole(wanted: Floats, rows: Sequence[Ints], numbers: Floats) -> Ints | None:
    """The whole numbers with these sums that differ least in all; empty if there are none, None if time is up."""
    count, near = len(wanted), np.rint(wanted)
    down = np.where(near > wanted, 1 - 2 * (near - wanted), 1 + 2 * (wanted - near))
    up = np.where(near < wanted, 1 - 2 * (wanted - near), 1 + 2 * (near - wanted))
    solver = highspy.Highs()  # type: ignore[no-untyped-call] # the package types its methods, not its constructor
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 — the solver's own signature
    for option, value in (("threads", 1), ("random_seed", 0), ("time_limit", _SECONDS), ("mip_rel_gap", 0.2)):
        solver.setOptionValue(option, value)
    columns = np.arange(2 * count, dtype=np.int32)
    for highest in (*np.full(count, highspy.kHighsInf), *near):
        solver.addVar(0.0, float(highest))
    solver.changeColsCost(2 * count, columns, np.concatenate([up, down]))
    for row, number in zip(rows, numbers, strict=True):
        left = float(number - near[row].sum())
        places = np.concatenate([row, row + count]).astype(np.int32)
        solver.addRow(left, left, 2 * len(row), places, np.repeat([1.0, -1.0], len(row)))
    solver.run()
    steps = np.array(solver.getSolution().col_value)
    if solver.getModelStatus() == highspy.HighsModelStatus.kOptimal and np.abs(steps - np.rint(steps)).max() > 1e-6:
        solver.changeColsIntegrality(
            2 * count, columns, np.full(2 * count, int(highspy.HighsVarType.kInteger), np.uint8)
        )
        solver.run()
        steps = np.array(solver.getSolution().col_value)
    if solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible:
        return np.empty(0, np.int64)
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found: Ints = np.rint(near + steps[:count] - steps[count:]).astype(np.int64)
    return found
