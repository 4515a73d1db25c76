"""The gamma distribution, and with it Poisson's: cumulative form and quantile.

P(a, x) by series and continued fraction: Press, W. H. et al.: Numerical Recipes, 3rd ed. 2007, section 6.2.
"""

from math import exp, lgamma, log, sqrt

from mehrklang.indicators.uncertainty.normal import STANDARD
from mehrklang.indicators.uncertainty.root import rising_root

_TINY = 1e-300
_ENOUGH = 1e-15
_MOST = 100_000


def gamma_cdf(x: float, a: float) -> float:
    """The share of a gamma distribution with shape a > 0 (scale 1) that lies below x.

    With a = 1 it is the exponential distribution:

    >>> round(gamma_cdf(1, 1), 12), round(1 - exp(-1), 12)
    (0.632120558829, 0.632120558829)
    """
    if x <= 0:
        return 0.0
    front = exp(a * log(x) - x - lgamma(a))
    return front * _series(x, a) if x < a + 1 else 1 - front * _fraction(x, a)


def gamma_quantile(share: float, a: float) -> float:
    """The x below which `share` of the distribution lies; sought around the cube-root approximation."""
    near, far = wilson_hilferty(share, a), 2 * sqrt(a) + 2
    return rising_root(lambda x: gamma_cdf(x, a) - share, max(near - far, 0), near + far)


def wilson_hilferty(share: float, a: float) -> float:
    """The same by the cube root, which is nearly normal; for large a as good as the exact way.

    Source: Wilson, E. B.; Hilferty, M. M. (1931): The distribution of chi-square. PNAS 17, 684–688.
    """
    return float(a * max(1 - 1 / (9 * a) + STANDARD.inv_cdf(share) / (3 * sqrt(a)), 0) ** 3)


def _series(x: float, a: float) -> float:
    term = total = 1 / a
    for n in range(1, _MOST):
        term *= x / (a + n)
        total += term
        if term < total * _ENOUGH:
            break
    return total


def _fraction(x: float, a: float) -> float:
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    value = d
    for n in range(1, _MOST):
        b += 2
        weight = n * (a - n)
        d = 1 / _apart(weight * d + b)
        c = _apart(b + weight / c)
        value *= c * d
        if abs(c * d - 1) < _ENOUGH:
            break
    return value


def _apart(number: float) -> float:
    return number if abs(number) > _TINY else _TINY
