"""What is kept warm while the process lives: protected cubes and the series made of them.

Deliveries are immutable and named by their checksum, rules and definitions are values: the same question has the same
answer for ever, so it is answered once. Only what has passed the guard is kept, in memory alone; what was not asked for
longest falls out. A fault is never kept.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from mehrklang.catalogue import Binding, IndicatorDefinition, IndicatorKind, RuleSet
from mehrklang.cubes import ProtectedCube
from mehrklang.disclosure import Circumstances, shield
from mehrklang.disclosure.earlier import earlier_cube
from mehrklang.indicators import Series, as_printed_by_source, compute, derive
from mehrklang.pipeline.published import Published, history_of
from mehrklang.pipeline.scope import Units
from mehrklang.store import Question, Request, Store

_CUBES, _PAGES = 16, 32
"""Enough for the sources and the indicators of one edition; a page of 3,600 values takes about 6 MB."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one source, and all that the guard has to know: its rules, what went out before, which cells are
    suppressed last (the `core` requests in the `main` area), the office's secret for random rounding.
    """

    question: Question
    rules: RuleSet
    published: tuple[Published, ...] = ()
    core: frozenset[Request] = frozenset()
    main: str = ""
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Passed:
    """What came through the guard: the cube, and the one of the version before where published cells have one."""

    cube: ProtectedCube
    before: ProtectedCube | None


@lru_cache(maxsize=_CUBES)
def protected(store: Path, asked: Asked) -> Passed:
    """Through the store and the guard: raw counts stay inside this call."""
    raw = Store(store).tabulate(asked.question)
    important = frozenset(
        key
        for key in raw.cells
        if key.area == asked.main and Request(key.measure, key.unit, key.breakdown) in asked.core
    )
    circumstances = Circumstances(history_of(asked.published), important, asked.secret)
    cube = shield(raw, asked.rules, circumstances).cube
    return Passed(cube, earlier_cube(cube, raw))


@dataclass(frozen=True, slots=True)
class Material:
    """One source as an indicator meets it: its cube, and the base to which it rounds."""

    source: str
    cube: ProtectedCube
    rounding: int


@lru_cache(maxsize=_PAGES)
def measured(
    chain: tuple[IndicatorDefinition, ...],
    binding: Binding,
    materials: tuple[Material, ...],
    areas: tuple[str, ...],
    units: tuple[Units, ...] = (),
) -> tuple[Series, ...]:
    """Protected cells → values of every group in every area, along the chain from what is counted to what is asked."""
    made_of = {each.area: each.keys for each in units}
    cubes = {each.source: each.cube for each in materials}
    roundings = {each.source: each.rounding for each in materials}
    series = tuple(
        one
        for area in areas
        for one in compute(chain[-1], binding, cubes, area=area, roundings=roundings, units=made_of.get(area, ()))
    )
    for derived in reversed(chain[:-1]):
        series = derive(derived, series)
    return as_printed_by_source(series) if chain[0].kind is IndicatorKind.PUBLISHED else series
