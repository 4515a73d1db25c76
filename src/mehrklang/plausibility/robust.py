"""Middle, spread and rounding of numbers, in ways that single wrong values cannot move."""

from collections.abc import Iterable, Sequence
from math import log
from statistics import median

_NORMAL = 1.4826
_BASES = (10, 5, 3)
_MOSTLY = 0.97


def spread(values: Sequence[float]) -> float:
    """The median absolute deviation, scaled to the standard deviation of a normal distribution.

    >>> round(spread([1.0, 2.0, 3.0, 4.0, 100.0]), 4)
    1.4826
    """
    if not values:
        return 0.0
    middle = median(values)
    return _NORMAL * median(abs(value - middle) for value in values)


def log_change(earlier: float, later: float) -> float:
    """The natural logarithm of the ratio of two positive numbers."""
    return log(later / earlier)


def rounding_base(numbers: Iterable[float]) -> float:
    """The base to which numbers are rounded: 10, 5, 3 or 1 for whole ones (at least 20 values, nearly all of them
    multiples), else the last decimal that is written.

    >>> rounding_base([5.0 * n for n in range(1, 40)]), rounding_base([float(n) for n in range(1, 40)])
    (5.0, 1.0)
    >>> rounding_base([12.5, 13.25])
    0.01
    """
    values = [value for value in numbers if value]
    whole = [int(value) for value in values if value == int(value)]
    if len(whole) < len(values):
        return 10.0 ** -max((_decimals(value) for value in values), default=0)
    for base in _BASES:
        if len(whole) >= 20 and sum(value % base == 0 for value in whole) >= _MOSTLY * len(whole):
            return float(base)
    return 1.0


def _decimals(value: float) -> int:
    text = repr(value)
    return len(text.partition(".")[2]) if "e" not in text else 15
