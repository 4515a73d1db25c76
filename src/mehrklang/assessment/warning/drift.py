"""Slow drift: a self-starting CUSUM, which needs neither a known level nor a known scatter.

Each point from the third on is compared with the mean and standard deviation of those before it; the t value is turned
into a nearly standard normal one (Wallace's formula), so that without a change the scores are independent and standard
normal whatever level and scatter are. They are added up beyond an allowance of half a standard deviation, upwards and
downwards. Source: Hawkins, D. M. (1987): Self-starting CUSUM charts for location and scale. The Statistician 36,
299–315; Wallace, D. L. (1959): Bounds on normal approximations to Student's distribution. Annals of Mathematical
Statistics 30, 1121–1130.

Neighbouring years of a stock count mostly the same persons: they scatter less than independent years, and wander. Where
counts are known, the scatter is therefore never taken for smaller than these explain. Where they are not, the scores
shrink by √((1 − φ) : (1 + φ)), with φ the dependence of neighbouring years beside a straight line, its bias taken off:
φ = (n · r + 2) : (n − 4). Source: van Giersbergen, N. P. A. (2005): On the effect of deterministic terms on the bias in
stable AR models. Economics Letters 89, 75–82.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import exp, log1p, sqrt

from mehrklang.assessment.warning.scale import Scaled

ALLOWANCE = 0.5
_OVERSHOOT = 0.583
_FEWEST, _MOST, _NOTHING = 4, 0.95, 1e-18


def deviations(points: Sequence[Scaled]) -> list[float]:
    """The scores of a series, with regard to what neighbouring years have in common."""
    values = [point.value for point in points]
    if points[-1].variance > 0:
        return scores(values, [point.variance for point in points])
    shrunk = _independent(dependence(values))
    return [shrunk * score for score in scores(values)]


def scores(values: Sequence[float], variances: Sequence[float] = ()) -> list[float]:
    """The standard normal scores from the third value on; 0 as long as all values are equal. `variances` are what the
    counts explain (left out: unknown).

    >>> [round(score, 2) for score in scores([10, 12, 11.5, 20])]
    [0.23, 2.31]
    >>> [round(score, 2) for score in scores([10, 12, 11.5, 20], [16] * 4)]
    [0.08, 1.29]
    """
    mean, squares, explained = values[0], 0.0, variances[0] if variances else 0.0
    found = []
    for count, value in enumerate(values[1:], start=1):
        if count >= 2:
            least = explained / count * (count - 1)
            found.append(_score(value - mean, max(least, squares), count))
        step = (value - mean) / (count + 1)
        squares += step * step * count * (count + 1)
        mean += step
        explained += variances[count] if variances else 0.0
    return found


def dependence(values: Sequence[float]) -> float:
    """How much a year hangs on the one before, beside a straight line: φ from 0 to 1, its bias taken off.

    >>> round(dependence([1.0, 3.0, 1.0, 3.0, 1.0, 3.0, 1.0]), 2), round(dependence([1, 2, 3, 3, 3, 2, 1, 1, 2, 3]), 2)
    (0.0, 0.95)
    """
    count = len(values)
    middle, level = (count - 1) / 2, sum(values) / count
    spread = sum((at - middle) ** 2 for at in range(count))
    rise = sum((at - middle) * (value - level) for at, value in enumerate(values)) / spread
    rest = [value - level - rise * (at - middle) for at, value in enumerate(values)]
    squares = sum(each * each for each in rest)
    if squares <= _NOTHING or count <= _FEWEST:
        return 0.0
    found = sum(one * other for one, other in pairwise(rest)) / squares
    return min(max((count * found + 2) / (count - 4), 0.0), _MOST)


def _independent(share: float) -> float:
    return sqrt((1 - share) / (1 + share))


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
