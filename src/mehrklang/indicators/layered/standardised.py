"""STANDARDISED RATE (standardisierte Rate), direct and indirect, with its interval.

Formulas and source of the rates: `composition.standardised`. Interval of the direct one: rate + √(V : O) · (limit − O),
O cases in all, V = Σ (Sᵢ : (nᵢ ΣS))² cᵢ, limits of O by Garwood. Source: Dobson, A. J.; Kuulasmaa, K.; Eberle, E.;
Scherer, J. (1991): Confidence intervals for weighted sums of Poisson parameters. Statistics in Medicine 10, 457–462.
Without a case the upper limit is that of O times the greatest weight. Interval of the indirect one: Garwood's of the
observed cases in the same proportion.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import sqrt

from mehrklang.indicators.composition.exact import known
from mehrklang.indicators.composition.standardised import directly_standardised, indirectly_standardised
from mehrklang.indicators.composition.stratum import Stratum
from mehrklang.indicators.count import count
from mehrklang.indicators.interval import IntervalMethod
from mehrklang.indicators.layered.parts import LayerParts, needed
from mehrklang.indicators.made import Made, below_floor, bounds_of, rounded, small
from mehrklang.indicators.part import Outcome, Part
from mehrklang.indicators.uncertainty.garwood import garwood
from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.rounding import Bounds, together
from mehrklang.indicators.uncertainty.spread import Spread, by_chance
from mehrklang.indicators.value import Constituent
from mehrklang.vocabulary import Figure
from mehrklang.vocabulary.german import format_number

AS_IF = "Standardisiert: so, als wäre die Gruppe wie die Vergleichsbevölkerung zusammengesetzt; niemand hat diese Rate."
NO_CASES = "Ohne Spannweite: Es gibt keinen Fall, aus dem sie sich ableiten ließe."
_NOT_USED = Figure.of(0)
MOST_WRITTEN = 6


def directly(layers: Sequence[LayerParts], *, per: int) -> Made:
    """The group's rates in the layers of the standard population.

    >>> from mehrklang.catalogue import Layer
    >>> from mehrklang.indicators.part import Part
    >>> def layer(name, *numbers):
    ...     cases, persons, standard = (Part(Figure.of(number)) for number in numbers)
    ...     return LayerParts(Layer(name, ()), cases, persons, reference_denominator=standard)
    >>> found = directly([layer("jung", 10, 100, 50), layer("alt", 10, 50, 150)], per=100)
    >>> found.outcome.figure.number, found.outcome.formula, round(found.spread.interval.upper, 1)
    (Decimal('17.5'), '100 · (50 · 10 : 100 + 150 · 10 : 50) : (50 + 150)', Decimal('29.2'))
    """
    strata = [
        Stratum(
            each.layer.name, each.numerator.figure, _persons(each), _NOT_USED, needed(each.reference_denominator).figure
        )
        for each in layers
    ]
    figure = directly_standardised(strata, per=per)
    spread = rounded(_parts(layers), lambda: _direct_bounds(layers, per)) if figure.known else None
    return _made(layers, figure, _written(layers, per), spread or _dobson(strata, figure, per))


def indirectly(layers: Sequence[LayerParts], *, per: int) -> Made:
    """The standard's crude rate times observed by expected cases of the group."""
    strata = [
        Stratum(
            each.layer.name,
            each.numerator.figure,
            _persons(each),
            needed(each.reference_numerator).figure,
            needed(each.reference_denominator).figure,
        )
        for each in layers
    ]
    figure = indirectly_standardised(strata, per=per)
    spread = rounded(_parts(layers), lambda: _indirect_bounds(layers, per)) if figure.known else None
    return _made(layers, figure, "", spread or _of_observed(strata, figure))


def _made(layers: Sequence[LayerParts], figure: Figure, formula: str, spread: Spread) -> Made:
    persons = [needed(each.denominator) for each in layers]
    barred = below_floor(persons) if figure.known else None
    notes = (AS_IF, *small(persons)) if figure.known and not barred else ()
    return Made(
        Outcome(barred or figure, formula, notes),
        Spread() if barred else spread,
        tuple(_constituents(layers)),
        numerator=count([each.numerator for each in layers]).figure,
        denominator=count(persons).figure,
    )


def _constituents(layers: Sequence[LayerParts]) -> Iterator[Constituent]:
    for each in layers:
        figures = (
            ("Fälle", each.numerator),
            ("Personen", each.denominator),
            ("Fälle im Vergleich", each.reference_numerator),
            ("Personen im Vergleich", each.reference_denominator),
        )
        for role, part in figures:
            if part is not None:
                yield Constituent(f"{each.layer.name}: {role}", part.figure)


def _persons(each: LayerParts) -> Figure:
    return needed(each.denominator).figure


def _parts(layers: Sequence[LayerParts]) -> list[Part]:
    return [part for each in layers for part in each.parts]


def _written(layers: Sequence[LayerParts], per: int) -> str:
    """The computation with its numbers, unless there are too many of them; the parts stand beside the value."""
    if len(layers) > MOST_WRITTEN:
        return ""
    weights = [needed(each.reference_denominator).written for each in layers]
    terms = " + ".join(
        f"{weight} · {each.numerator.written} : {needed(each.denominator).written}"
        for weight, each in zip(weights, layers, strict=True)
    )
    return f"{format_number(Decimal(per))} · ({terms}) : ({' + '.join(weights)})"


def _dobson(strata: Sequence[Stratum], figure: Figure, per: int) -> Spread:
    if not figure.known:
        return Spread()
    standard = sum(float(known(each.standard_persons)) for each in strata)
    weights = [float(known(each.standard_persons)) / standard / float(known(each.persons)) for each in strata]
    cases = [float(known(each.cases)) for each in strata]
    observed, rate = sum(cases), float(known(figure))
    limits = garwood(observed)
    if observed == 0:
        return by_chance(Limits(0.0, per * max(weights) * limits.upper), IntervalMethod.DOBSON)
    stretch = per * sqrt(sum(weight**2 * number for weight, number in zip(weights, cases, strict=True)) / observed)
    ends = Limits(rate + stretch * (limits.lower - observed), rate + stretch * (limits.upper - observed))
    return by_chance(Limits(max(ends.lower, 0.0), ends.upper), IntervalMethod.DOBSON)


def _of_observed(strata: Sequence[Stratum], figure: Figure) -> Spread:
    observed = sum(float(known(each.cases)) for each in strata) if figure.known else 0.0
    if observed == 0:
        return Spread(None, NO_CASES) if figure.known else Spread()
    return by_chance(garwood(observed).times(float(known(figure)) / observed), IntervalMethod.GARWOOD)


def _direct_bounds(layers: Sequence[LayerParts], per: int) -> Bounds | None:
    rates = [bounds_of(each.numerator).over(bounds_of(needed(each.denominator)), times=per) for each in layers]
    standard = [bounds_of(needed(each.reference_denominator)) for each in layers]
    if any(rate is None for rate in rates):
        return None
    found = [rate for rate in rates if rate is not None]
    weighted = together(weight.times(rate) for weight, rate in zip(standard, found, strict=True))
    whole = weighted.over(together(standard))
    if whole is None:
        return None  # an average lies between its parts, whatever the weights are
    return Bounds(max(whole.lower, min(r.lower for r in found)), min(whole.upper, max(r.upper for r in found)))


def _indirect_bounds(layers: Sequence[LayerParts], per: int) -> Bounds | None:
    cases = [bounds_of(needed(each.reference_numerator)) for each in layers]
    standard = [bounds_of(needed(each.reference_denominator)) for each in layers]
    rates = [number.over(persons) for number, persons in zip(cases, standard, strict=True)]
    crude = together(cases).over(together(standard), times=per)
    if crude is None or any(rate is None for rate in rates):
        return None
    persons = [bounds_of(needed(each.denominator)) for each in layers]
    expected = together(number.times(rate) for number, rate in zip(persons, rates, strict=True) if rate is not None)
    return crude.times(together(bounds_of(each.numerator) for each in layers)).over(expected)
