"""Slow drift: a self-starting CUSUM, which needs neither a known level nor a known scatter.

Each point from the third on is compared with the mean and standard deviation of those before it; the t value is turned
into a nearly standard normal one (Wallace's formula), so that without a change the scores are independent and standard
normal whatever level and scatter are. They are added up beyond an allowance of half a standard deviation, upwards and
downwards. Source: Hawkins, D. M. (1987): Self-starting CUSUM charts for location and scale. The Statistician 36,
299–315; Wallace, D. L. (1959): Bounds on normal approximations to Student's distribution. Annals of Mathematical
Statistics 30, 1121–1130.
"""

from collections.abc import Sequence
from math import exp, log1p, sqrt

ALLOWANCE = 0.5
_OVERSHOOT = 0.583


def scores(values: Sequence[float]) -> list[float]:
    """The standard normal scores from the third value on; 0 as long as all values are equal.

    >>> [round(score, 2) for score in scores([10, 12, 11.5, 20])]
    [0.23, 2.31]
    """
    mean, squares = values[0], 0.0
    found = []
    for count, value in enumerate(values[1:], start=1):
        if count >= 2:
            found.append(_score(value - mean, squares, count))
        step = (value - mean) / (count + 1)
        squares += step * step * count * (count + 1)
        mean += step
    return found


def cusum(found: Sequence[float]) -> float:
    """The greater of the two sums at the end, with the sign of its direction.

    >>> cusum([1.0, 1.5, 1.0]), cusum([-2.0, 0.0, 0.25])
    (2.0, -0.25)
    """
    up = down = 0.0
    for score in found:  # written out: two calls per point are felt over a region
        up = up + score - ALLOWANCE
        down = down - score - ALLOWANCE
        if up < 0:
            up = 0.0
        if down < 0:
            down = 0.0
    return up if up >= down else -down


def drift_chance(height: float) -> float:
    """How often, at most, a sum of that height comes about without any change, in either direction.

    2 · exp(−2k (h + 0.583)) with the allowance k: the greatest value of a random walk with drift −k, corrected for its
    steps. Source: Siegmund, D. (1985): Sequential Analysis, section 10.2.

    >>> round(drift_chance(5), 5)
    0.00752
    """
    return min(1.0, 2 * exp(-2 * ALLOWANCE * (abs(height) + _OVERSHOOT)))


def _score(distance: float, squares: float, count: int) -> float:
    """A value's distance from the mean of `count` earlier ones: a t value, as the standard normal number near it."""
    if squares <= 0:
        return 0.0
    freedom = count - 1
    t_square = distance * distance * count * freedom / ((count + 1) * squares)
    z = sqrt(freedom * log1p(t_square / freedom)) * (8 * freedom + 1) / (8 * freedom + 3)
    return z if distance > 0 else -z
