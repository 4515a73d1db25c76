"""Derived values: gap, ratio and change are computed from the values of another indicator."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mehrklang.catalogue import Break, Derivation, IndicatorDefinition, IndicatorKind
from mehrklang.indicators.change import change, not_comparable
from mehrklang.indicators.gap import gap
from mehrklang.indicators.part import Outcome, Part, merged_lineage
from mehrklang.indicators.ratio import ratio
from mehrklang.indicators.uncertainty import NO_SPREAD, Spread, of_change, of_gap, of_ratio
from mehrklang.indicators.value import IndicatorValue, Series
from mehrklang.vocabulary import Figure, Period, PeriodKind, Reason, Unit


def derive(
    definition: IndicatorDefinition, base_series: Sequence[Series], *, breaks: Sequence[Break] = ()
) -> tuple[Series, ...]:
    """One series per area in which the derivation's group has one.

    `base_series` are the series of the other indicator, of all groups and areas wanted; `breaks` are further breaks
    than the definition's own (those of the other indicator, those of the municipality). Raises ValueError if the
    definition has no derivation.
    """
    derivation = definition.derivation
    if derivation is None:
        raise ValueError(f"{definition.code} has no derivation")
    all_breaks = (*definition.breaks, *breaks)
    return tuple(
        _changes(definition, derivation, series, all_breaks)
        if definition.kind is IndicatorKind.CHANGE
        else _comparison(definition, series, _base_of(series, derivation, base_series))
        for series in base_series
        if series.group == derivation.group
    )


def _base_of(series: Series, derivation: Derivation, candidates: Sequence[Series]) -> Series | None:
    return next((base for base in candidates if (base.area, base.group) == (series.area, derivation.base)), None)


def _comparison(definition: IndicatorDefinition, series: Series, base: Series | None) -> Series:
    others = {value.period: value for value in base.values} if base else {}
    values = tuple(_compared(definition, value, others.get(value.period)) for value in series.values)
    return Series(definition.code, series.area, series.group, values)


def _compared(definition: IndicatorDefinition, value: IndicatorValue, other: IndicatorValue | None) -> IndicatorValue:
    compare, spread_of = (ratio, of_ratio) if definition.kind is IndicatorKind.RATIO else (gap, of_gap)
    outcome = compare(_part(value), _part(other))
    spread = spread_of(value, other) if other is not None and outcome.figure.known else NO_SPREAD
    return _derived(definition, value, other, outcome, spread)


def _changes(
    definition: IndicatorDefinition, derivation: Derivation, series: Series, breaks: tuple[Break, ...]
) -> Series:
    values = tuple(
        _changed(definition, later, earlier, breaks) for later, earlier in _pairs(series, derivation.years, breaks)
    )
    return Series(definition.code, series.area, series.group, values)


def _pairs(
    series: Series, years: int, breaks: tuple[Break, ...]
) -> Iterator[tuple[IndicatorValue, IndicatorValue | None]]:
    """Each value with its earlier one (None: not in the series). Values before which the series has nothing fall away.

    With `years` = 0 the earlier one is the first of the same segment, i.e. since the last break.
    """
    for index, later in enumerate(series.values):
        before = series.values[:index]
        if years:
            earlier = next((value for value in before if _years_before(value.period, later.period, years)), None)
            if later.period.year - years >= series.values[0].period.year:
                yield later, earlier
        else:
            same_segment = [value for value in before if not _broken(value, later, breaks)]
            if same_segment:
                yield later, same_segment[0]


def _years_before(earlier: Period, later: Period, years: int) -> bool:
    same_day = (earlier.start.month, earlier.start.day) == (later.start.month, later.start.day)
    return (
        same_day
        and earlier.kind is later.kind
        and later.kind is not PeriodKind.CHANGE
        and earlier.year == later.year - years
    )


def _broken(earlier: IndicatorValue, later: IndicatorValue, breaks: tuple[Break, ...]) -> bool:
    return any(each.between(earlier.period.year, later.period.year, area=later.area) for each in breaks)


def _changed(
    definition: IndicatorDefinition, later: IndicatorValue, earlier: IndicatorValue | None, breaks: tuple[Break, ...]
) -> IndicatorValue:
    if earlier is not None and _broken(earlier, later, breaks):
        return _derived(definition, later, earlier, Outcome(not_comparable()), NO_SPREAD)
    outcome = change(_part(later), _part(earlier))
    spread = of_change(later, earlier) if earlier is not None and outcome.figure.known else NO_SPREAD
    return _derived(definition, later, earlier, outcome, spread)


def _part(value: IndicatorValue | None) -> Part:
    if value is None:
        return Part(Figure.withheld(Reason.NOT_DELIVERED), notes=(Reason.NOT_DELIVERED.meaning,))
    hidden = () if value.figure.known or value.figure.reason is None else (value.figure.reason.meaning,)
    return Part(value.figure, value.unit, value.lineage, notes=(*value.notes, *hidden))


def _derived(
    definition: IndicatorDefinition,
    value: IndicatorValue,
    other: IndicatorValue | None,
    outcome: Outcome,
    spread: Spread,
) -> IndicatorValue:
    parts = _part(value), _part(other)
    return replace(
        value,
        indicator=definition.code,
        unit=_unit(definition.kind, value.unit),
        figure=outcome.figure,
        numerator=None,
        denominator=None,
        base=_base_text(definition, other),
        formula=outcome.formula,
        lineage=merged_lineage(parts),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        interval=spread.interval,
        interval_note=spread.note,
    )


def _base_text(definition: IndicatorDefinition, other: IndicatorValue | None) -> str:
    if definition.kind is IndicatorKind.CHANGE and other is not None:
        return f"gegenüber {other.period.label}"
    return definition.denominator or definition.population


def _unit(kind: IndicatorKind, unit: Unit) -> Unit:
    if kind is IndicatorKind.RATIO:
        return Unit.RATIO
    return unit.of_change if kind is IndicatorKind.CHANGE else unit.of_difference
