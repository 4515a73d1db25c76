"""Stabilised estimates of small areas from a sample: Fay and Herriot's model, where sampling variances are known.

Direct estimate yᵢ = xᵢ'β + uᵢ + eᵢ with known sampling variance ψᵢ of eᵢ and variance A of the area effects uᵢ. The
empirical best linear predictor is γᵢ yᵢ + (1 − γᵢ) xᵢ'b, γᵢ = A : (A + ψᵢ), b by weighted least squares; A by
restricted maximum likelihood (Fisher scoring, not below 0). Mean squared error by Prasad and Rao for that A: g₁ + g₂ +
2 g₃. Always beside the direct estimate and labelled. Sources: Fay, R. E.; Herriot, R. A. (1979): Estimates of income
for small places. Journal of the American Statistical Association 74, 269–277; Prasad, N. G. N.; Rao, J. N. K. (1990):
The estimation of the mean squared error of small-area estimators. Ibid. 85, 163–171; Rao, J. N. K.; Molina, I. (2015):
Small Area Estimation, 2nd edition, ch. 6.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from mehrklang.assessment.small_areas.linear import Matrix, inverse, product, transposed
from mehrklang.indicators import Interval, IntervalMethod
from mehrklang.indicators.uncertainty.normal import Z, decimal
from mehrklang.vocabulary import Figure

STEPS, PRECISE = 100, 1e-10


@dataclass(frozen=True, slots=True)
class Sampled:
    """One area: its direct estimate with its sampling variance (positive), and what is known of it besides (constant
    excluded; as many numbers in every area)."""

    area: str
    direct: Decimal
    variance: Decimal
    known: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The direct estimate and the stabilised one beside it, with interval; `own` is the weight of the area's own
    estimate, from 0 to 1, `error` the mean squared error."""

    area: str
    direct: Figure
    stabilised: Figure
    interval: Interval
    own: Decimal
    error: Decimal


@dataclass(frozen=True, slots=True)
class _Model:
    """Design, variances, the variance of the area effects with its own variance, coefficients and their covariance."""

    design: Matrix
    variances: list[float]
    between: float
    between_variance: float
    coefficients: list[float]
    covariance: Matrix


def fay_herriot(areas: Sequence[Sampled]) -> tuple[Composed, ...]:
    """Of at least two areas more than coefficients; ValueError for fewer or for a variance that is not positive.

    >>> sampled = [(40, 4), (44, 4), (60, 4), (20, 100)]
    >>> places = [Sampled(str(at), Decimal(value), Decimal(variance)) for at, (value, variance) in enumerate(sampled)]
    >>> [float(round(each.stabilised.number, 1)) for each in fay_herriot(places)]
    [40.1, 44.0, 59.7, 27.8]
    """
    design = [[1.0, *(float(each) for each in area.known)] for area in areas]
    if not areas or len(areas) < len(design[0]) + 2:
        raise ValueError("too few areas for the model")
    if any(area.variance <= 0 for area in areas):
        raise ValueError("a sampling variance must be positive")
    model = _fitted(design, [float(area.direct) for area in areas], [float(area.variance) for area in areas])
    return tuple(_composed(area, at, model) for at, area in enumerate(areas))


def _fitted(design: Matrix, direct: list[float], variances: list[float]) -> _Model:
    between = sorted(variances)[len(variances) // 2]
    for _ in range(STEPS):
        score, information = _score(design, direct, variances, between)
        step = score / information
        between = max(between + step, 0.0)
        settled = abs(step) <= PRECISE * max(between, PRECISE)
        if settled or (between == 0.0 and step < 0):
            break
    coefficients, covariance = _coefficients(design, direct, variances, between)
    return _Model(design, variances, between, 1 / _information(variances, between), coefficients, covariance)


def _score(design: Matrix, direct: list[float], variances: list[float], between: float) -> tuple[float, float]:
    """First derivative of the restricted likelihood in A, and its expected second one.

    With P = V⁻¹ − V⁻¹X(X'V⁻¹X)⁻¹X'V⁻¹: −½ tr P + ½ y'PPy, and ½ tr PP.
    """
    weights = [1 / (between + variance) for variance in variances]
    coefficients, covariance = _coefficients(design, direct, variances, between)
    residuals = [y - _fit(row, coefficients) for y, row in zip(direct, design, strict=True)]
    leverages = [_quadratic(row, covariance) for row in design]
    trace = sum(w - w * w * h for w, h in zip(weights, leverages, strict=True))
    squares = sum((w * r) ** 2 for w, r in zip(weights, residuals, strict=True))
    return (squares - trace) / 2, _trace_of_square(design, weights, covariance, leverages) / 2


def _trace_of_square(design: Matrix, weights: list[float], covariance: Matrix, leverages: list[float]) -> float:
    """tr PP = Σ wᵢ² − 2 Σ wᵢ³ hᵢ + tr (C B C B) with C the covariance and B = X'W²X."""
    width = len(design[0])
    inner = [
        [sum(w * w * row[a] * row[b] for w, row in zip(weights, design, strict=True)) for b in range(width)]
        for a in range(width)
    ]
    both = product(covariance, inner)
    crossed = product(both, both)
    own = sum(w * w - 2 * w**3 * h for w, h in zip(weights, leverages, strict=True))
    return own + sum(crossed[at][at] for at in range(width))


def _coefficients(
    design: Matrix, direct: list[float], variances: list[float], between: float
) -> tuple[list[float], Matrix]:
    """b = (X'WX)⁻¹ X'Wy and its covariance (X'WX)⁻¹."""
    weights = [1 / (between + variance) for variance in variances]
    weighted = [[w * x for x in row] for w, row in zip(weights, design, strict=True)]
    covariance = inverse(product(transposed(weighted), design))
    right = product(transposed(weighted), [[y] for y in direct])
    return [row[0] for row in product(covariance, right)], covariance


def _information(variances: list[float], between: float) -> float:
    """½ Σ (A + ψᵢ)⁻²: what g₃ takes for the information about A (Prasad and Rao)."""
    return sum(1 / (between + variance) ** 2 for variance in variances) / 2


def _composed(area: Sampled, at: int, model: _Model) -> Composed:
    variance, row = model.variances[at], model.design[at]
    own = model.between / (model.between + variance)
    number = own * float(area.direct) + (1 - own) * _fit(row, model.coefficients)
    g1 = own * variance
    g2 = (1 - own) ** 2 * _quadratic(row, model.covariance)
    g3 = variance**2 / (model.between + variance) ** 3 * model.between_variance
    error = g1 + g2 + 2 * g3
    half = Z * sqrt(error)
    return Composed(
        area.area,
        Figure.of(area.direct),
        Figure.of(decimal(round(number, 12))),
        Interval(decimal(number - half), decimal(number + half), IntervalMethod.MODEL),
        decimal(own),
        decimal(error),
    )


def _fit(row: Sequence[float], coefficients: Sequence[float]) -> float:
    return sum(x * b for x, b in zip(row, coefficients, strict=True))


def _quadratic(row: Sequence[float], matrix: Matrix) -> float:
    return sum(a * matrix[i][j] * b for i, a in enumerate(row) for j, b in enumerate(row))
