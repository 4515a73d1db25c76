"""The slope against all pairs, sorted by hand."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from mehrklang.assessment.theil_sen import slope

_points = st.dictionaries(st.integers(1990, 2030), st.decimals(-1000, 1000, places=3), min_size=2, max_size=15)


@given(_points)
def test_the_slope_is_the_middle_of_all_pairwise_slopes(points: dict[int, Decimal]) -> None:
    slopes = sorted((Fraction(points[b]) - Fraction(points[a])) / (b - a) for a in points for b in points if a < b)
    middle = len(slopes) // 2
    expected = slopes[middle] if len(slopes) % 2 else (slopes[middle - 1] + slopes[middle]) / 2
    assert slope(points) == expected


@given(st.integers(-50, 50), st.integers(-50, 50))
def test_a_straight_line_has_its_own_slope_and_gaps_do_not_matter(rise: int, start: int) -> None:
    line = {year: Decimal(start + rise * year) for year in (2010, 2011, 2015, 2019, 2024)}
    assert slope(line) == rise


def test_one_outlier_does_not_move_it() -> None:
    line = {2010 + i: Decimal(i) for i in range(10)}
    assert slope(line | {2014: Decimal(900)}) == 1
