"""The exact limits of single cells: an attacker of another make than the guard's, who is told nothing by it.

He writes down what he knows as plain equations between named cells, with the least value of each, and lets a solver
for whole numbers (HiGHS) find the least and the greatest value of a cell. No step, slack or certificate of the guard's
own table stands here. `by_hand` tries all whole numbers of a box instead: slow, and hard to get wrong.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import highspy
import numpy as np

FAR = 10_000
"""Nobody looks for greater numbers."""

Terms = Mapping[Hashable, int]


@dataclass(frozen=True)
class Knowledge:
    """Σ factor·cell = 0 for each equation, what is known of single cells, and the least value of all others."""

    equations: Sequence[Terms]
    known: Mapping[Hashable, int]
    least: Mapping[Hashable, int]

    @property
    def unknown(self) -> list[Hashable]:
        """The cells whose value is asked for."""
        return [cell for cell in self.least if cell not in self.known]


def limits(knowledge: Knowledge, cells: Iterable[Hashable], most: int = FAR) -> dict[Hashable, tuple[int, int]]:
    """The least and the greatest whole number that each of some cells may be, where none is greater than `most`."""
    model, at = _model(knowledge, most)
    return {
        cell: (round(_extreme(model, at[cell], 1.0)), round(_extreme(model, at[cell], -1.0)))
        if cell in at
        else (knowledge.known[cell],) * 2
        for cell in cells
    }


def by_hand(knowledge: Knowledge, most: int) -> dict[Hashable, set[int]]:
    """The values of every unknown cell over all tables of numbers up to `most`."""
    unknown = knowledge.unknown
    found: dict[Hashable, set[int]] = {cell: set() for cell in unknown}
    for values in product(*(range(knowledge.least[cell], most + 1) for cell in unknown)):
        table = {**knowledge.known, **dict(zip(unknown, values, strict=True))}
        if all(sum(factor * table[cell] for cell, factor in terms.items()) == 0 for terms in knowledge.equations):
            for cell in unknown:
                found[cell].add(table[cell])
    return found


def _model(knowledge: Knowledge, most: int) -> tuple[highspy.Highs, dict[Hashable, int]]:
    at = {cell: number for number, cell in enumerate(knowledge.unknown)}
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)  # noqa: FBT003 — the solver's own signature
    model.setOptionValue("threads", 1)
    for cell in at:
        model.addVar(float(knowledge.least[cell]), float(most))
    kinds = np.full(len(at), int(highspy.HighsVarType.kInteger), np.uint8)
    model.changeColsIntegrality(len(at), np.arange(len(at), dtype=np.int32), kinds)
    for terms, rest in _rows(knowledge):
        places = np.array([at[cell] for cell in terms], np.int32)
        model.addRow(rest, rest, len(terms), places, np.array([float(factor) for factor in terms.values()]))
    return model, at


def _rows(knowledge: Knowledge) -> Iterator[tuple[dict[Hashable, int], float]]:
    """The equations over what is unknown, with what the known cells leave for it."""
    for terms in knowledge.equations:
        told = -sum(factor * knowledge.known[cell] for cell, factor in terms.items() if cell in knowledge.known)
        asked = {cell: factor for cell, factor in terms.items() if cell not in knowledge.known and factor}
        if asked:
            yield asked, float(told)
        else:
            assert told == 0, "what is published contradicts itself"


def _extreme(model: highspy.Highs, column: int, price: float) -> float:
    model.changeColCost(column, price)
    model.run()
    assert model.getModelStatus() == highspy.HighsModelStatus.kOptimal, "the truth itself must fit"
    value = model.getSolution().col_value[column]
    model.changeColCost(column, 0.0)
    return float(value)
