"""The beta distribution: its cumulative form, and the point below which a given share lies.

I_x(a, b) by Lentz's continued fraction: Press, W. H. et al.: Numerical Recipes, 3rd ed. 2007, section 6.4.
"""

from functools import lru_cache
from math import exp, lgamma, log, log1p

from mehrklang.indicators.uncertainty.root import rising_root

_TINY = 1e-300
_ENOUGH = 1e-15
_MOST = 20_000


def beta_cdf(x: float, a: float, b: float) -> float:
    """The share of a beta distribution with parameters a, b > 0 that lies below x.

    >>> round(beta_cdf(0.5, 2, 3), 12)
    0.6875
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


@lru_cache(maxsize=4096)
def beta_quantile(share: float, a: float, b: float) -> float:
    """The x below which `share` of the distribution lies."""
    return rising_root(lambda x: beta_cdf(x, a, b) - share, 0, 1)


def _fraction(x: float, a: float, b: float) -> float:
    c, d = 1.0, 1 / _apart(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _MOST):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _apart(1 + term * d)
            c = _apart(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < _ENOUGH:
            break
    return value


def _apart(number: float) -> float:
    """The number, kept away from zero, by which it would be divided."""
    return number if abs(number) > _TINY else _TINY
