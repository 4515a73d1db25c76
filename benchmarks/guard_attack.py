"""The attacker on protected tables: whether a reader can tell a small count, exactly or nearly.

The guard proves each small count by a certificate; here each is attacked from outside the search: a programme looks
for another table that fits all that is public and in which the count differs by the protection width. Nearly everything
in a large table hangs together, so the nearest cells come first; where they are not enough, more, at last the whole
component. What is found is checked relation by relation. S and K are attacked completely, of L and M every n-th.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import perf_counter

import numpy as np

from benchmarks import guard_tables as tables
from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure import guard
from mehrklang.disclosure.attack import another_table
from mehrklang.disclosure.audit import published
from mehrklang.disclosure.certificate import unproven
from mehrklang.disclosure.history import NOTHING_BEFORE
from mehrklang.disclosure.intake import intake
from mehrklang.disclosure.table import Flags, Table

RINGS = (40, 200, 1000, None)
"""So many of the nearest cells may move; None: the whole component."""
ALL, SAMPLE = 100_000, 600
"""How many small counts are attacked."""

TABLES: tuple[tuple[str, Callable[[tables.Persons], tables.Counted], int, int], ...] = (
    ("S, under 3", tables.s, 3, ALL),
    ("S, under 5", tables.s, 5, ALL),
    ("K, under 3", tables.k, 3, ALL),
    ("L, under 3", tables.l_, 3, SAMPLE),
    ("M, under 3", tables.m, 3, SAMPLE),
)


def run() -> list[str]:
    """One line per table: how many cells were attacked, how many were found out or nearly, and how long it took."""
    register = tables.persons()
    return [_line(name, make(register).cube, minimum, most) for name, make, minimum, most in TABLES]


def _line(name: str, raw: RawCube, minimum: int, most: int) -> str:
    rules = RuleSet("probe", "Probe", minimum, 0, True, "frei gewählt für die Messung", "")  # noqa: FBT003 — zeros are public
    cube = guard(raw, rules).cube
    table, _ = intake(raw, rules, NOTHING_BEFORE, frozenset())
    return attacked(name, table, {key: cube.cell(key) for key in cube}, most)


def attacked(name: str, table: Table, cells: Mapping[CellKey, Cell], most: int) -> str:
    """What an attacker finds in the cells that are published of a table."""
    shown = published(table, cells)
    required = np.flatnonzero(table.required)
    sample = required[:: max(1, -(-len(required) // most))].tolist()
    start = perf_counter()
    rings = [_ring_enough(table, shown, cell) for cell in sample]
    seconds = perf_counter() - start
    return (
        f"{name}: {len(sample):,} of {len(required):,} small counts attacked in {seconds:.0f} s, "
        f"exact or too narrow {rings.count(None)}; the whole component was needed for {rings.count(len(table))}"
    )


def _ring_enough(table: Table, shown: Flags, cell: int) -> int | None:
    """How many of the nearest cells have to move for another table; None if all together leave only this one."""
    for nearest in RINGS:
        move = another_table(table, shown, cell, nearest)
        if move is not None:
            assert not unproven({cell: move}, _alone(table, cell), shown)
            return nearest or len(table)
    return None


def _alone(table: Table, cell: int) -> Table:
    """The table in which only this cell is required."""
    required = np.zeros(len(table), np.bool_)
    required[cell] = True
    return replace(table, required=required)
