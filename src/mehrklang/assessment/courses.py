"""The courses of many segments at once, digit by digit those of `course`.

The slopes of all pairs are put in order as floats, many series in one array. Floats that lie too close to be trusted
form a run; what is told stands at a few places of the order, and only the runs there are put in order exactly, as whole
numbers. Between true and computed slope lie at most 6 · 2⁻⁵³ times the greatest value (Higham, N. J. (2002): Accuracy
and Stability of Numerical Algorithms, section 2.2), so two slopes farther apart than twice that stand in the right
order. A series whose values floats cannot tell apart goes the exact way from the start.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from math import lcm

import numpy as np
from numpy.typing import NDArray

from mehrklang.assessment.direction import HIGHEST_CHANCE, Course, course, movement
from mehrklang.assessment.mann_kendall import chance, smallest_unusual
from mehrklang.assessment.points import Points

_DOUBT = 2.0**-49
"""Sixteen times the unit roundoff: in relation to the greatest value, a difference that floats can be trusted with."""


def courses(segments: Sequence[Points]) -> list[Course]:
    """The course of every segment, each of at least five points, in their order.

    >>> rising = Points((2019, 2020, 2021, 2022, 2023), (1, 2, 3, 4, 9), 0)
    >>> courses([rising]) == [course(rising)]
    True
    """
    found: dict[int, Course] = {}
    for years in {segment.years for segment in segments}:
        places = [at for at, segment in enumerate(segments) if segment.years == years]
        found.update(zip(places, _together(years, [segments[at] for at in places]), strict=True))
    return [found[at] for at in range(len(segments))]


def _together(years: tuple[int, ...], segments: Sequence[Points]) -> Iterator[Course]:
    """Segments of the same years."""
    shape = _Shape.of(years)
    values = np.array([[float(number) for number in segment.scaled] for segment in segments])
    doubt = _DOUBT * np.abs(values).max(axis=1)[:, None]
    rises = values[:, shape.later] - values[:, shape.earlier]
    unsure = ((rises != 0) & (np.abs(rises) <= doubt)).any(axis=1)
    different = 1 + np.count_nonzero(np.diff(np.sort(values, axis=1), axis=1), axis=1)
    steady = np.sign(rises).astype(np.int64).sum(axis=1)
    slopes = rises / shape.distances
    order = np.argsort(slopes, axis=1)
    starts, ends = _runs(np.take_along_axis(slopes, order, axis=1), shape.asked, doubt)
    rows = (each.tolist() for each in (unsure, different, steady, order, starts, ends))
    for segment, doubtful, distinct, score, ordered, start, end in zip(segments, *rows, strict=True):
        ties = segment.ties
        if doubtful or len(ties) != distinct:
            yield course(segment)
        else:
            told = [
                _exact(segment, shape, ordered[first:last], place - first)
                for place, first, last in zip(shape.asked, start, end, strict=True)
            ]
            yield _course(told, shape.common * segment.scale, score, chance(ties, abs(score)))


def _runs(ordered: NDArray[np.float64], asked: list[int], doubt: NDArray[np.float64]) -> list[NDArray[np.int64]]:
    """Where the runs that hold the places asked for start, and where they end (exclusive)."""
    apart = np.diff(ordered, axis=1) > doubt
    length = ordered.shape[1]
    border = np.ones((len(ordered), 1), dtype=bool)
    at = np.arange(length)
    first = np.maximum.accumulate(np.where(np.hstack([border, apart]), at, 0), axis=1)
    closing = np.where(np.hstack([apart, border]), at + 1, length)
    last = np.minimum.accumulate(closing[:, ::-1], axis=1)[:, ::-1]
    return [first[:, asked], last[:, asked]]


def _exact(segment: Points, shape: "_Shape", run: Sequence[int], place: int) -> int:
    """The slope at a place of a run, times the common denominator."""
    values = segment.scaled
    slopes = [
        (values[later] - values[earlier]) * weight for earlier, later, weight in (shape.pairs[pair] for pair in run)
    ]
    return sorted(slopes)[place] if len(slopes) > 1 else slopes[0]


def _course(told: Sequence[int], denominator: int, steady: int, likely: Fraction) -> Course:
    """From the slopes at lower limit, middle (twice), upper limit."""
    lower, low_middle, high_middle, upper = told
    slope = Fraction(low_middle + high_middle, 2 * denominator)
    limits = Fraction(lower, denominator), Fraction(upper, denominator)
    return Course(slope, *limits, likely, movement(slope, steady, likely))


@dataclass(frozen=True, slots=True)
class _Shape:
    """What all segments of the same years have in common.

    `pairs` are places of the earlier and later point, and by what their rise is multiplied so that all slopes have the
    denominator `common`; `asked` are the places of the ordered slopes that a course is told from.
    """

    earlier: NDArray[np.int64]
    later: NDArray[np.int64]
    distances: NDArray[np.int64]
    pairs: tuple[tuple[int, int, int], ...]
    common: int
    asked: list[int]

    @staticmethod
    @lru_cache(maxsize=64)
    def of(years: tuple[int, ...]) -> "_Shape":
        """Of ascending years."""
        common = lcm(*range(1, years[-1] - years[0] + 1))
        pairs = tuple((a, b, common // (years[b] - years[a])) for a, b in combinations(range(len(years)), 2))
        earlier, later, _ = np.array([(a, b, 0) for a, b, _ in pairs]).T
        distances = np.array(years)[later] - np.array(years)[earlier]
        return _Shape(earlier, later, distances, pairs, common, _asked(len(years)))


def _asked(points: int) -> list[int]:
    slopes = points * (points - 1) // 2
    unusual = smallest_unusual(points, HIGHEST_CHANCE)
    assert unusual is not None  # of five points and more some order is unusual
    outside = (slopes - unusual) // 2
    return [outside, (slopes - 1) // 2, slopes // 2, slopes - 1 - outside]
