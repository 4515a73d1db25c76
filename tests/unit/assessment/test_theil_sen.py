"""The slope and its limits against all pairs as fractions, the slow obvious way."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.assessment.direction import HIGHEST_CHANCE, course
from mehrklang.assessment.mann_kendall import probability, steadiness
from mehrklang.assessment.points import Points
from mehrklang.assessment.result import Movement
from mehrklang.assessment.theil_sen import PairSlopes

_points = st.dictionaries(st.integers(1990, 2030), st.decimals(-1000, 1000, places=3), min_size=2, max_size=15)
_segments = st.dictionaries(st.integers(2000, 2025), st.decimals(0, 100, places=1), min_size=5, max_size=15)


def _slopes(numbers: dict[int, Decimal]) -> PairSlopes:
    points = Points.of(sorted(numbers.items()))
    return PairSlopes.of(points.years, points.scaled, scale=points.scale)


def _by_fractions(numbers: dict[int, Decimal]) -> list[Fraction]:
    return sorted((Fraction(numbers[b]) - Fraction(numbers[a])) / (b - a) for a in numbers for b in numbers if a < b)


@settings(deadline=None)
@given(_points)
def test_the_slope_is_the_middle_of_all_pairwise_slopes(numbers: dict[int, Decimal]) -> None:
    slopes = _by_fractions(numbers)
    middle = len(slopes) // 2
    expected = slopes[middle] if len(slopes) % 2 else (slopes[middle - 1] + slopes[middle]) / 2
    found = _slopes(numbers)
    assert found.median == expected
    assert [Fraction(each, found.denominator) for each in found.sorted] == slopes


@settings(deadline=None)
@given(_points)
def test_the_sign_of_the_slopes_counts_rising_and_falling_pairs(numbers: dict[int, Decimal]) -> None:
    assert _slopes(numbers).steadiness == steadiness([number for _, number in sorted(numbers.items())])


@settings(deadline=None)
@given(_segments)
def test_slope_chance_and_movement_are_those_of_the_slow_exact_way(numbers: dict[int, Decimal]) -> None:
    in_order = [number for _, number in sorted(numbers.items())]
    slopes, steady, likely = _by_fractions(numbers), steadiness(in_order), probability(in_order)
    half = len(slopes) // 2
    median = slopes[half] if len(slopes) % 2 else (slopes[half - 1] + slopes[half]) / 2
    reliable = likely <= HIGHEST_CHANCE and median * steady > 0
    moved = Movement.RISING if steady > 0 else Movement.FALLING
    found = course(Points.of(sorted(numbers.items())))
    assert (found.slope, found.chance) == (median, likely)
    assert found.movement is (moved if reliable else Movement.NO_RELIABLE_CHANGE)
    assert found.lower <= found.slope <= found.upper


@settings(deadline=None)
@given(st.permutations(range(9)), st.integers(5, 9))
def test_the_limits_hold_every_slope_that_the_test_would_not_reject(order: list[int], length: int) -> None:
    """Take a slope away from the values: between the limits what is left looks like chance, outside it does not."""
    numbers = {2000 + at: Decimal(value) for at, value in enumerate(order[:length])}
    found = course(Points.of(sorted(numbers.items())))
    tiny = Fraction(1, 1000)
    for slope, accepted in (
        (found.lower + tiny, True),
        (found.lower - tiny, False),
        (found.upper - tiny, True),
        (found.upper + tiny, False),
    ):
        left = [Fraction(number) - slope * year for year, number in sorted(numbers.items())]
        ranks = [Decimal(sorted(left).index(each)) for each in left]
        assert (probability(ranks) > HIGHEST_CHANCE) == accepted or found.lower == found.upper


@settings(deadline=None)
@given(st.permutations(range(8)))
def test_without_ties_the_limits_leave_out_zero_exactly_where_the_movement_is_reliable(order: list[int]) -> None:
    found = course(Points.of([(2000 + at, Decimal(value)) for at, value in enumerate(order)]))
    assert (found.lower > 0 or found.upper < 0) == (found.movement is not Movement.NO_RELIABLE_CHANGE)


@settings(deadline=None)
@given(st.integers(-50, 50), st.integers(-50, 50))
def test_a_straight_line_has_its_own_slope_and_gaps_do_not_matter(rise: int, start: int) -> None:
    line = {year: Decimal(start + rise * year) for year in (2010, 2011, 2015, 2019, 2024)}
    assert _slopes(line).median == rise


def test_one_outlier_does_not_move_it() -> None:
    line = {2010 + i: Decimal(i) for i in range(10)}
    assert _slopes(line | {2014: Decimal(900)}).median == 1


@pytest.mark.parametrize("text", ["1E+3", "0.00001", "-12.50", "33.33333333333333333333333333333333"])
def test_numbers_are_scaled_without_loss(text: str) -> None:
    points = Points.of([(2020, Decimal(text)), (2021, Decimal("0.5"))])
    assert Fraction(points.scaled[0], points.scale) == Fraction(Decimal(text))
