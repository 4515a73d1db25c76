"""The test of Mann and Kendall: could a series rise or fall as steadily as this one without any direction?

S counts the pairs that rise minus the pairs that fall. Without a direction every order of the same values is equally
likely; how many orders have which S is counted exactly, ties included, for any length: no approximation is needed.
Sources: Mann, H. B. (1945): Nonparametric tests against trend. Econometrica 13, 245–259; Kendall, M. G. (1975): Rank
correlation methods. The counting: inversions of the orders of a multiset are counted by its Gaussian multinomial
coefficient (Stanley, R. P.: Enumerative Combinatorics I, section 1.7).
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import combinations


def steadiness(values: Sequence[Decimal]) -> int:
    """S: pairs that rise minus pairs that fall, in order of time.

    >>> steadiness([Decimal(1), Decimal(3), Decimal(2), Decimal(4)])
    4
    """
    return sum((later > earlier) - (later < earlier) for earlier, later in combinations(values, 2))


def probability(values: Sequence[Decimal]) -> Fraction:
    """The share of all orders of these values that are at least as steady, in either direction (two-sided p-value).

    Of the 24 orders of four values only the two monotonous ones are as steady as a monotonous one:

    >>> probability([Decimal(1), Decimal(2), Decimal(3), Decimal(4)])
    Fraction(1, 12)
    """
    return chance(tuple(sorted(Counter(values).values())), abs(steadiness(values)))


@lru_cache(maxsize=65_536)
def chance(ties: tuple[int, ...], steady: int) -> Fraction:
    """The share of all orders of values with these multiplicities whose S is at least `steady`, in either direction."""
    orders = _orders_by_falling_pairs(ties)
    unequal_pairs = len(orders) - 1
    as_steady = sum(count for falling, count in enumerate(orders) if abs(unequal_pairs - 2 * falling) >= steady)
    return Fraction(as_steady, sum(orders))


@lru_cache(maxsize=256)
def smallest_unusual(points: int, highest: Fraction) -> int | None:
    """The smallest S of different values that at most `highest` of all orders reach; None where none is so rare.

    >>> smallest_unusual(5, Fraction(1, 10)), smallest_unusual(3, Fraction(1, 10))
    (8, None)
    """
    pairs = points * (points - 1) // 2
    unusual = (steady for steady in range(pairs % 2, pairs + 1, 2) if chance((1,) * points, steady) <= highest)
    return next(unusual, None)


@lru_cache(maxsize=256)
def _orders_by_falling_pairs(ties: tuple[int, ...]) -> tuple[int, ...]:
    """Position i: how many different orders of values with these multiplicities have i falling pairs.

    The groups of equal values are put among the smaller ones one after the other.
    """
    orders: tuple[int, ...] = (1,)
    placed = 0
    for tie in ties:
        orders = _times(orders, _ways(tie, placed))
        placed += tie
    return orders


@lru_cache(maxsize=4096)
def _ways(equal: int, others: int) -> tuple[int, ...]:
    """Position i: in how many ways `equal` equal values can stand among `others` so that i pairs fall.

    Either one of them stands before all others (others · falling pairs, one value less), or none does (one of the
    others less): the recursion of the Gaussian binomial coefficient.
    """
    if equal == 0 or others == 0:
        return (1,)
    before_all = (0,) * others + _ways(equal - 1, others)
    behind_one = _ways(equal, others - 1)
    return tuple(
        a + (behind_one[position] if position < len(behind_one) else 0) for position, a in enumerate(before_all)
    )


def _times(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...]:
    product = [0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            product[i + j] += a * b
    return tuple(product)
