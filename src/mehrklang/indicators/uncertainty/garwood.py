"""The exact interval of a count: which underlying mean numbers are compatible with x cases.

Formula: quantiles of the gamma distributions with shape x and x + 1.
Source: Garwood, F. (1936): Fiducial limits for the Poisson distribution. Biometrika 28, 437–442. From 1,000 cases on
the quantiles are those of Wilson and Hilferty: there the two differ by less than a thousandth of a case.
"""

from functools import lru_cache

from mehrklang.indicators.uncertainty.gamma import gamma_quantile, wilson_hilferty
from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.normal import LEVEL_TAIL

MANY = 1000


@lru_cache(maxsize=65_536)
def garwood(cases: float) -> Limits:
    """The limits of the mean number of cases.

    >>> [round(limit, 2) for limit in garwood(10)]  # as in the classical tables
    [4.8, 18.39]
    """
    quantile = gamma_quantile if cases < MANY else wilson_hilferty
    return Limits(quantile(LEVEL_TAIL, cases) if cases else 0.0, quantile(1 - LEVEL_TAIL, cases + 1))
