"""The attacker on protected tables L and M: for a sample of small counts, the interval that he is left with.

The guard proves each small count by a certificate; here it is attacked from outside the search, by two integer
programmes per cell over all that hangs together with it. Deterministic sample: every n-th required cell.
"""

from time import perf_counter

import numpy as np

from benchmarks import guard_tables as tables
from mehrklang.catalogue import RuleSet
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure import guard
from mehrklang.disclosure.attack import interval
from mehrklang.disclosure.audit import published
from mehrklang.disclosure.history import NOTHING_BEFORE
from mehrklang.disclosure.intake import intake

SAMPLE = 12
"""So many cells of each table; one takes seconds, because nearly everything in such a table hangs together."""


def run() -> list[str]:
    """One line per table: how many cells were attacked, the narrowest interval, how many were found out."""
    register = tables.persons()
    return [_line(name, make(register).cube) for name, make in (("L, under 3", tables.l_), ("M, under 3", tables.m))]


def _line(name: str, raw: RawCube) -> str:
    rules = RuleSet("probe", "Probe", 3, 0, True, "frei gewählt für die Messung", "")  # noqa: FBT003 — zeros are public
    cube = guard(raw, rules).cube
    table, _ = intake(raw, rules, NOTHING_BEFORE, frozenset())
    shown = published(table, {key: cube.cell(key) for key in cube})
    required = np.flatnonzero(table.required)
    sample = required[:: max(1, len(required) // SAMPLE)][:SAMPLE].tolist()
    start = perf_counter()
    widths = [interval(table, shown, cell).width for cell in sample]
    return (
        f"{name}: {len(sample)} of {len(required):,} small counts attacked in {perf_counter() - start:.0f} s, "
        f"narrowest interval {min(widths)} persons, found out {sum(width == 0 for width in widths)}"
    )
