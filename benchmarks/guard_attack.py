"""The attacker on protected tables: for the small counts, the interval that a reader is left with.

The guard proves each small count by a certificate; here each is attacked from outside the search, by two integer
programmes over what hangs together with it. Nearly everything in a large table does, so the nearest cells come first:
an interval that is wide enough while all others stand still is wide enough. Where it is not, the whole component is
solved. S and K are attacked completely, of L and M every n-th small count.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from benchmarks import guard_tables as tables
from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure import guard
from mehrklang.disclosure.attack import interval
from mehrklang.disclosure.audit import published
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
    return attacked(name, raw, rules, {key: cube.cell(key) for key in cube}, most)


def attacked(name: str, raw: RawCube, rules: RuleSet, cells: Mapping[CellKey, Cell], most: int) -> str:
    """What an attacker finds in the cells that are published of a cube."""
    table, _ = intake(raw, rules, NOTHING_BEFORE, frozenset())
    shown = published(table, cells)
    required = np.flatnonzero(table.required)
    sample = required[:: max(1, -(-len(required) // most))].tolist()
    start = perf_counter()
    found = [_first_enough(table, shown, cell, rules.protection_width) for cell in sample]
    seconds = perf_counter() - start
    return (
        f"{name}: {len(sample):,} of {len(required):,} small counts attacked in {seconds:.0f} s, "
        f"exact {sum(one.width == 0 for one in found)}, "
        f"too narrow {sum(one.width < rules.protection_width for one in found)}; "
        f"the whole component was needed for {sum(one.nearest is None for one in found)}"
    )


@dataclass(frozen=True, slots=True)
class _Attacked:
    """The width that was found, in persons, while so many of the nearest cells could move."""

    nearest: int | None
    width: int


def _first_enough(table: Table, shown: Flags, cell: int, enough: int) -> _Attacked:
    """The first ring in which the interval is wide enough, else the whole component. A step is `enough` persons, and
    one step either way is all that has to be shown.
    """
    for nearest in RINGS:
        found = _Attacked(nearest, enough * interval(table, shown, cell, nearest=nearest, far=1).width)
        if found.width >= enough:
            return found
    return found
