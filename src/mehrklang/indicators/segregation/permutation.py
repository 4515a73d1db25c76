"""What dissimilarity would be if the group were placed by chance: the middle 95 of 100 drawings.

Each drawing places the members of the group on the residents of all areas (multivariate hypergeometric, area by area:
by inversion from the mode, from a variance of 25 on by the normal distribution with the same mean and variance). The
start value of the drawings is fixed, so that the same counts give the same range.
Source: Good, P. (2005): Permutation, Parametric and Bootstrap Tests of Hypotheses, 3rd edition, ch. 1.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, lgamma, sqrt
from random import Random

from mehrklang.indicators.uncertainty.limits import Limits

DRAWINGS = 199
SEED = 2024
MANY = 25
"""From this variance on the normal distribution stands for the hypergeometric one."""


@lru_cache(maxsize=256)
def by_permutation(counts: tuple[tuple[int, int], ...], *, drawings: int = DRAWINGS) -> Limits:
    """Lower and upper limit of D by chance; pairs (group, everybody) per area.

    >>> by_permutation(((4, 10), (0, 10)))
    Limits(lower=0.0, upper=0.625)
    """
    random = Random(SEED)  # noqa: S311 — a drawing of statistics, no secret
    sizes = [everybody for _, everybody in counts]
    group = sum(members for members, _ in counts)
    found = sorted(_drawn(sizes, group, random) for _ in range(drawings))
    beyond = (drawings + 1) * 25 // 1000 - 1
    return Limits(found[beyond], found[drawings - 1 - beyond])


def _drawn(sizes: Sequence[int], group: int, random: Random) -> float:
    """D of one random placement."""
    whole, left = sum(sizes), group
    others, rest, deviation = whole - group, whole, 0.0
    for size in sizes:
        members = _members(random, size, left, rest)
        deviation += abs(members / group - (size - members) / others)
        left, rest = left - members, rest - size
    return deviation / 2


def _members(random: Random, drawn: int, group: int, whole: int) -> int:
    mean = drawn * group / whole if whole else 0.0
    variance = mean * (1 - group / whole) * (whole - drawn) / (whole - 1) if whole > 1 else 0.0
    if variance < MANY:
        return hypergeometric(random.random(), drawn, group, whole)
    return min(max(round(random.gauss(mean, sqrt(variance))), 0, drawn + group - whole), drawn, group)


def hypergeometric(chance: float, drawn: int, group: int, whole: int) -> int:
    """How many of `group` are among `drawn` of `whole`: the number at which the chances, added up from the most
    probable number outwards, pass `chance`.

    >>> [hypergeometric(chance, 2, 2, 4) for chance in (0.0, 0.7, 0.9)]
    [1, 0, 2]
    """
    low, high = max(0, drawn + group - whole), min(drawn, group)
    mode = min(max((drawn + 1) * (group + 1) // (whole + 2), low), high)
    below = above = mode
    chance_below = chance_above = peak = exp(
        _ln_choose(group, mode) + _ln_choose(whole - group, drawn - mode) - _ln_choose(whole, drawn)
    )
    passed = peak
    while passed <= chance and (below > low or above < high):
        if below > low:
            chance_below *= below * (whole - group - drawn + below) / ((group - below + 1) * (drawn - below + 1))
            below -= 1
            passed += chance_below
            if passed > chance:
                return below
        if above < high:
            chance_above *= (group - above) * (drawn - above) / ((above + 1) * (whole - group - drawn + above + 1))
            above += 1
            passed += chance_above
            if passed > chance:
                return above
    return mode


def _ln_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
