"""DISSIMILARITY (Segregationsindex D): which share of a group would have to move for both to be spread alike.

Formula: D = ½ Σ |aᵢ : A − bᵢ : B|, a the group, b everybody else, from 0 to 1. With small areas D is above 0 even where
everybody is placed by chance; that expectation is computed exactly (mean deviation of the hypergeometric distribution)
and D is reported beside (D − E) : (1 − E). Sources: Duncan, O. D.; Duncan, B. (1955): A methodological analysis of
segregation indexes. American Sociological Review 20, 210–217; Carrington, W. J.; Troske, K. R. (1997): On measuring
segregation in samples with small units. Journal of Business & Economic Statistics 15, 402–409; the mean deviation:
Diaconis, P.; Zabell, S. (1991): Closed form summation for classical distributions. Statistical Science 6, 284–302.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import exp, lgamma


def dissimilarity(counts: Sequence[tuple[int, int]]) -> Fraction:
    """Of pairs (group, everybody) per area; both the group and the others have members.

    Two areas of ten persons, all of the group in one of them:

    >>> dissimilarity([(4, 10), (0, 10)])
    Fraction(5, 8)
    """
    group, others = _totals(counts)
    return sum((abs(Fraction(a, group) - Fraction(n - a, others)) for a, n in counts), Fraction(0)) / 2


def expected_dissimilarity(counts: Sequence[tuple[int, int]]) -> float:
    """D that is to be expected if the group were placed by chance on the residents of all areas.

    >>> round(expected_dissimilarity([(4, 10), (0, 10)]), 4)
    0.209
    """
    group, others = _totals(counts)
    whole = group + others
    deviation = sum(_mean_deviation(n, group, whole) for _, n in counts)
    return deviation * (1 / group + 1 / others) / 2


def _totals(counts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    group = sum(a for a, _ in counts)
    return group, sum(n for _, n in counts) - group


def _mean_deviation(drawn: int, group: int, whole: int) -> float:
    """E|X − E X| of the number of group members among `drawn` of `whole` residents.

    It is 2 · x (others − drawn + x) : whole · P(X = x), where x is the smallest number above the mean.
    """
    x = drawn * group // whole + 1
    others = whole - group
    if x > min(drawn, group):
        return 0.0
    chance = exp(_ln_choose(group, x) + _ln_choose(others, drawn - x) - _ln_choose(whole, drawn))
    return 2 * x * (others - drawn + x) / whole * chance


def _ln_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
