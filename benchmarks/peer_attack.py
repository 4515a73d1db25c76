"""The attacker on what the peer leaves: whether the elimination holds against a reader who knows more than sums.

The elimination promises only that no small count follows from sums and differences. Here the reader also knows that
nothing is negative, or that a suppressed cell holds somebody, because zeros are shown. Attacked as in `guard_attack`.
"""

from dataclasses import replace

import numpy as np

from benchmarks import guard_tables as tables
from benchmarks.guard import probe_rules
from benchmarks.guard_attack import TABLES, attacked
from benchmarks.peer_gauss import suppressed
from mehrklang.disclosure.history import NOTHING_BEFORE
from mehrklang.disclosure.intake import intake


def run() -> list[str]:
    """Two lines per table, S and K completely, L every n-th: what a reader knows is one thing, then the other."""
    register = tables.persons()
    return [line for name, make, minimum, most in TABLES[:4] for line in _lines(name, make(register), minimum, most)]


def _lines(name: str, counted: tables.Counted, minimum: int, most: int) -> list[str]:
    cells = counted.cube.cells
    numbers = {key: int(cell.figure.number or 0) for key, cell in cells.items()}
    fallen = suppressed(numbers, counted.inner, minimum)
    left = {key: cell for key, cell in cells.items() if key not in fallen}
    somebody, _ = intake(counted.cube, probe_rules(minimum), NOTHING_BEFORE, frozenset())
    nothing_negative = replace(somebody, slack=somebody.slack + np.where(somebody.fixed, 0, 1))
    return [
        attacked(f"{name}, elimination, cells known to be at least one", somebody, left, most),
        attacked(f"{name}, elimination, cells known not to be negative", nothing_negative, left, most),
    ]
