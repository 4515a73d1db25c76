"""Whether neighbouring years hang together beyond the trend itself: the autocorrelation of the residuals.

Formula: r = Σ eₜ · eₜ₊₁ : Σ eₜ², with the residuals e from the line through the middle (Theil–Sen slope, median level),
for neighbouring years only. Without any dependence r lies around −1 : n with a standard error of about 1 : √n; it is
told from 1.645 standard errors above that on (5 of 100 by chance). Sources: Yue, S. et al. (2002): The influence of
autocorrelation on the ability to detect trend in hydrological series. Hydrological Processes 16, 1807–1829; Bartlett,
M. S. (1946): On the theoretical specification and sampling properties of autocorrelated time-series. Supplement to the
Journal of the Royal Statistical Society 8, 27–41.
"""

from fractions import Fraction
from math import sqrt
from statistics import median

from mehrklang.assessment.points import Points

_TOLD_FROM = 1.645


def autocorrelation(points: Points, slope: Fraction) -> float | None:
    """r; None where all points lie on the line or no two years are neighbours.

    >>> straight = Points((2019, 2020, 2021, 2022), (1, 2, 3, 4), 0)
    >>> autocorrelation(straight, Fraction(1)) is None
    True
    >>> waves = Points((2019, 2020, 2021, 2022, 2023, 2024), (1, 1, 1, 3, 3, 3), 0)
    >>> autocorrelation(waves, Fraction(0))
    0.5
    """
    numbers = [
        Fraction(number, points.scale) - slope * year for year, number in zip(points.years, points.scaled, strict=True)
    ]
    middle = median(numbers)
    residuals = {year: float(number - middle) for year, number in zip(points.years, numbers, strict=True)}
    squares = sum(each * each for each in residuals.values())
    products = [each * residuals[year + 1] for year, each in residuals.items() if year + 1 in residuals]
    return sum(products) / squares if squares and products else None


def hangs_together(found: float, points: int) -> bool:
    """Whether chance rarely makes neighbouring years so alike.

    >>> hangs_together(0.5, 6), hangs_together(0.6, 10)
    (False, True)
    """
    return found + 1 / points > _TOLD_FROM / sqrt(points)
