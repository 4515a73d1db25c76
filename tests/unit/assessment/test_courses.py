"""Many courses at once are, digit by digit, the courses one after the other."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.assessment.courses import courses
from mehrklang.assessment.direction import course
from mehrklang.assessment.points import Points
from mehrklang.indicators import EXACT

_YEARS = st.lists(st.integers(2000, 2030), min_size=5, max_size=15, unique=True).map(lambda years: tuple(sorted(years)))


def _of_shares(years: tuple[int, ...], base: int) -> st.SearchStrategy[Points]:
    """Shares of one base: many equal values, and slopes that differ in the 34th digit only."""
    cases = st.lists(st.integers(0, base), min_size=len(years), max_size=len(years))
    return cases.map(
        lambda found: Points.of_quotients(years, [EXACT.divide(Decimal(100 * x), Decimal(base)) for x in found])
    )


def _of_numbers(years: tuple[int, ...]) -> st.SearchStrategy[Points]:
    numbers = st.lists(st.decimals(-1000, 1000, places=3), min_size=len(years), max_size=len(years))
    return numbers.map(lambda found: Points.of(list(zip(years, found, strict=True))))


_segment = _YEARS.flatmap(
    lambda years: st.one_of(
        st.sampled_from((7, 30, 3000)).flatmap(lambda base: _of_shares(years, base)), _of_numbers(years)
    )
)


@settings(deadline=None, max_examples=300)
@given(st.lists(_segment, max_size=6))
def test_each_course_is_the_one_that_the_series_has_alone(segments: list[Points]) -> None:
    assert courses(segments) == [course(segment) for segment in segments]


def test_values_that_floats_cannot_tell_apart_are_ordered_exactly() -> None:
    segment = Points(tuple(range(2019, 2025)), tuple(10**31 + step for step in (3, 1, 2, 5, 4, 6)), 30)
    assert courses([segment]) == [course(segment)]
    assert courses([segment])[0].slope > 0


def test_slopes_that_floats_cannot_tell_apart_are_ordered_exactly() -> None:
    segment = Points(tuple(range(2017, 2025)), tuple(step * 10**30 + step * 7 % 5 for step in range(1, 9)), 30)
    alone = course(segment)
    assert courses([segment]) == [alone]
    assert alone.lower != alone.upper


def test_nothing_gives_nothing_and_all_zeros_are_no_change() -> None:
    zeros = Points((2019, 2020, 2021, 2022, 2023), (0, 0, 0, 0, 0), 0)
    assert (courses([]), courses([zeros])) == ([], [course(zeros)])
