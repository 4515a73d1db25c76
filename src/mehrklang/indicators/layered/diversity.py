"""DIVERSITY (Vielfalt) bound by a definition: one layer per category; Simpson in per cent, Shannon from 0 to 100.

Formulas and source: `segregation.diversity`. Interval by the delta method: Simpson V = 4 (Σ p³ − (Σ p²)²) : N, Shannon
V = (Σ p ln² p − (Σ p ln p)²) : (N ln² K). Source of the first: Simpson (1949), of the second: Basharin, G. P. (1959):
On a statistical estimate for the entropy of a sequence of independent random variables. Theory of Probability and its
Applications 4, 333–336. Rounding: every category between its bounds.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from math import log, sqrt

from mehrklang.indicators.composition.exact import known
from mehrklang.indicators.count import count
from mehrklang.indicators.interval import IntervalMethod
from mehrklang.indicators.layered.parts import LayerParts
from mehrklang.indicators.made import Made, below_floor, bounds_of, rounded, small
from mehrklang.indicators.part import EXACT, Outcome, Part
from mehrklang.indicators.segregation.diversity import shannon, simpson
from mehrklang.indicators.signs import carry, obstacle
from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.normal import Z, decimal
from mehrklang.indicators.uncertainty.rounding import Bounds, together
from mehrklang.indicators.uncertainty.spread import Spread, by_chance
from mehrklang.indicators.value import Constituent
from mehrklang.vocabulary import Figure, Reason, Sign

FINENESS = "Hängt davon ab, wie fein die Quelle unterteilt: nur Gebiete und Jahre mit denselben Gruppen vergleichen."
_ONE, _HUNDRED = Decimal(1), Decimal(100)


def mixed_by_simpson(layers: Sequence[LayerParts]) -> Made:
    """The chance in per cent that two residents belong to different categories.

    >>> from mehrklang.catalogue import Layer
    >>> two = [LayerParts(Layer(name, ()), Part(Figure.of(2))) for name in ("a", "b")]
    >>> round(mixed_by_simpson(two).outcome.figure.number, 4), mixed_by_shannon(two).outcome.figure.number
    (Decimal('66.6667'), Decimal('100.0'))
    """
    return _made(layers, _simpson, _simpson_variance, _simpson_bounds)


def mixed_by_shannon(layers: Sequence[LayerParts]) -> Made:
    """The evenness of the categories, from 0 (one) to 100 (all of equal size)."""
    return _made(layers, _shannon, _shannon_variance, _shannon_bounds)


def _made(
    layers: Sequence[LayerParts],
    compute: Callable[[list[int]], Decimal],
    variance: Callable[[list[int]], float],
    bounds: Callable[[list[Bounds]], Bounds],
) -> Made:
    parts = [each.numerator for each in layers]
    constituents = tuple(Constituent(each.layer.name, each.numerator.figure) for each in layers)
    everybody = count(parts).figure
    barred = obstacle(*(part.figure for part in parts)) or _too_few(parts)
    if barred:
        return Made(Outcome(barred), Spread(), constituents, denominator=everybody)
    counts = [int(known(part.figure)) for part in parts]
    number = compute(counts)
    spread = rounded(parts, lambda: _clipped(bounds([bounds_of(part) for part in parts]))) or _by_chance(
        number, variance(counts)
    )
    figure = carry(number, *(part.figure for part in parts))
    return Made(Outcome(figure, "", (FINENESS, *small(parts))), spread, constituents, denominator=everybody)


def _too_few(parts: Sequence[Part]) -> Figure | None:
    """Nobody to compare with, or a base below the floor."""
    if sum(known(part.figure) for part in parts) < 2:
        return Figure.signed(Sign.BLOCKED, Reason.DENOMINATOR_ZERO)
    return below_floor(parts)


def _by_chance(number: Decimal, variance: float) -> Spread:
    half = 100 * Z * sqrt(max(variance, 0.0))
    limits = Limits(max(float(number) - half, 0.0), min(float(number) + half, 100.0))
    return by_chance(limits, IntervalMethod.DELTA)


def _simpson(counts: list[int]) -> Decimal:
    found = simpson(counts)
    return EXACT.divide(Decimal(100 * found.numerator), Decimal(found.denominator))


def _shannon(counts: list[int]) -> Decimal:
    return decimal(100 * shannon(counts))


def _simpson_variance(counts: list[int]) -> float:
    whole = sum(counts)
    shares = [number / whole for number in counts]
    return 4 * (sum(p**3 for p in shares) - sum(p**2 for p in shares) ** 2) / whole


def _shannon_variance(counts: list[int]) -> float:
    whole = sum(counts)
    shares = [number / whole for number in counts if number]
    mean = sum(p * log(p) for p in shares)
    return (sum(p * log(p) ** 2 for p in shares) - mean**2) / (whole * log(len(counts)) ** 2)


def _simpson_bounds(categories: list[Bounds]) -> Bounds:
    whole = together(categories)
    alike = together(Bounds(_pairs(each.lower), _pairs(each.upper)) for each in categories)
    chance = alike.over(Bounds(_pairs(whole.lower), _pairs(whole.upper)))
    upper = _ONE if chance is None else chance.upper
    lower = Decimal(0) if chance is None else chance.lower
    return Bounds(_HUNDRED * (_ONE - upper), _HUNDRED * (_ONE - lower))


def _pairs(number: Decimal) -> Decimal:
    return max(EXACT.multiply(number, number - 1), Decimal(0))


def _shannon_bounds(categories: list[Bounds]) -> Bounds:
    """ln N − Σ n ln n : N, both ends by interval arithmetic."""
    whole = together(categories)
    if whole.lower <= 1:
        return Bounds(Decimal(0), _HUNDRED)
    weighted = together(Bounds(_n_ln_n(each.lower), _n_ln_n(each.upper)) for each in categories)
    inside = weighted.over(whole)
    assert inside is not None  # nobody is less than nobody, and somebody is there
    finest = EXACT.ln(Decimal(len(categories)))
    lower = EXACT.divide(EXACT.subtract(EXACT.ln(whole.lower), inside.upper), finest)
    upper = EXACT.divide(EXACT.subtract(EXACT.ln(whole.upper), inside.lower), finest)
    return Bounds(_HUNDRED * lower, _HUNDRED * upper)


def _n_ln_n(number: Decimal) -> Decimal:
    return Decimal(0) if number <= 1 else EXACT.multiply(number, EXACT.ln(number))


def _clipped(bounds: Bounds) -> Bounds:
    return Bounds(max(bounds.lower, Decimal(0)), min(bounds.upper, _HUNDRED))
