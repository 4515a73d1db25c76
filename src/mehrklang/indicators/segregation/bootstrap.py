"""How far chance may have moved dissimilarity and isolation of counts of our own: the basic bootstrap.

The members of each area are drawn anew, aᵢ* from the binomial distribution of nᵢ residents with the share aᵢ : nᵢ (by
inversion, from a variance of 25 on by the normal distribution). Limits: 2 D − D* at 97.5 and at 2.5 of 100, within 0
and 1, and never without D itself. Turned round like this, they make up for D* lying above D as D lies above what it
estimates, where areas are small. An area without members stays without; the start value of the drawings is fixed.
Sources: Davison, A. C.; Hinkley, D. V. (1997): Bootstrap methods and their application, ch. 5.2; Allen, R.; Burgess,
S.; Davidson, R.; Windmeijer, F. (2015): More reliable inference for the dissimilarity index of segregation.
Econometrics Journal 18, 40–66.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from math import sqrt
from random import Random

from mehrklang.indicators.uncertainty.limits import Limits

DRAWINGS = 199
SEED = 2024
MANY = 25
"""From this variance on the normal distribution stands for the binomial one."""

Counts = Sequence[tuple[int, int]]


@lru_cache(maxsize=256)
def range_of_dissimilarity(counts: tuple[tuple[int, int], ...]) -> Limits:
    """Of pairs (group, everybody) per area; both the group and the others have members.

    >>> limits = range_of_dissimilarity(((400, 1000), (100, 1000)))
    >>> round(limits.lower, 2), round(limits.upper, 2)
    (0.36, 0.45)
    """
    return _range(counts, _dissimilarity)


@lru_cache(maxsize=256)
def range_of_isolation(counts: tuple[tuple[int, int], ...]) -> Limits:
    """The same for isolation; exposure to the others is the rest to 1."""
    return _range(counts, _isolation)


def _range(counts: Counts, measure: Callable[[Counts], float]) -> Limits:
    random = Random(SEED)  # noqa: S311 — a drawing of statistics, no secret
    drawn = [[(_members(random, n, a / n), n) for a, n in counts] for _ in range(DRAWINGS)]
    found = sorted(measure(each) for each in drawn if 0 < sum(a for a, _ in each) < sum(n for _, n in each))
    here, beyond = measure(counts), (len(found) + 1) * 25 // 1000 - 1
    if beyond < 0:
        return Limits(0.0, 1.0)
    lower, upper = 2 * here - found[-1 - beyond], 2 * here - found[beyond]
    return Limits(max(min(lower, here), 0.0), min(max(upper, here), 1.0))


def _dissimilarity(counts: Counts) -> float:
    group, whole = sum(a for a, _ in counts), sum(n for _, n in counts)
    return sum(abs(a / group - (n - a) / (whole - group)) for a, n in counts) / 2


def _isolation(counts: Counts) -> float:
    return sum(a * a / n for a, n in counts) / sum(a for a, _ in counts)


def _members(random: Random, residents: int, share: float) -> int:
    if share > 0.5:
        return residents - _members(random, residents, 1 - share)
    variance = residents * share * (1 - share)
    if variance >= MANY:
        return min(max(round(random.gauss(residents * share, sqrt(variance))), 0), residents)
    chance, number, term = random.random(), 0, (1 - share) ** residents
    while term <= chance and number < residents:
        chance -= term
        number += 1
        term *= (residents - number + 1) / number * share / (1 - share)
    return number
