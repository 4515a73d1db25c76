"""Student's t distribution for whole degrees of freedom.

The probability is a finite sum: Abramowitz, M.; Stegun, I. A.: Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
"""

from functools import lru_cache
from math import atan2, pi, sqrt

from mehrklang.indicators.uncertainty.root import rising_root

_WIDEST = 1e6


def t_within(t: float, freedom: int) -> float:
    """The share of the distribution between −t and t, t ≥ 0.

    With one degree of freedom it is Cauchy's: half of it lies within ± 1.

    >>> round(t_within(1, 1), 12), round(t_within(2.571, 5), 3)
    (0.5, 0.95)
    """
    angle = atan2(t, sqrt(freedom))
    cosine_square = freedom / (freedom + t * t)
    sine = t / sqrt(freedom + t * t)
    if freedom % 2 == 0:
        return sine * _sum(cosine_square, freedom, first=1)
    if freedom == 1:
        return 2 * angle / pi
    return 2 / pi * (angle + sine * sqrt(cosine_square) * _sum(cosine_square, freedom, first=2))


@lru_cache(maxsize=1024)
def t_quantile(share: float, freedom: int) -> float:
    """The t below which `share` lies, share > 1/2.

    >>> round(t_quantile(0.975, 10), 4)
    2.2281
    """
    return rising_root(lambda t: t_within(t, freedom) - (2 * share - 1), 0, _WIDEST)


def _sum(cosine_square: float, freedom: int, *, first: int) -> float:
    """1 + (first/(first+1)) cos² + … : as many members as the degrees of freedom ask for."""
    term = total = 1.0
    for over in range(first, freedom - 2, 2):
        term *= cosine_square * over / (over + 1)
        total += term
    return total
