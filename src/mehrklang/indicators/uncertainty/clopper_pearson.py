"""The exact interval of a share for few persons: it never promises too much.

Formula: quantiles of the beta distributions B(x, n − x + 1) and B(x + 1, n − x).
Source: Clopper, C. J.; Pearson, E. S. (1934): The use of confidence or fiducial limits illustrated in the case of the
binomial. Biometrika 26, 404–413.
"""

from mehrklang.indicators.uncertainty.beta import beta_quantile
from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.normal import LEVEL_TAIL


def clopper_pearson(cases: float, base: float, *, tail: float = LEVEL_TAIL) -> Limits:
    """The limits of the share as fractions of 1; `tail` is left beyond either of them.

    >>> [round(limit, 4) for limit in clopper_pearson(0, 10)]  # 1 − 0.025^(1/10)
    [0.0, 0.3085]
    """
    others = base - cases
    return Limits(
        0.0 if cases <= 0 else beta_quantile(tail, cases, others + 1),
        1.0 if others <= 0 else beta_quantile(1 - tail, cases + 1, others),
    )
