"""Many series of shares at once: trend, interval, target state and warning as bare facts, for a whole region.

It decides exactly as `trend`, `assess` and `watch` do (a test compares them), from counts instead of cells, without
sentences and lineage: those are made for what somebody looks at. Slopes are put in order many series at once
(`courses`). Chunks of series go to as many processes as asked for; what comes back are floats, for maps and lists.
"""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from multiprocessing import get_context

from mehrklang.assessment.courses import courses
from mehrklang.assessment.direction import Course
from mehrklang.assessment.points import Points
from mehrklang.assessment.result import Movement, TargetState
from mehrklang.assessment.standing import standing, standings_within
from mehrklang.assessment.target import Target
from mehrklang.assessment.warning.drift import cusum, deviations, drift_chance
from mehrklang.assessment.warning.expectation import expectation
from mehrklang.assessment.warning.scale import share
from mehrklang.indicators import EXACT
from mehrklang.indicators.part import Part
from mehrklang.indicators.uncertainty import of_share
from mehrklang.vocabulary import Figure

FEWEST_POINTS = 5
_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class ShareCounts:
    """One segment of a series of shares: ascending years with cases and base each, and its target if it has one.

    Promise: at least five years, 0 ≤ cases ≤ base, base > 0.
    """

    years: tuple[int, ...]
    cases: tuple[int, ...]
    bases: tuple[int, ...]
    target: Target | None = None

    def __post_init__(self) -> None:
        if len(self.years) < FEWEST_POINTS or not len(self.years) == len(self.cases) == len(self.bases):
            raise ValueError("at least five years, with cases and base each")


@dataclass(frozen=True, slots=True)
class Screened:
    """What is known about one series.

    `slope` per year with its limits (90 of 100) and `newest` with its limits (95 of 100), in per cent; the state of the
    newest value and all states that its limits allow (None and none without a target); the chances of shift and drift.
    """

    movement: Movement
    slope: float
    slope_lower: float
    slope_upper: float
    newest: float
    lower: float
    upper: float
    state: TargetState | None
    possible: tuple[TargetState, ...]
    shift_chance: float
    drift_chance: float


def screen(series: Iterable[ShareCounts], *, processes: int = 1) -> tuple[Screened, ...]:
    """All series, in their order."""
    chunks = _chunks([(each.years, each.cases, each.bases, each.target) for each in series])
    if processes == 1:
        return tuple(Screened(*row) for chunk in chunks for row in _rows(chunk))
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return tuple(Screened(*row) for rows in pool.map(_rows, chunks) for row in rows)


_Counts = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], Target | None]
_Row = tuple[
    Movement, float, float, float, float, float, float, TargetState | None, tuple[TargetState, ...], float, float
]
"""Plain tuples between processes: they are packed many times faster than dataclasses."""


def _chunks(series: list[_Counts]) -> Iterator[list[_Counts]]:
    return (series[start : start + _CHUNK] for start in range(0, len(series), _CHUNK))


def _rows(chunk: Sequence[_Counts]) -> list[_Row]:
    shares = [_shares(cases, bases) for _, cases, bases, _ in chunk]
    found = courses([Points.of_quotients(each[0], numbers) for each, numbers in zip(chunk, shares, strict=True)])
    return [_row(each, numbers[-1], way) for each, numbers, way in zip(chunk, shares, found, strict=True)]


def _shares(cases: tuple[int, ...], bases: tuple[int, ...]) -> list[Decimal]:
    return [EXACT.divide(Decimal(100 * x), Decimal(n)) for x, n in zip(cases, bases, strict=True)]


def _row(counts: _Counts, newest: Decimal, found: Course) -> _Row:
    years, cases, bases, target = counts
    year = years[-1]
    interval = of_share(_part(cases[-1]), _part(bases[-1]), Figure.of(newest)).interval
    assert interval is not None  # cases and base are whole and fit together
    points = [share(x, n) for x, n in zip(cases, bases, strict=True)]
    shift = expectation(years, points)
    return (
        found.movement,
        float(found.slope),
        float(found.lower),
        float(found.upper),
        float(newest),
        float(interval.lower),
        float(interval.upper),
        None if target is None else standing(target, newest, year),
        () if target is None else standings_within(target, interval, year),
        1.0 if shift is None else shift.chance,
        drift_chance(cusum(deviations(points))),
    )


def _part(number: int) -> Part:
    return Part(Figure.of(number))
