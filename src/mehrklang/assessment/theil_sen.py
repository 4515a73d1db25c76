"""The slope of a series by Theil and Sen: the median of the slopes of all pairs of points.

A single outlier does not move it. Source: Sen, P. K. (1968): Estimates of the regression coefficient based on Kendall's
tau. Journal of the American Statistical Association 63, 1379–1389.
"""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from statistics import median


def slope(points: Mapping[int, Decimal]) -> Fraction:
    """The slope per year of values by year, exact; at least two points.

    The slopes of the pairs 1→2, 1→3 and 2→3 are here 1, 2 and 3:

    >>> slope({2019: Decimal(1), 2020: Decimal(2), 2021: Decimal(5)})
    Fraction(2, 1)
    """
    pairs = combinations(sorted(points.items()), 2)
    return median((Fraction(later) - Fraction(earlier)) / (year - before) for (before, earlier), (year, later) in pairs)
