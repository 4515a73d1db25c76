"""Wilson's interval of a share: which underlying chances are compatible with x of n.

Formula: (x + z²/2 ± z · √(x (n − x)/n + z²/4)) : (n + z²).
Source: Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference. Journal of the
American Statistical Association 22, 209–212.
"""

from math import sqrt

from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.normal import Z


def wilson(cases: float, base: float) -> Limits:
    """The limits of the share as fractions of 1; 0 ≤ cases ≤ base, base > 0.

    >>> [round(limit, 4) for limit in wilson(81, 263)]  # the example of Newcombe 1998, table I
    [0.2553, 0.3662]
    """
    middle = cases + Z * Z / 2
    reach = Z * sqrt(cases * (base - cases) / base + Z * Z / 4)
    whole = base + Z * Z
    return Limits(
        0.0 if cases == 0 else (middle - reach) / whole,
        1.0 if cases == base else (middle + reach) / whole,
    )
