"""Controlled rounding: each count to one of its two neighbouring multiples, so that every sum adds up exactly.

With n_i = b·q_i + r_i and z_i ∈ {0, 1} (1: upwards; fixed to 0 where r_i = 0): minimise Σ (b − 2·r_i)·z_i, which is the
total error up to a constant, under Σ_parts (q_i + z_i) = q_total + z_total for every relation. Two-way tables always
have a solution; of tables linked in more ways some have none. Source: Cox, L. H., Ernst, L. R. (1982): Controlled
rounding; Salazar-González (2005): A unified mathematical programming framework. Solved with HiGHS.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from types import MappingProxyType

import highspy
import numpy as np

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation

_SECONDS = 120.0


_NOTHING: Mapping[CellKey, Decimal] = MappingProxyType({})


def additive(
    counts: Mapping[CellKey, Decimal],
    relations: Sequence[Relation],
    base: int,
    *,
    before: Mapping[CellKey, Decimal] = _NOTHING,
) -> dict[CellKey, Decimal] | None:
    """The rounded counts, or None where no such rounding exists (or none is found in two minutes).

    `counts` satisfy all relations; each relation speaks of keys of `counts` only. `before` are earlier rounded counts:
    they stay, if they are a neighbouring multiple of today's count at all.

    >>> from mehrklang.vocabulary import Period, Unit
    >>> a, b, both = (CellKey("einwohner", Unit.COUNT, area, Period.parse("2024")) for area in ("a", "b", "ab"))
    >>> rounded = additive({a: Decimal(4), b: Decimal(4), both: Decimal(8)}, [Relation(both, (a, b))], 3)
    >>> rounded[a] + rounded[b] == rounded[both]
    True
    """
    halves = [_Divided.of(key, count, base, before.get(key)) for key, count in counts.items()]
    ups = _ups(halves, relations, base)
    return None if ups is None else {one.key: base * (one.quotient + up) for one, up in zip(halves, ups, strict=True)}


@dataclass(frozen=True, slots=True)
class _Divided:
    """A count as quotient and rest; `settled`: whether it went up when it was published, None if it was not."""

    key: CellKey
    quotient: Decimal
    rest: Decimal
    settled: int | None

    @classmethod
    def of(cls, key: CellKey, count: Decimal, base: int, before: Decimal | None) -> "_Divided":
        quotient = (count / base).to_integral_value(ROUND_FLOOR)
        rest = count - base * quotient
        steps = None if before is None or not rest else (before - base * quotient) / base
        return cls(key, quotient, rest, int(steps) if steps in (Decimal(0), Decimal(1)) else None)

    @property
    def range(self) -> tuple[float, float]:
        """What z may be."""
        return (float(self.settled),) * 2 if self.settled is not None else (0.0, float(bool(self.rest)))


def _ups(halves: Sequence[_Divided], relations: Sequence[Relation], base: int) -> list[int] | None:
    solver = _solver()
    at = {one.key: number for number, one in enumerate(halves)}
    for one in halves:
        solver.addVar(*one.range)
    columns = np.arange(len(halves), dtype=np.int32)
    solver.changeColsCost(len(halves), columns, np.array([float(base - 2 * one.rest) for one in halves]))
    solver.changeColsIntegrality(
        len(halves), columns, np.full(len(halves), int(highspy.HighsVarType.kInteger), np.uint8)
    )
    for relation in relations:
        places = [at[key] for key in relation.members]
        missing = float(halves[places[0]].quotient - sum(halves[place].quotient for place in places[1:]))
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
