"""How few cells any method could suppress: a proof from below, to judge the numbers of `guard` by.

Whoever can read all cells of a sum but one knows that one too. So if a cell is suppressed for good, at least one other
cell of each of its sums is suppressed as well; a cell that stands alone in a sum counts as published. The smallest set
of cells that holds all small counts and meets this condition is an integer programme,

    minimise Σ x    with x = 1 for each small count, 0 for each public zero, x[c] ≤ Σ x[others in the same sum],

and the lower bound that the solver (HiGHS) has proved when its time is up holds for every method that lets nothing be
computed exactly: for elimination as for intervals, whatever the attacker knows besides.
"""

import highspy
import numpy as np
from numpy.typing import NDArray

from benchmarks import guard_tables as tables
from benchmarks.guard import TABLES, probe_rules
from mehrklang.disclosure.history import NOTHING_BEFORE
from mehrklang.disclosure.intake import intake
from mehrklang.disclosure.table import Table

SECONDS = 150.0
"""For one programme, on one core."""


def run() -> list[str]:
    """The bound of the three smaller tables, zeros public; of the second also if zeros may be suppressed."""
    register = tables.persons()
    lines = []
    for name, make, minimum in TABLES[:3]:
        raw = make(register).cube
        table, _ = intake(raw, probe_rules(minimum), NOTHING_BEFORE.held_against(raw.cells), frozenset())
        lines.append(f"{name}: no method suppresses fewer than {fewest(table, table.fixed):,} cells, zeros public")
        if minimum == 5:
            nothing = np.zeros(len(table), np.bool_)
            lines.append(
                f"{name}: no method suppresses fewer than {fewest(table, nothing):,} cells, zeros suppressed too"
            )
    return lines


def fewest(table: Table, public: NDArray[np.bool_], seconds: float = SECONDS) -> int:
    """A number of suppressed cells, the small ones included, below which no safe pattern lies. `public`: cells that
    are published in any case.
    """
    solver = highspy.Highs()  # type: ignore[no-untyped-call] # ships its types only in part
    for option, value in (("output_flag", False), ("threads", 1), ("time_limit", seconds), ("mip_rel_gap", 0.0)):
        solver.setOptionValue(option, value)
    solver.passModel(_programme(table, public))
    solver.run()
    return int(np.ceil(solver.getInfo().mip_dual_bound - 1e-6))


def _programme(table: Table, public: NDArray[np.bool_]) -> highspy.HighsLp:
    cells, values, start = _conditions(table, public)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(table), len(start) - 1
    model.col_cost_ = np.ones(len(table))
    model.col_lower_ = table.required.astype(float)
    model.col_upper_ = np.where(public & ~table.required, 0.0, 1.0)
    model.row_lower_, model.row_upper_ = np.zeros(len(start) - 1), np.full(len(start) - 1, highspy.kHighsInf)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_, model.a_matrix_.index_ = np.array(start), np.array(cells)
    model.a_matrix_.value_ = np.array(values)
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(table)
    return model


def _conditions(table: Table, public: NDArray[np.bool_]) -> tuple[list[int], list[float], list[int]]:
    """Σ x[others] − x[cell] ≥ 0, for each cell of each sum: the entries, row by row."""
    cells: list[int] = []
    values: list[float] = []
    start = [0]
    for row in range(len(table.equations)):
        members = table.equations.members(np.array([row]))
        movable = members[~public[members] | table.required[members]].tolist()
        for cell in movable:
            cells += movable
            values += [-1.0 if other == cell else 1.0 for other in movable]
            start.append(len(cells))
    return cells, values, start
