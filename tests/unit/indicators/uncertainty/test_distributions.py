"""Beta and gamma distribution against an independent library and against their own definition."""

from math import comb, exp, factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.indicators.uncertainty.beta import beta_cdf, beta_quantile
from mehrklang.indicators.uncertainty.gamma import gamma_cdf, gamma_quantile, wilson_hilferty


@pytest.mark.parametrize(
    ("x", "a", "b", "expected"),
    # scipy.stats.beta.cdf (1.17)
    [
        (0.1, 0.5, 0.5, 0.20483276469913345),
        (0.3, 2, 7, 0.7447016700000001),
        (0.9, 50, 3, 0.09663328513725222),
        (0.5, 400.5, 402, 0.5211252246975902),
        (0.01, 1, 1000, 0.9999568287525893),
        (0, 2, 2, 0),
        (1, 2, 2, 1),
    ],
)
def test_beta_equals_the_independent_library(x: float, a: float, b: float, expected: float) -> None:
    assert beta_cdf(x, a, b) == pytest.approx(expected, rel=1e-11)


@pytest.mark.parametrize(
    ("x", "a", "expected"),
    # scipy.stats.gamma.cdf (1.17)
    [
        (0.1, 0.5, 0.34527915398142317),
        (3, 2, 0.8008517265285442),
        (50, 40, 0.935429631078867),
        (900, 1000, 0.0005499022657117818),
        (5, 0.001, 0.9999988490186603),
        (-1, 2, 0),
    ],
)
def test_gamma_equals_the_independent_library(x: float, a: float, expected: float) -> None:
    assert gamma_cdf(x, a) == pytest.approx(expected, rel=1e-9)


@settings(deadline=None)
@given(st.integers(1, 40), st.integers(0, 40), st.floats(0.01, 0.99))
def test_beta_is_the_upper_tail_of_the_binomial(n: int, k: int, p: float) -> None:
    cases = 1 + k % n
    tail = sum(comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(cases, n + 1))
    assert beta_cdf(p, cases, n - cases + 1) == pytest.approx(tail, rel=1e-9, abs=1e-12)


@settings(deadline=None)
@given(st.integers(1, 40), st.floats(0.1, 60))
def test_gamma_is_the_upper_tail_of_poisson(cases: int, mean: float) -> None:
    tail = 1 - sum(exp(-mean) * mean**i / factorial(i) for i in range(cases))
    assert gamma_cdf(mean, cases) == pytest.approx(tail, abs=1e-9)


@settings(deadline=None)
@given(st.floats(0.001, 0.999), st.floats(0.5, 200), st.floats(0.5, 200))
def test_the_quantile_undoes_the_beta_distribution(share: float, a: float, b: float) -> None:
    assert beta_cdf(beta_quantile(share, a, b), a, b) == pytest.approx(share, abs=1e-9)


@settings(deadline=None)
@given(st.floats(0.001, 0.999), st.floats(0.5, 900))
def test_the_quantile_undoes_the_gamma_distribution(share: float, a: float) -> None:
    assert gamma_cdf(gamma_quantile(share, a), a) == pytest.approx(share, abs=1e-9)


@pytest.mark.parametrize("share", [0.025, 0.975])
def test_from_a_thousand_on_the_cube_root_is_as_good(share: float) -> None:
    assert abs(gamma_quantile(share, 1000) - wilson_hilferty(share, 1000)) < 0.001
