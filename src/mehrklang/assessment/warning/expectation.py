"""What the earlier points let expect for the newest one: a prediction interval of the segment's own model.

Model: a level, from six earlier points on a straight line in time, fitted with weights 1 : variance where the counts
are known. All variances are multiplied by the dispersion φ = max(1, (4 + χ²) : (4 + df)): four prior points hold that
the counts explain the scatter, the earlier points may say otherwise. Where no counts are known the scatter itself is
the variance. The newest point then is t-distributed with df (+ 4) degrees of freedom: t = (y − ŷ) : √(φ (v + Var ŷ)).
Sources: Farrington, C. P. et al. (1996): A statistical algorithm for the early detection of outbreaks. Journal of the
Royal Statistical Society A 159, 547–563; Noufaily, A. et al. (2013): An improved algorithm for outbreak detection.
Statistics in Medicine 32, 1206–1222; the prior points: Smyth, G. K. (2004): Linear models and empirical Bayes methods.
Statistical Applications in Genetics and Molecular Biology 3, 3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from operator import mul

from mehrklang.assessment.warning.scale import Scaled
from mehrklang.indicators.uncertainty.student import t_quantile, t_within

FEWEST_EARLIER = 4
LINE_FROM = 6
PRIOR = 4


@dataclass(frozen=True, slots=True)
class Expectation:
    """Where the newest point is expected, on its scale: centre, standard error, degrees of freedom; its distance t."""

    centre: float
    error: float
    freedom: int
    distance: float

    @property
    def chance(self) -> float:
        """How often a point this far away, or farther, comes about without any change."""
        return 1 - t_within(abs(self.distance), self.freedom)

    def limits(self, chance: float) -> tuple[float, float]:
        """The limits that a point leaves so often without any change."""
        reach = t_quantile(1 - chance / 2, self.freedom) * self.error
        return self.centre - reach, self.centre + reach


def expectation(years: Sequence[int], points: Sequence[Scaled]) -> Expectation | None:
    """Of the newest point by the earlier ones; None with fewer than four of them, or where they are all exactly equal.

    >>> from mehrklang.assessment.warning.scale import plain
    >>> found = expectation(range(2018, 2023), [plain(number) for number in (10, 12, 11, 11, 20)])
    >>> found.centre, round(found.distance, 2), round(found.chance, 4)
    (11.0, 9.86, 0.0022)
    """
    earlier, newest = points[:-1], points[-1]
    if len(earlier) < FEWEST_EARLIER:
        return None
    counted = newest.variance > 0
    fit = _fit(years, earlier, years[-1], counted=counted)
    dispersion, freedom = _dispersion(fit.scatter, len(earlier) - 1 - fit.sloped, counted=counted)
    variance = dispersion * ((newest.variance if counted else 1.0) + fit.variance)
    if variance <= 0:
        return None
    error = sqrt(variance)
    return Expectation(fit.centre, error, freedom, (newest.value - fit.centre) / error)


@dataclass(frozen=True, slots=True)
class _Fit:
    """The expected value of the newest year with its variance (φ = 1), the weighted scatter, whether it has a slope."""

    centre: float
    variance: float
    scatter: float
    sloped: bool


def _fit(years: Sequence[int], earlier: Sequence[Scaled], newest: int, *, counted: bool) -> _Fit:
    weights = [1 / point.variance for point in earlier] if counted else [1.0] * len(earlier)
    whole = sum(weights)
    middle = sum(map(mul, weights, years)) / whole
    level = sum([weight * point.value for weight, point in zip(weights, earlier, strict=True)]) / whole
    residuals = [point.value - level for point in earlier]
    if len(earlier) < LINE_FROM:
        return _Fit(level, 1 / whole, sum([w * r * r for w, r in zip(weights, residuals, strict=True)]), sloped=False)
    offsets = [year - middle for year in years[: len(earlier)]]
    spread = sum([w * x * x for w, x in zip(weights, offsets, strict=True)])
    rise = sum([w * x * r for w, x, r in zip(weights, offsets, residuals, strict=True)]) / spread
    scatter = sum([w * (r - rise * x) ** 2 for w, x, r in zip(weights, offsets, residuals, strict=True)])
    ahead = newest - middle
    return _Fit(level + rise * ahead, 1 / whole + ahead * ahead / spread, scatter, sloped=True)


def _dispersion(scatter: float, freedom: int, *, counted: bool) -> tuple[float, int]:
    """φ and the degrees of freedom that it rests on."""
    if not counted:
        return scatter / freedom, freedom
    return max(1.0, (PRIOR + scatter) / (PRIOR + freedom)), PRIOR + freedom
