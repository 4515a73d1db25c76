"""The interval of a ratio of two shares by Koopman's score test: all ratios that the counts do not contradict.

Formula: the ratios θ with U(θ) ≤ z², U(θ) = (x₁ − n₁p₁)² : (n₁p₁(1 − p₁)) · (1 + n₁(θ − p₁) : (n₂(1 − p₁))), where p₁
is the most likely first share if the ratio is θ.
Source: Koopman, P. A. R. (1984): Confidence intervals for the ratio of two binomial proportions. Biometrics 40,
513–517.
"""

from math import inf, sqrt

from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.normal import Z
from mehrklang.indicators.uncertainty.root import rising_root

_WIDEST = 1e9


def koopman(cases: float, base: float, other_cases: float, other_base: float) -> Limits | None:
    """The limits of (cases : base) : (other_cases : other_base); the upper one is infinite without other cases.

    None where both have no cases: the counts say nothing about the ratio.

    >>> [round(limit, 2) for limit in koopman(36, 40, 16, 80) or ()]  # the example of Koopman 1984
    [2.94, 7.15]
    """
    if cases == 0 and other_cases == 0:
        return None

    def beyond(ratio: float) -> float:
        return _score(ratio, cases, base, other_cases, other_base) - Z * Z

    if other_cases == 0:
        return Limits(rising_root(lambda ratio: -beyond(ratio), 1 / _WIDEST, _WIDEST), inf)
    found = (cases / base) / (other_cases / other_base)
    return Limits(
        0.0 if cases == 0 else rising_root(lambda ratio: -beyond(ratio), found / _WIDEST, found),
        rising_root(beyond, found or 1 / _WIDEST, (found + 1) * _WIDEST),
    )


def _score(ratio: float, cases: float, base: float, other_cases: float, other_base: float) -> float:
    first = _likeliest(ratio, cases, base, other_cases, other_base)
    if first <= 0 or first >= 1:
        return inf if abs(cases - base * first) > 1e-9 else 0.0
    distance = (cases - base * first) ** 2 / (base * first * (1 - first))
    return distance * (1 + base * (ratio - first) / (other_base * (1 - first)))


def _likeliest(ratio: float, cases: float, base: float, other_cases: float, other_base: float) -> float:
    """The most likely first share where the ratio is given: the smaller solution of a quadratic equation."""
    linear = ratio * (base + other_cases) + cases + other_base
    root = sqrt(max(linear**2 - 4 * ratio * (base + other_base) * (cases + other_cases), 0))
    return 2 * ratio * (cases + other_cases) / (linear + root)
