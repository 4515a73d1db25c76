"""Derived values: gap, ratio, change and index number are computed from the values of another indicator."""

from collections.abc import Iterator, Sequence

from mehrklang.catalogue import Break, ChangeForm, Derivation, IndicatorDefinition, IndicatorKind
from mehrklang.indicators.change import changed, not_comparable
from mehrklang.indicators.composition.index import index
from mehrklang.indicators.derived_value import derived_value, part_of
from mehrklang.indicators.gap import gap
from mehrklang.indicators.matching import years_before
from mehrklang.indicators.part import Outcome
from mehrklang.indicators.ratio import ratio
from mehrklang.indicators.uncertainty import NO_SPREAD, of_change, of_gap, of_ratio
from mehrklang.indicators.value import IndicatorValue, Series
from mehrklang.vocabulary import Period


def derive(
    definition: IndicatorDefinition, base_series: Sequence[Series], *, breaks: Sequence[Break] = ()
) -> tuple[Series, ...]:
    """One series per area in which the derivation's group has one.

    `base_series` are the series of the other indicator, of all groups and areas wanted; `breaks` are further breaks
    than the definition's own (those of the other indicator, those of the municipality). Raises ValueError if the
    definition has no derivation. A composite is made by `combine`.
    """
    derivation = definition.derivation
    if derivation is None:
        raise ValueError(f"{definition.code} has no derivation")
    all_breaks = (*definition.breaks, *breaks)
    chosen = [series for series in base_series if series.group == derivation.group]
    match definition.kind:
        case IndicatorKind.CHANGE:
            return tuple(_changes(definition, derivation, series, all_breaks) for series in chosen)
        case IndicatorKind.INDEX:
            return tuple(_indexed(definition, derivation, series, all_breaks) for series in chosen)
        case _:
            return tuple(
                _comparison(definition, series, _base_of(series, derivation, base_series)) for series in chosen
            )


def _base_of(series: Series, derivation: Derivation, candidates: Sequence[Series]) -> Series | None:
    return next((base for base in candidates if (base.area, base.group) == (series.area, derivation.base)), None)


def _comparison(definition: IndicatorDefinition, series: Series, base: Series | None) -> Series:
    others = {value.period: value for value in base.values} if base else {}
    values = tuple(_compared(definition, value, others.get(value.period)) for value in series.values)
    return Series(definition.code, series.area, series.group, values)


def _compared(definition: IndicatorDefinition, value: IndicatorValue, other: IndicatorValue | None) -> IndicatorValue:
    compare, spread_of = (ratio, of_ratio) if definition.kind is IndicatorKind.RATIO else (gap, of_gap)
    outcome = compare(part_of(value), part_of(other))
    spread = spread_of(value, other) if other is not None and outcome.figure.known else NO_SPREAD
    return derived_value(definition, value, other, outcome, spread)


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
    for at, later in enumerate(series.values):
        before = series.values[:at]
        if years:
            earlier = next((value for value in before if years_before(value.period, later.period, years)), None)
            if later.period.year - years >= series.values[0].period.year:
                yield later, earlier
        else:
            same_segment = [value for value in before if not _broken(value, later, breaks)]
            if same_segment:
                yield later, same_segment[0]


def _broken(earlier: IndicatorValue, later: IndicatorValue, breaks: tuple[Break, ...]) -> bool:
    return any(each.between(earlier.period.year, later.period.year, area=later.area) for each in breaks)


def _changed(
    definition: IndicatorDefinition, later: IndicatorValue, earlier: IndicatorValue | None, breaks: tuple[Break, ...]
) -> IndicatorValue:
    if earlier is not None and _broken(earlier, later, breaks):
        return derived_value(definition, later, earlier, Outcome(not_comparable()), NO_SPREAD)
    assert definition.derivation is not None  # `derive` has looked
    form = definition.derivation.form
    years = later.period.year - earlier.period.year if earlier else 1
    outcome = changed(part_of(later), part_of(earlier), form=form, years=years)
    spread = of_change(later, earlier, form=form) if earlier is not None and outcome.figure.known else NO_SPREAD
    if form is ChangeForm.PER_YEAR and earlier is not None:
        spread = spread.over(years)
    return derived_value(definition, later, earlier, outcome, spread)


def _indexed(
    definition: IndicatorDefinition, derivation: Derivation, series: Series, breaks: tuple[Break, ...]
) -> Series:
    values = tuple(_on_base(definition, derivation.base_year, value, series, breaks) for value in series.values)
    return Series(definition.code, series.area, series.group, values)


def _on_base(
    definition: IndicatorDefinition, year: int, value: IndicatorValue, series: Series, breaks: tuple[Break, ...]
) -> IndicatorValue:
    """The value against that of the base year, on the same day of the year."""
    base = next((other for other in series.values if _same_day_in(year, other.period, value.period)), None)
    if base is not None and (_broken(base, value, breaks) or _broken(value, base, breaks)):
        return derived_value(definition, value, base, Outcome(not_comparable()), NO_SPREAD)
    outcome = index(part_of(value), part_of(base))
    spread = NO_SPREAD
    if base is not None and base is not value and outcome.figure.known:
        spread = of_ratio(value, base).times(100)
    return derived_value(definition, value, base, outcome, spread)


def _same_day_in(year: int, base: Period, period: Period) -> bool:
    if period.year >= year:
        return base == period if period.year == year else years_before(base, period, period.year - year)
    return years_before(period, base, year - period.year) and base.year == year
