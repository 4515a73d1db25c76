"""COMPOSITE (Gesamtindex): the weighted mean of index numbers of several indicators, with stated weights.

Formula and source: `composition.index`. The parts stay beside the value: a composite hides which of them has moved.
Interval: roundings add up with their weights; ranges of chance by the squares, number ∓ √Σ (wᵢ : Σw · dᵢ)² with dᵢ the
distance of each limit, parts taken as independent. Source: Zou, G. Y.; Donner, A. (2008): Construction of confidence
limits about effect measures: a general approach. Statistics in Medicine 27, 1693–1702.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from mehrklang.catalogue import IndicatorDefinition, WeightedIndicator
from mehrklang.indicators.composition.index import Component, composite
from mehrklang.indicators.derived_value import part_of
from mehrklang.indicators.interval import Interval, IntervalMethod, without_chance
from mehrklang.indicators.part import EXACT, merged_lineage
from mehrklang.indicators.uncertainty.spread import NO_SPREAD, Spread
from mehrklang.indicators.value import Constituent, IndicatorValue, Series
from mehrklang.territory.transfer import together
from mehrklang.vocabulary import Period

INDEPENDENT = "Die Teile gelten als unabhängig voneinander."
MISSING = "Ohne Spannweite: Mindestens einer der Teile hat keine."
MIXED = "Ohne Spannweite: Die Teile haben Spannweiten verschiedener Art (Zufall und Rundung)."


def combine(definition: IndicatorDefinition, series: Mapping[str, Sequence[Series]]) -> tuple[Series, ...]:
    """One series per area in which any part has one; `series` by the code of the indicator that the part names.

    A period belongs to the composite if one of the parts has it; a part without it withholds the value.
    ValueError for a definition without parts.
    """
    derivation = definition.derivation
    if derivation is None or not derivation.parts:
        raise ValueError(f"{definition.code} has no parts")
    found = {
        (part.indicator, part.group, one.area): one
        for part in derivation.parts
        for one in series.get(part.indicator, ())
        if one.group == part.group
    }
    areas = dict.fromkeys(area for _, _, area in found)
    return tuple(
        _of_area(definition, area, [(part, found.get((part.indicator, part.group, area))) for part in derivation.parts])
        for area in areas
    )


Part = tuple[WeightedIndicator, Series | None]
Weighed = tuple[WeightedIndicator, IndicatorValue | None]


def _of_area(definition: IndicatorDefinition, area: str, parts: Sequence[Part]) -> Series:
    assert definition.derivation is not None  # `combine` has looked
    group = definition.derivation.group
    periods = sorted({value.period for _, one in parts if one for value in one.values})
    values = tuple(
        _value(definition, area, period, [(part, _at(one, period)) for part, one in parts]) for period in periods
    )
    return Series(definition.code, area, group, values)


def _at(one: Series | None, period: Period) -> IndicatorValue | None:
    return next((value for value in one.values if value.period == period), None) if one else None


def _value(definition: IndicatorDefinition, area: str, period: Period, weighed: Sequence[Weighed]) -> IndicatorValue:
    assert definition.derivation is not None  # `combine` has looked
    parts = [part_of(value) for _, value in weighed]
    outcome = composite(
        [Component(part.indicator, each.figure, part.weight) for (part, _), each in zip(weighed, parts, strict=True)]
    )
    spread = _spread(weighed) if outcome.figure.known else NO_SPREAD
    return IndicatorValue(
        indicator=definition.code,
        area=area,
        period=period,
        group=definition.derivation.group,
        unit=definition.unit,
        figure=outcome.figure,
        numerator=None,
        denominator=None,
        base=definition.denominator or definition.population,
        formula=outcome.formula,
        lineage=merged_lineage(tuple(parts)),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        interval=spread.interval,
        interval_note=spread.note,
        constituents=tuple(
            Constituent(f"{part.indicator} ({part.group})", each.figure, each.unit)
            for (part, _), each in zip(weighed, parts, strict=True)
        ),
        brought=together(part.brought for part in parts),
    )


def _spread(weighed: Sequence[Weighed]) -> Spread:
    """A part that stands at its own base is exactly 100 and adds nothing."""
    values = [(part.weight, value) for part, value in weighed if value is not None and not _exact(value)]
    intervals = [(weight, value, value.interval) for weight, value in values if value.interval is not None]
    if not intervals or len(intervals) < len(values):
        return Spread(None, MISSING)
    whole = sum(part.weight for part, _ in weighed)
    number = EXACT.divide(
        sum((part.weight * _number(value) for part, value in weighed if value is not None), Decimal(0)), whole
    )
    certain = {interval.certain for _, _, interval in intervals}
    if len(certain) > 1:
        return Spread(None, MIXED)
    below = [weight / whole * (_number(value) - interval.lower) for weight, value, interval in intervals]
    above = [weight / whole * (interval.upper - _number(value)) for weight, value, interval in intervals]
    if certain == {True}:
        method = without_chance(interval.method for _, _, interval in intervals)
        return Spread(Interval(number - sum(below), number + sum(above), method, None))
    return Spread(Interval(number - _root(below), number + _root(above), IntervalMethod.SQUARES), INDEPENDENT)


def _exact(value: IndicatorValue) -> bool:
    return value.interval is None and value.figure.number == 100 and value.base == f"{value.period.label} = 100"


def _number(value: IndicatorValue) -> Decimal:
    assert value.figure.number is not None  # the composite is known, so are its parts
    return value.figure.number


def _root(distances: Sequence[Decimal]) -> Decimal:
    return EXACT.sqrt(sum((distance * distance for distance in distances), Decimal(0)))
