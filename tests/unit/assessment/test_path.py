"""The path to the target."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.path import meets, path_value, way_gone

_values = st.decimals(-100, 100, places=2)


@given(_values, _values, st.integers(2015, 2020), st.integers(2021, 2035), st.integers(2010, 2040))
def test_the_path_is_the_straight_line_and_level_outside(
    base: Decimal, goal: Decimal, start: int, end: int, year: int
) -> None:
    found = path_value(Target(base, start, Operator.AT_LEAST, goal, end), year)
    way = Fraction(min(max(year, start), end) - start, end - start)
    exact = Fraction(base) + (Fraction(goal) - Fraction(base)) * way
    assert abs(Fraction(found) - exact) < Fraction(1, 10**30)


def test_the_path_begins_at_the_base_and_ends_at_the_target_exactly() -> None:
    target = Target(Decimal("10.3"), 2019, Operator.AT_MOST, Decimal("7.1"), 2026)
    assert (path_value(target, 2019), path_value(target, 2026), path_value(target, 2030)) == (
        Decimal("10.3"), Decimal("7.1"), Decimal("7.1")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("operator", "number", "met"),
    [(Operator.AT_LEAST, "5", True), (Operator.AT_LEAST, "4.99", False), (Operator.AT_MOST, "5.01", False)],
)
def test_the_bound_itself_meets_the_target(operator: Operator, number: str, met: bool) -> None:
    assert meets(operator, Decimal(number), Decimal(5)) is met


@pytest.mark.parametrize(
    ("base", "goal", "operator", "number", "gone"),
    [
        ("8", "12", Operator.AT_LEAST, "9", "0.5"),
        ("8", "12", Operator.AT_LEAST, "7", "-0.5"),
        ("12", "8", Operator.AT_MOST, "11", "0.5"),
        ("12", "8", Operator.AT_LEAST, "7", None),  # the base met the target: no way was asked for
        ("8", "8", Operator.AT_LEAST, "7", None),
    ],
)
def test_the_share_of_the_way(base: str, goal: str, operator: Operator, number: str, gone: str | None) -> None:
    target = Target(Decimal(base), 2020, operator, Decimal(goal), 2030)
    assert way_gone(target, Decimal(number), 2025) == (None if gone is None else Decimal(gone))


def test_in_the_base_year_no_way_is_asked_for() -> None:
    assert way_gone(Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030), Decimal(7), 2020) is None
