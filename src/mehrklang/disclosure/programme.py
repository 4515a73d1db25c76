"""Linear programmes over moves, solved by HiGHS (https://highs.dev): the only module that speaks to the solver.

The variables are the steps of some cells; the rows say that every relation is kept while all other cells stand still.
"""

from dataclasses import dataclass

import highspy
import numpy as np

from mehrklang.disclosure.table import Floats, Ints, Table

FAR = 1000
"""No cell moves further than so many steps; a bounded programme always has an answer."""

_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Programme:
    """A solver that holds the relations among some cells; each question is answered from the last answer on."""

    solver: highspy.Highs
    lowest: Floats
    highest: Floats

    def least(self, costs: Floats) -> Floats | None:
        """The steps within the bounds that cost least; None if there are none."""
        count = len(self.lowest)
        self.solver.changeColsCost(count, np.arange(count, dtype=np.int32), costs)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.array(self.solver.getSolution().col_value)

    def least_whole(self, costs: Floats) -> Floats | None:
        """The same in whole numbers."""
        count = len(self.lowest)
        kinds = np.full(count, int(highspy.HighsVarType.kInteger), np.uint8)
        self.solver.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kinds)
        return self.least(costs)

    def hold(self, at: int, low: float, high: float) -> None:
        """Bound the steps of the variable at a position."""
        self.solver.changeColBounds(at, low, high)

    def release(self, at: int) -> None:
        """Give a variable its own bounds back."""
        self.solver.changeColBounds(at, self.lowest[at], self.highest[at])


def steps_of(table: Table, cells: Ints) -> Programme:
    """One variable per cell: its steps, downwards by its slack, upwards without end."""
    lowest = np.maximum(-table.slack[cells].astype(float), -FAR)
    return _programme(table, cells, np.ones(len(cells)), lowest, np.full(len(cells), float(FAR)))


def rises_and_falls(table: Table, cells: Ints) -> Programme:
    """Two variables per cell, none negative, so that each can have its cost: all rises, then all falls."""
    falls = np.minimum(table.slack[cells].astype(float), FAR)
    highest = np.concatenate([np.full(len(cells), float(FAR)), falls])
    signs = np.repeat([1.0, -1.0], len(cells))
    return _programme(table, np.concatenate([cells, cells]), signs, np.zeros(2 * len(cells)), highest)


def whole(steps: Floats) -> bool:
    """Whether all steps are whole numbers, within the solver's tolerance."""
    return bool(np.abs(steps - np.rint(steps)).max(initial=0.0) < _TOLERANCE)


def _programme(table: Table, cells: Ints, signs: Floats, lowest: Floats, highest: Floats) -> Programme:
    which, row, sign = table.incidence.entries(cells)
    rows, local = np.unique(row, return_inverse=True)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(cells), len(rows)
    model.col_cost_, model.col_lower_, model.col_upper_ = np.zeros(len(cells)), lowest, highest
    model.row_lower_ = model.row_upper_ = np.zeros(len(rows))
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.concatenate([[0], np.cumsum(np.bincount(which, minlength=len(cells)))])
    model.a_matrix_.index_, model.a_matrix_.value_ = local, sign * signs[which]
    solver = highspy.Highs()  # type: ignore[no-untyped-call] # ships its types only in part
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 — the solver's own signature
    for option, value in (("threads", 1), ("presolve", "off"), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    solver.passModel(model)
    return Programme(solver, lowest, highest)
