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
from mehrklang.disclosure import Circumstances, DisclosureError, Sheet, near_counts, shield_together
from mehrklang.disclosure.costs import Costs, costs
from mehrklang.disclosure.earlier import earlier_cube
from mehrklang.disclosure.tightened_view import tightened_view
from mehrklang.indicators import Series, as_printed_by_source, compute, derive
from mehrklang.pipeline.published import Published, history_of
from mehrklang.pipeline.scope import Units
from mehrklang.store import Question, Request, Store, StoreError
from mehrklang.territory import Transfer
from mehrklang.vocabulary import Issue

_CUBES, _PAGES = 16, 32
"""Enough for the sources and the indicators of one edition; a page of 3,600 values takes about 6 MB."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one source, and all that the guard has to know: its rules, what went out before, which cells are
    suppressed last (the `core` requests in the `main` area), the office's secret for random rounding, and stricter
    rules for single requests.
    """

    source: str
    question: Question
    rules: RuleSet
    published: tuple[Published, ...] = ()
    core: frozenset[Request] = frozenset()
    main: str = ""
    secret: str = field(default="", repr=False)
    stricter: tuple[tuple[Request, RuleSet], ...] = ()


@dataclass(frozen=True, slots=True)
class Passed:
    """What came through the guard: the cube, the one of the version before where published cells have one, and what is
    to be said of all that was protected together (the same for each of them).
    """

    cube: ProtectedCube
    before: ProtectedCube | None
    issues: tuple[Issue, ...] = ()


class RefusedError(Exception):
    """What cannot be answered: the issues, the requests of sources at fault where the others could be answered without
    them, and the sources at fault as a whole.
    """

    def __init__(
        self,
        issues: tuple[Issue, ...],
        requests: frozenset[tuple[str, Request]] = frozenset(),
        sources: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(issues[0].message)
        self.issues, self.requests, self.sources = issues, requests, sources


@lru_cache(maxsize=_CUBES)
def protected(store: Path, asked: tuple[Asked, ...]) -> tuple[Passed, ...]:
    """Through the store and the guard, all sources together: raw counts stay inside this call. RefusedError where the
    guard seals nothing."""
    sheets = [_sheet(store, each) for each in asked]
    try:
        shielded = shield_together(sheets)
    except DisclosureError as error:
        requests = frozenset((source, Request(key.measure, key.unit, key.breakdown)) for source, key in error.columns)
        sources = (error.sheets or frozenset(each.source for each in asked)) if not requests else frozenset[str]()
        raise RefusedError(error.issues, requests, sources) from None
    issues = near_counts(sheets)
    return tuple(
        Passed(one.cube, earlier_cube(one.cube, sheet.raw), issues) for one, sheet in zip(shielded, sheets, strict=True)
    )


@lru_cache(maxsize=_CUBES)
def cost(store: Path, asked: tuple[Asked, ...]) -> Costs:
    """What protection costs of what `protected` answers, and what coarser tables would cost."""
    return costs([_sheet(store, each) for each in asked])


def _sheet(store: Path, asked: Asked) -> Sheet:
    try:
        raw = Store(store).tabulate(asked.question)
    except StoreError as error:
        requests = frozenset((asked.source, request) for request in error.requests)
        whole = frozenset() if requests else frozenset({asked.source})
        raise RefusedError(error.issues, requests, whole) from None
    rules = dict(asked.stricter)
    requested = {key: Request(key.measure, key.unit, key.breakdown) for key in raw.cells}
    important = frozenset(key for key, request in requested.items() if key.area == asked.main and request in asked.core)
    stricter = {key: rules[request] for key, request in requested.items() if request in rules}
    circumstances = Circumstances(history_of(asked.published), important, asked.secret, raw.cell_keys, stricter)
    return Sheet(asked.source, raw, asked.rules, circumstances)


@lru_cache(maxsize=_CUBES)
def read_by(cube: ProtectedCube, rules: RuleSet) -> ProtectedCube:
    """The cube as an indicator with stricter rules reads it; the same one where its own rules hold."""
    told = cube.protection
    if (rules.key, max(rules.rate_floor, told.rate_floor)) == (told.rule_set, told.rate_floor):
        return cube
    return tightened_view(cube, rules)


@dataclass(frozen=True, slots=True)
class Material:
    """One source as an indicator meets it: its cube, and the base to which it rounds."""

    source: str
    cube: ProtectedCube
    rounding: int


@lru_cache(maxsize=_PAGES)
def measured(  # noqa: PLR0913, PLR0917 — the key under which it is kept is all that it depends on
    chain: tuple[IndicatorDefinition, ...],
    binding: Binding,
    materials: tuple[Material, ...],
    areas: tuple[str, ...],
    units: tuple[Units, ...] = (),
    transfers: tuple[tuple[str, Transfer], ...] = (),
) -> tuple[Series, ...]:
    """Protected cells → values of every group in every area, along the chain from what is counted to what is asked;
    `transfers` bring the counts of a source onto another territory first."""
    made_of = {each.area: each.keys for each in units}
    cubes = {each.source: each.cube for each in materials}
    roundings = {each.source: each.rounding for each in materials}
    ways = dict(transfers)
    series = tuple(
        one
        for area in areas
        for one in compute(
            chain[-1],
            binding,
            cubes,
            area=area,
            roundings=roundings,
            units=made_of.get(area, ()),
            transfers=ways,
        )
    )
    for derived in reversed(chain[:-1]):
        series = derive(derived, series)
    return as_printed_by_source(series) if chain[0].kind is IndicatorKind.PUBLISHED else series
