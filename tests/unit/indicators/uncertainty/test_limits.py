"""The intervals against published examples, an independent library, and a search through all possibilities."""

from math import comb, exp, factorial, inf, isinf, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.indicators.uncertainty.clopper_pearson import clopper_pearson
from mehrklang.indicators.uncertainty.conditional import count_ratio
from mehrklang.indicators.uncertainty.garwood import garwood
from mehrklang.indicators.uncertainty.koopman import koopman
from mehrklang.indicators.uncertainty.newcombe import newcombe
from mehrklang.indicators.uncertainty.normal import Z
from mehrklang.indicators.uncertainty.wilson import wilson

SHARES = st.integers(1, 60).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@pytest.mark.parametrize(
    ("cases", "base", "lower", "upper"),
    # Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_equals_the_published_table(cases: int, base: int, lower: float, upper: float) -> None:
    found = wilson(cases, base)
    assert (round(found.lower, 4), round(found.upper, 4)) == (lower, upper)


@settings(deadline=None)
@given(SHARES)
def test_wilsons_limits_are_the_shares_that_the_score_test_just_accepts(share: tuple[int, int]) -> None:
    cases, base = share
    found = wilson(cases, base)
    for limit in found:
        if 0 < limit < 1:
            assert abs(cases - base * limit) == pytest.approx(Z * sqrt(base * limit * (1 - limit)), rel=1e-9)
    assert found.lower <= cases / base <= found.upper


@pytest.mark.parametrize(
    ("cases", "base", "lower", "upper"),
    # scipy.stats.binomtest(…).proportion_ci(method="exact") (1.17)
    [
        (0, 5, 0.0, 0.5218237501049814),
        (1, 5, 0.005050763379468115, 0.7164179361180895),
        (3, 7, 0.09898827844243689, 0.81594843235993),
        (10, 10, 0.6915028921812371, 1.0),
        (7, 19, 0.16288587215509961, 0.6164220766855937),
    ],
)
def test_clopper_pearson_equals_the_independent_library(cases: int, base: int, lower: float, upper: float) -> None:
    assert clopper_pearson(cases, base) == pytest.approx((lower, upper), abs=1e-11)


@settings(deadline=None)
@given(SHARES)
def test_at_the_exact_limits_either_tail_has_two_and_a_half_of_a_hundred(share: tuple[int, int]) -> None:
    cases, base = share
    found = clopper_pearson(cases, base)

    def tail(chance: float, counts: range) -> float:
        return sum(comb(base, i) * chance**i * (1 - chance) ** (base - i) for i in counts)

    if cases > 0:
        assert tail(found.lower, range(cases, base + 1)) == pytest.approx(0.025, abs=1e-8)
    if cases < base:
        assert tail(found.upper, range(cases + 1)) == pytest.approx(0.025, abs=1e-8)


@pytest.mark.parametrize(
    ("cases", "lower", "upper"),
    # scipy.stats.gamma.ppf (1.17)
    [
        (0, 0, 3.6888794541139354),
        (1, 0.025317807984289876, 5.571643390938898),
        (5, 1.6234863901184207, 11.66833207932267),
        (50, 37.110963737461866, 65.91876666433681),
        (999, 938.0040185617676, 1062.9211512248878),
    ],
)
def test_garwood_equals_the_independent_library(cases: int, lower: float, upper: float) -> None:
    assert garwood(cases) == pytest.approx((lower, upper), rel=1e-8)


@settings(deadline=None)
@given(st.integers(0, 60))
def test_at_garwoods_limits_either_tail_has_two_and_a_half_of_a_hundred(cases: int) -> None:
    found = garwood(cases)
    at_most = sum(exp(-found.upper) * found.upper**i / factorial(i) for i in range(cases + 1))
    fewer = sum(exp(-found.lower) * found.lower**i / factorial(i) for i in range(cases))
    assert at_most == pytest.approx(0.025, abs=1e-8)
    assert cases == 0 or 1 - fewer == pytest.approx(0.025, abs=1e-8)


@pytest.mark.parametrize(
    ("first", "second", "lower", "upper"),
    # Newcombe 1998, Statistics in Medicine 17, 873–890, table II, method 10
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_newcombe_equals_the_published_table(
    first: tuple[int, int], second: tuple[int, int], lower: float, upper: float
) -> None:
    found = newcombe(first[0] / first[1], wilson(*first), second[0] / second[1], wilson(*second))
    assert (round(found.lower, 4), round(found.upper, 4)) == (lower, upper)


@pytest.mark.parametrize("counts", [(36, 40, 16, 80), (3, 12, 5, 9), (1, 30, 7, 25), (0, 20, 5, 20), (19, 20, 9, 20)])
def test_at_koopmans_limits_the_best_fitting_shares_are_just_rejected(counts: tuple[int, int, int, int]) -> None:
    """The likeliest shares for the ratio are sought step by step; their chi-square distance has to be z²."""
    cases, base, others, other_base = counts
    found = koopman(*counts)
    assert found is not None
    for ratio in found:
        if 0 < ratio < inf:
            first = _likeliest_share(ratio, *counts)
            second = first / ratio
            distance = (cases - base * first) ** 2 / (base * first * (1 - first))
            distance += (others - other_base * second) ** 2 / (other_base * second * (1 - second))
            assert distance == pytest.approx(Z * Z, rel=1e-5)


def _likeliest_share(ratio: float, cases: int, base: int, others: int, other_base: int) -> float:
    """By halving the slope of the likelihood."""
    low, high = 0.0, min(1.0, ratio)
    for _ in range(200):
        first = (low + high) / 2
        second = first / ratio
        slope = cases / first - (base - cases) / (1 - first)
        slope += (others / second - (other_base - others) / (1 - second)) / ratio
        low, high = (first, high) if slope > 0 else (low, first)
    return (low + high) / 2


def test_without_any_case_koopman_has_no_limits_and_without_cases_for_comparison_no_upper_one() -> None:
    assert koopman(0, 10, 0, 10) is None
    found = koopman(5, 10, 0, 10)
    assert found is not None
    assert isinf(found.upper)
    assert found.lower > 1


@settings(deadline=None)
@given(st.integers(0, 80), st.integers(0, 80))
def test_the_ratio_of_counts_excludes_one_exactly_where_the_conditional_test_rejects(later: int, earlier: int) -> None:
    both = later + earlier
    if both == 0:
        assert count_ratio(later, earlier) is None
        return
    found = count_ratio(later, earlier)
    assert found is not None
    at_least = sum(comb(both, i) for i in range(later, both + 1)) / 2**both
    at_most = sum(comb(both, i) for i in range(later + 1)) / 2**both
    assert (found.lower > 1) == (at_least < 0.025)
    assert (found.upper < 1) == (at_most < 0.025)
