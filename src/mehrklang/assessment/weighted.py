"""Weighted regression of a share on time, where the counts behind it are known.

Each year weighs n : (p (1 − p)), so that a year with few persons says little. If the points scatter more than their
counts explain, all variances are multiplied by φ = max(1, χ² : (m − 2)). Limits by Student's t with m − 2 degrees of
freedom, 90 of 100 as with the trend. Source: McCullagh, P.; Nelder, J. A. (1989): Generalized Linear Models, section
4.5 (overdispersion); Cochran, W. G. (1954): Some methods for strengthening the common χ² tests. Biometrics 10, 417–451.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from mehrklang.indicators import IndicatorValue, Interval, IntervalMethod
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.indicators.uncertainty.student import t_quantile
from mehrklang.vocabulary import Unit

SLOPE_LEVEL = Decimal("0.90")
"""Of the interval of a slope: what lies outside is as rare as the trend's test asks."""


_OF_SHARES = frozenset({IntervalMethod.WILSON, IntervalMethod.CLOPPER_PEARSON})


@dataclass(frozen=True, slots=True)
class Counted:
    """One year's share with its counts."""

    year: int
    cases: float
    base: float


@dataclass(frozen=True, slots=True)
class WeightedSlope:
    """The slope in percentage points per year with its interval, and φ: 1 where the counts explain the scatter."""

    slope: Decimal
    interval: Interval
    dispersion: Decimal

    @property
    def reliable(self) -> bool:
        """Whether the limits leave out zero."""
        return not self.interval.contains(Decimal(0))


def weighted_slope(counted: Sequence[Counted]) -> WeightedSlope:
    """Of at least three different years.

    >>> rising = [Counted(2019 + at, 100 + 10 * at, 1000) for at in range(6)]
    >>> round(weighted_slope(rising).slope, 6), weighted_slope(rising).reliable
    (Decimal('1.000000'), True)
    """
    weights = [_weight(each) for each in counted]
    shares = [100 * each.cases / each.base for each in counted]
    whole = sum(weights)
    year = sum(weight * each.year for weight, each in zip(weights, counted, strict=True)) / whole
    level = sum(weight * share for weight, share in zip(weights, shares, strict=True)) / whole
    rows = [
        (weight, each.year - year, share - level) for weight, each, share in zip(weights, counted, shares, strict=True)
    ]
    spread = sum(weight * x * x for weight, x, _ in rows)
    slope = sum(weight * x * y for weight, x, y in rows) / spread
    scatter = sum(weight * (y - slope * x) ** 2 for weight, x, y in rows)
    dispersion = max(1.0, scatter / (len(rows) - 2))
    reach = t_quantile((1 + float(SLOPE_LEVEL)) / 2, len(rows) - 2) * sqrt(dispersion / spread)
    limits = Interval(decimal(slope - reach), decimal(slope + reach), IntervalMethod.REGRESSION, SLOPE_LEVEL)
    return WeightedSlope(decimal(slope), limits, decimal(dispersion))


def counted(values: Sequence[IndicatorValue]) -> tuple[Counted, ...] | None:
    """The counts behind own shares; None where one is not known, or the values are not shares of own counts."""
    found = [
        Counted(value.period.year, float(value.numerator.number), float(value.denominator.number))
        for value in values
        if value.unit is Unit.PERCENT
        and value.interval is not None
        and value.interval.method in _OF_SHARES
        and value.numerator is not None
        and value.denominator is not None
        and value.numerator.number is not None
        and value.denominator.number is not None
    ]
    return tuple(found) if len(found) == len(values) else None


def _weight(each: Counted) -> float:
    """1 : variance of the share in per cent; half a case is added on either side, so that no share is 0 or 100."""
    share = (each.cases + 0.5) / (each.base + 1)
    return each.base / (10_000 * share * (1 - share))
