"""The interval of a difference from the intervals of its two values (Newcombe's hybrid; in general "MOVER").

Formula: d − √((v₁ − l₁)² + (u₂ − v₂)²) to d + √((u₁ − v₁)² + (v₂ − l₂)²), with v the values, l and u their limits,
d = v₁ − v₂. With Wilson's limits it is Newcombe's hybrid score interval; the same construction serves rates.
Sources: Newcombe, R. G. (1998): Interval estimation for the difference between independent proportions. Statistics in
Medicine 17, 873–890 (method 10); Zou, G. Y.; Donner, A. (2008): Construction of confidence limits about effect
measures. Statistics in Medicine 27, 1693–1702.
The two values count as independent. Where the one group is contained in the other the interval is rather too wide.
"""

from math import hypot

from mehrklang.indicators.uncertainty.limits import Limits


def newcombe(first: float, of_first: Limits, second: float, of_second: Limits) -> Limits:
    """The limits of first − second.

    >>> from mehrklang.indicators.uncertainty.wilson import wilson
    >>> found = newcombe(56 / 70, wilson(56, 70), 48 / 80, wilson(48, 80))
    >>> [round(limit, 4) for limit in found]  # Newcombe 1998, table II
    [0.0524, 0.3339]
    """
    difference = first - second
    return Limits(
        difference - hypot(first - of_first.lower, of_second.upper - second),
        difference + hypot(of_first.upper - first, second - of_second.lower),
    )
