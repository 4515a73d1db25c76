"""The slope of a series by Theil and Sen: the median of the slopes of all pairs of points, and its interval.

A single outlier does not move it. Sources: Theil, H. (1950): A rank-invariant method of linear and polynomial
regression analysis. Proceedings KNAW 53, 386–392; Sen, P. K. (1968): Estimates of the regression coefficient based on
Kendall's tau. Journal of the American Statistical Association 63, 1379–1389.
All slopes are whole numbers over one denominator: exact, and many times faster than fractions.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm


@dataclass(frozen=True, slots=True)
class PairSlopes:
    """The slopes of all pairs in ascending order, each times `denominator`, whole numbers.

    The slopes of the pairs 1→2, 1→3 and 2→3 are here 1, 2 and 3:

    >>> PairSlopes.of((2019, 2020, 2021), (1, 2, 5), scale=1)
    PairSlopes(sorted=(2, 4, 6), denominator=2)
    """

    sorted: tuple[int, ...]
    denominator: int

    @classmethod
    def of(cls, years: Sequence[int], scaled: Sequence[int], *, scale: int) -> "PairSlopes":
        """Of values times `scale` in ascending years; at least two points."""
        weights, common = _weights(years[-1] - years[0])
        slopes: list[int] = []
        for at, (year, value) in enumerate(zip(years, scaled, strict=True), start=1):
            slopes += [
                (later - value) * weights[then - year] for later, then in zip(scaled[at:], years[at:], strict=True)
            ]
        slopes.sort()
        return cls(tuple(slopes), common * scale)

    @property
    def median(self) -> Fraction:
        """The slope by Theil and Sen, per year."""
        middle = len(self.sorted) // 2
        if len(self.sorted) % 2:
            return Fraction(self.sorted[middle], self.denominator)
        return Fraction(self.sorted[middle - 1] + self.sorted[middle], 2 * self.denominator)

    @property
    def steadiness(self) -> int:
        """Rising minus falling pairs, the S of Mann and Kendall."""
        return len(self.sorted) - bisect_right(self.sorted, 0) - bisect_left(self.sorted, 0)

    def between(self, outside: int) -> tuple[Fraction, Fraction]:
        """The limits that leave so many slopes outside on either side."""
        return (
            Fraction(self.sorted[outside], self.denominator),
            Fraction(self.sorted[-1 - outside], self.denominator),
        )


@lru_cache(maxsize=256)
def _weights(span: int) -> tuple[tuple[int, ...], int]:
    """A common denominator of all distances up to span, and by what a difference over a distance is multiplied."""
    common = lcm(*range(1, span + 1))
    return (0, *(common // distance for distance in range(1, span + 1))), common
