"""The exact test against the slow obvious way: try all orders."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, permutations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.assessment.mann_kendall import probability, steadiness


def _brute_force(values: list[Decimal]) -> Fraction:
    """Two-sided p-value by trying all orders."""

    def score(order: tuple[Decimal, ...]) -> int:
        return sum((b > a) - (b < a) for a, b in combinations(order, 2))

    scores = Counter(abs(score(order)) for order in permutations(values))
    found = abs(score(tuple(values)))
    return Fraction(sum(n for s, n in scores.items() if s >= found), scores.total())


@given(st.lists(st.sampled_from([Decimal(n) for n in "12345"]), min_size=1, max_size=6))
def test_equal_to_trying_all_orders_ties_included(values: list[Decimal]) -> None:
    assert probability(values) == _brute_force(values)


@pytest.mark.parametrize("values", ["1234567", "7654321", "1324576", "1122334", "5555555", "1112111"])
def test_equal_to_trying_all_5040_orders_of_seven_values(values: str) -> None:
    numbers = [Decimal(digit) for digit in values]
    assert probability(numbers) == _brute_force(numbers)


@pytest.mark.parametrize(
    ("length", "score", "one_sided"),
    # Kendall, Rank correlation methods, table 1: P(S ≥ s) without ties
    [(4, 6, "0.042"), (5, 8, "0.042"), (8, 16, "0.031"), (9, 18, "0.038"), (10, 21, "0.036"), (10, 27, "0.0083")],
)
def test_equal_to_kendalls_table(length: int, score: int, one_sided: str) -> None:
    values = _with_score(length, score)
    half = probability(values) / 2
    assert round(float(half), len(one_sided) - 2) == float(one_sided)


def _with_score(length: int, score: int) -> list[Decimal]:
    """Different values with a given S: a rising order in which neighbours are swapped, two points of S each."""
    order = list(range(length))
    while steadiness([Decimal(n) for n in order]) > score:
        at = next(i for i in range(length - 1) if order[i] < order[i + 1])
        order[at], order[at + 1] = order[at + 1], order[at]
    return [Decimal(n) for n in order]


def test_long_series_are_counted_exactly_too() -> None:
    zeros_then_ones = [Decimal(0)] * 10 + [Decimal(1)] * 10
    assert probability(zeros_then_ones) == Fraction(2, comb(20, 10))
    assert probability([Decimal(5)] * 30) == 1


def test_near_the_normal_approximation_for_long_series() -> None:
    # n = 40 without ties, S = 160: Var = 40·39·85/18, z = 159/√Var = 1.8525, two-sided 0.0639
    assert abs(float(probability(_with_score(40, 160))) - 0.0639) < 0.001


@given(st.lists(st.decimals(0, 100, places=1), min_size=2, max_size=9))
def test_turning_the_series_round_turns_the_sign_and_keeps_the_probability(values: list[Decimal]) -> None:
    assert steadiness(values[::-1]) == -steadiness(values)
    assert probability(values[::-1]) == probability(values)
