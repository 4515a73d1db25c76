"""Controlled rounding: each count to one of its two neighbouring multiples, so that every sum adds up exactly.

With n_i = b·q_i + r_i and z_i ∈ {0, 1} (1: upwards; fixed to 0 where r_i = 0): minimise Σ (b − 2·r_i)·z_i, which is the
total error up to a constant, under Σ_parts (q_i + z_i) = q_total + z_total for every relation. Two-way tables always
have a solution; of tables linked in more ways some have none. Source: Cox, L. H., Ernst, L. R. (1982): Controlled
rounding; Salazar-González (2005): A unified mathematical programming framework. Solved with HiGHS.
"""

from collections.abc import Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal

import highspy
import numpy as np

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation

_SECONDS = 120.0


def additive(
    counts: Mapping[CellKey, Decimal], relations: Sequence[Relation], base: int
) -> dict[CellKey, Decimal] | None:
    """The rounded counts, or None where no such rounding exists (or none is found in two minutes).

    `counts` satisfy all relations; each relation speaks of keys of `counts` only.

    >>> from mehrklang.vocabulary import Period, Unit
    >>> a, b, both = (CellKey("einwohner", Unit.COUNT, area, Period.parse("2024")) for area in ("a", "b", "ab"))
    >>> rounded = additive({a: Decimal(4), b: Decimal(4), both: Decimal(8)}, [Relation(both, (a, b))], 3)
    >>> rounded[a] + rounded[b] == rounded[both]
    True
    """
    keys = list(counts)
    quotients = [(counts[key] / base).to_integral_value(ROUND_FLOOR) for key in keys]
    rests = [counts[key] - base * quotient for key, quotient in zip(keys, quotients, strict=True)]
    ups = _ups(keys, quotients, rests, relations, base)
    if ups is None:
        return None
    return {key: base * (quotient + up) for key, quotient, up in zip(keys, quotients, ups, strict=True)}


def _ups(
    keys: Sequence[CellKey],
    quotients: Sequence[Decimal],
    rests: Sequence[Decimal],
    relations: Sequence[Relation],
    base: int,
) -> list[int] | None:
    solver = _solver()
    at = {key: number for number, key in enumerate(keys)}
    for rest in rests:
        solver.addVar(0.0, 1.0 if rest else 0.0)
    columns = np.arange(len(keys), dtype=np.int32)
    solver.changeColsCost(len(keys), columns, np.array([float(base - 2 * rest) for rest in rests]))
    solver.changeColsIntegrality(len(keys), columns, np.full(len(keys), int(highspy.HighsVarType.kInteger), np.uint8))
    for relation in relations:
        places = [at[key] for key in relation.members]
        missing = float(quotients[places[0]] - sum(quotients[place] for place in places[1:]))
        signs = np.array([-1.0, *[1.0] * len(relation.parts)])
        solver.addRow(missing, missing, len(places), np.array(places, np.int32), signs)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return [round(value) for value in solver.getSolution().col_value]


def _solver() -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call] # the package types its methods, not its constructor
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 — the solver's own signature
    for option, value in (("threads", 1), ("random_seed", 0), ("time_limit", _SECONDS)):
        solver.setOptionValue(option, value)
    return solver
