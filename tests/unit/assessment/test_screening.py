"""Screening decides exactly as the full assessment of the same series does."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.assessment import Operator, Target, assess
from mehrklang.assessment.screening import ShareCounts, screen
from mehrklang.assessment.warning import Watched
from mehrklang.assessment.warning.watch import suspicion
from mehrklang.catalogue import Direction
from mehrklang.indicators import Series, compute
from tests.factories.cubes import GOSLAR, binding, cube, definition, key

TARGET = Target(Decimal(20), 2012, Operator.AT_LEAST, Decimal(30), 2030)
ABOUT = definition(direction=Direction.HIGH_IS_GOOD)

_year = st.integers(1, 3000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))
_counts = st.lists(_year, min_size=5, max_size=12)


def _series(counts: list[tuple[int, int]]) -> Series:
    cells = {}
    for at, (cases, base) in enumerate(counts):
        cells[key("a", str(2013 + at))] = cases
        cells[key("b", str(2013 + at))] = base
    (found,) = compute(ABOUT, binding("a", "b"), {"amt": cube(cells)}, area=GOSLAR)
    return found


def _share_counts(counts: list[tuple[int, int]]) -> ShareCounts:
    cases, bases = zip(*counts, strict=True)
    return ShareCounts(tuple(range(2013, 2013 + len(counts))), cases, bases, TARGET)


@settings(deadline=None)
@given(_counts)
def test_screening_and_assessment_agree(counts: list[tuple[int, int]]) -> None:
    (found,) = screen([_share_counts(counts)])
    series = _series(counts)
    full = assess(ABOUT, series, target=TARGET)
    assert full.trend.slope is not None
    assert full.trend.interval is not None
    assert found.movement is full.trend.movement
    limits = (full.trend.slope, full.trend.interval.lower, full.trend.interval.upper)
    assert (found.slope, found.slope_lower, found.slope_upper) == pytest.approx(tuple(map(float, limits)))
    assert (found.state, found.possible) == (full.state, full.possible)
    newest = series.values[-1]
    assert newest.interval is not None
    assert (found.newest, found.lower, found.upper) == (
        float(newest.figure.number or 0), float(newest.interval.lower), float(newest.interval.upper)
    )  # fmt: skip
    watched = suspicion(Watched(ABOUT, series))
    assert watched is not None
    assert (found.shift_chance, found.drift_chance) == watched.chances


def test_several_processes_give_the_same_in_the_same_order() -> None:
    series = [_share_counts([(at * 7 % 50 + year, 200) for year in range(6)]) for at in range(30)]
    assert screen(series, processes=2) == screen(series)


def test_without_a_target_there_is_no_state_and_too_few_years_are_refused() -> None:
    (found,) = screen([replace(_share_counts([(5, 20)] * 5), target=None)])
    assert (found.state, found.possible) == (None, ())
    with pytest.raises(ValueError, match="five years"):
        ShareCounts((2020,), (1,), (2,))
