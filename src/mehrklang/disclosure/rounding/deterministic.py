"""Deterministic rounding: each count by itself to the nearest multiple of the base b.

Formula: b · ⌊n / b + ½⌋; the error is at most b/2 persons (base 5: 2). Sums of rounded parts may differ from the
rounded total. Source: Hundepool et al., Statistical Disclosure Control (2012), 5.4; Fünferrundung of the
Federal Statistical Office.
"""

from decimal import ROUND_HALF_UP, Decimal


def to_nearest(count: Decimal, base: int) -> Decimal:
    """The nearest multiple; halfway upwards.

    >>> [int(to_nearest(Decimal(n), 5)) for n in range(9)]
    [0, 0, 0, 5, 5, 5, 5, 5, 10]
    >>> to_nearest(Decimal(25), 10)
    Decimal('30')
    """
    return (count / base).to_integral_value(ROUND_HALF_UP) * base
