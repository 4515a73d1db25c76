"""How few cells any method could suppress: a proof from below, to judge the numbers of `guard` by.

Whoever can read all cells of a sum but one knows that one too. So if a cell is suppressed for good, at least one other
cell of each of its sums is suppressed as well; a cell that stands alone in a sum counts as published. Where zeros are
shown, a suppressed cell is known to be at least one. So a count of one can only be larger than it is, and in each of
its sums something else has to give way: another part that is larger than one, or the total. With x = 1 for a suppressed
cell, 0 for a published one, this is

    minimise Σ x    with x = 1 for each small count, 0 for each public zero,
                    2·x[c] ≤ Σ x[all of the sum], for each cell of each sum,
                    1 ≤ Σ x[all that can give way], for each sum with a count of one,

and no pattern of any method, elimination or intervals, has fewer cells than this programme in fractions 0 ≤ x ≤ 1. It
is solved by interior points; the bound is calculated from the solver's multipliers alone, so it holds even where the
solver did not quite come to the end (weak duality: any multipliers ≥ 0 give a bound from below).
"""

from dataclasses import dataclass, field

import highspy
import numpy as np
from numpy.typing import NDArray

from benchmarks import guard_tables as tables
from benchmarks.guard import TABLES, probe_rules
from mehrklang.disclosure.history import NOTHING_BEFORE
from mehrklang.disclosure.intake import intake
from mehrklang.disclosure.table import Table

SECONDS = 600.0
"""For one programme, on one core; L needs two minutes."""

SMALL = 5_000
"""Programmes with fewer variables are solved by the simplex method: interior points stumble over tiny ones."""

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]


def run() -> list[str]:
    """The bounds of S, K and L, zeros public: for the weaker and for our promise; of S under 5 also with zeros
    suppressed.
    """
    register = tables.persons()
    lines = []
    for name, make, minimum in TABLES[:4]:
        raw = make(register).cube
        table, _ = intake(raw, probe_rules(minimum), NOTHING_BEFORE.held_against(raw.cells), frozenset())
        exact, known = (fewest(table, table.fixed, at_least_one=each) for each in (False, True))
        lines.append(
            f"{name}: no method suppresses fewer than {exact:,} cells; nor than {known:,}, if a gap is known to be one "
            "or more"
        )
        if minimum == 5:
            too = fewest(table, np.zeros(len(table), np.bool_), at_least_one=False)
            lines.append(f"{name}: nor fewer than {too:,} cells, zeros suppressed too")
    return lines


def fewest(table: Table, public: Flags, *, at_least_one: bool) -> int:
    """A number of suppressed cells, the small ones included, below which no safe pattern lies. `public`: cells that
    are published in any case; `at_least_one`: whether a suppressed cell is known to be one or more.
    """
    rows = _Rows(len(table))
    movable = ~public | table.required
    for number in range(len(table.equations)):
        _conditions(rows, table, number, movable, at_least_one=at_least_one)
    cost = np.concatenate([np.ones(len(table)), np.zeros(len(rows.most))])
    lower = np.concatenate([table.required.astype(float), np.zeros(len(rows.most))])
    upper = np.concatenate([movable.astype(float), rows.most])
    return int(np.ceil(_bound(rows, cost, lower, upper) - 1e-6))


@dataclass(slots=True)
class _Rows:
    """Conditions Σ factor·x ≥ least, or = 0 where `equal`; behind the cells one variable for the sum of each row."""

    cells: int
    most: list[float] = field(default_factory=list)
    index: list[int] = field(default_factory=list)
    factor: list[float] = field(default_factory=list)
    start: list[int] = field(default_factory=lambda: [0])
    least: list[float] = field(default_factory=list)
    equal: list[bool] = field(default_factory=list)

    def add(self, entries: list[tuple[int, float]], least: float, *, equal: bool = False) -> None:
        """One condition more."""
        self.index += [at for at, _ in entries]
        self.factor += [factor for _, factor in entries]
        self.start.append(len(self.index))
        self.least.append(least)
        self.equal.append(equal)

    def sum_of(self, cells: list[int]) -> int:
        """A variable for how many of some cells are suppressed."""
        at = self.cells + len(self.most)
        self.most.append(float(len(cells)))
        self.add([*((cell, 1.0) for cell in cells), (at, -1.0)], 0.0, equal=True)
        return at

    def priced(self, multipliers: Floats) -> Floats:
        """What each variable earns in all conditions at these multipliers: the matrix, turned over, times them."""
        each = np.repeat(multipliers, np.diff(self.start)) * np.array(self.factor)
        earned = np.zeros(self.cells + len(self.most))
        np.add.at(earned, np.array(self.index), each)
        return earned

    def model(self, cost: Floats, lower: Floats, upper: Floats) -> highspy.HighsLp:
        """The programme as the solver takes it."""
        model, least = highspy.HighsLp(), np.array(self.least)
        model.num_row_, model.num_col_ = len(least), len(cost)
        model.col_cost_, model.col_lower_, model.col_upper_ = cost, lower, upper
        model.row_lower_, model.row_upper_ = least, np.where(self.equal, least, highspy.kHighsInf)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_, model.a_matrix_.index_ = np.array(self.start), np.array(self.index)
        model.a_matrix_.value_ = np.array(self.factor)
        return model


def _conditions(rows: _Rows, table: Table, number: int, movable: Flags, *, at_least_one: bool) -> None:
    """What one sum demands."""
    entries = slice(table.equations.start[number], table.equations.start[number + 1])
    signs = dict(zip(table.equations.cell[entries].tolist(), table.equations.sign[entries].tolist(), strict=True))
    cells = [cell for cell in signs if movable[cell]]
    if not cells:
        return
    together = rows.sum_of(cells)
    if any(table.required[cell] for cell in cells):
        rows.add([(together, 1.0)], 2.0)
    for cell in cells:
        if not table.required[cell]:
            rows.add([(together, 1.0), (cell, -2.0)], 0.0)
    ones = {cell for cell in cells if table.required[cell] and table.slack[cell] == 0} if at_least_one else set[int]()
    for side in {signs[cell] for cell in ones}:
        rows.add([(other, 1.0) for other in cells if signs[other] != side or table.slack[other] > 0], 1.0)


def _bound(rows: _Rows, cost: Floats, lower: Floats, upper: Floats) -> float:
    """What the multipliers of the conditions prove: Σ multiplier·least + Σ over x of its cheapest end of [lower, upper]
    at cost − what it earns.
    """
    solver = highspy.Highs()  # type: ignore[no-untyped-call] # ships its types only in part
    for option, value in (("output_flag", False), ("threads", 1), ("time_limit", SECONDS)):
        solver.setOptionValue(option, value)
    if len(cost) > SMALL:
        solver.setOptionValue("solver", "ipm")
        solver.setOptionValue("run_crossover", "off")
    solver.passModel(rows.model(cost, lower, upper))
    solver.run()
    multipliers = np.array(solver.getSolution().row_dual)
    multipliers = np.where(rows.equal, multipliers, np.maximum(multipliers, 0.0))
    left = cost - rows.priced(multipliers)
    return float(multipliers @ np.array(rows.least) + np.where(left > 0, left * lower, left * upper).sum())
