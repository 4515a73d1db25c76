"""The scales on which chance is even: logit for shares, square root for counts, the value itself otherwise.

Half a case is added, so that shares of 0 and 100 per cent have a place. The variance that the counts explain: 1 : (x +
½) + 1 : (n − x + ½) for the logit (Haldane 1956, Anscombe 1956), ¼ for the square root (Bartlett 1936), 0 where the
counts are unknown.
"""

from collections.abc import Callable
from math import exp, log, sqrt
from typing import NamedTuple


class Scaled(NamedTuple):
    """A value on its scale, the variance that its counts explain, and the way back to the unit of the value.

    A named tuple, because a region has a million of them."""

    value: float
    variance: float
    back: Callable[[float], float]


def share(cases: float, base: float) -> Scaled:
    """Cases of a base, on the logit scale; back from there in per cent.

    >>> found = share(30, 100)
    >>> round(found.value, 4), round(found.variance, 4), round(found.back(found.value), 2)
    (-0.8379, 0.047, 30.2)
    """
    inside, outside = cases + 0.5, base - cases + 0.5
    return Scaled(log(inside / outside), 1 / inside + 1 / outside, _per_cent)


def count(cases: float) -> Scaled:
    """A number of cases, on the scale of the square root, √(x + ⅜).

    >>> round(count(24).value, 3), round(count(24).back(5), 3)
    (4.937, 24.625)
    """
    return Scaled(sqrt(cases + 0.375), 0.25, _squared)


def plain(number: float) -> Scaled:
    """A value whose counts are unknown, as it is."""
    return Scaled(number, 0.0, _same)


def _per_cent(logit: float) -> float:
    return 100 / (1 + exp(-logit))


def _squared(root: float) -> float:
    return max(root, 0.0) ** 2 - 0.375


def _same(number: float) -> float:
    return number
