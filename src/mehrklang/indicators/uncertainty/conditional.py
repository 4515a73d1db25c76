"""The interval of a ratio of two counts: given their sum, the later count is binomial.

Formula: with p between the limits of Clopper and Pearson for x of x + y, the ratio of the means lies between
p : (1 − p) · (base of y : base of x). The ratio 1 lies outside exactly where the conditional test rejects equality.
Sources: Przyborowski, J.; Wilenski, H. (1940): Homogeneity of results in testing samples from Poisson series.
Biometrika 31, 313–323; Lehmann, E. L.; Romano, J. P.: Testing statistical hypotheses, section 4.5.
From 1,000 cases on Wilson's limits take the place of the exact ones.
"""

from math import inf

from mehrklang.indicators.uncertainty.clopper_pearson import clopper_pearson
from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.wilson import wilson

_MANY = 1000


def count_ratio(cases: float, other_cases: float, *, base: float = 1, other_base: float = 1) -> Limits | None:
    """The limits of (cases : base) : (other_cases : other_base); None where nothing was counted in either.

    >>> [round(limit, 3) for limit in count_ratio(10, 5) or ()]
    [0.623, 7.457]
    """
    both = cases + other_cases
    if both == 0:
        return None
    share = clopper_pearson(cases, both) if both < _MANY else wilson(cases, both)
    return Limits(_odds(share.lower), _odds(share.upper)).times(other_base / base)


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else inf
