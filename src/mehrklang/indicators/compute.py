"""From a definition and its cells to series: which kind computes what."""

from collections.abc import Mapping

from mehrklang.catalogue import Binding, GroupBinding, IndicatorDefinition, IndicatorKind
from mehrklang.cubes import ProtectedCube
from mehrklang.indicators.count import count
from mehrklang.indicators.lookup import Lookup
from mehrklang.indicators.matching import leading
from mehrklang.indicators.part import Outcome, Part, merged_lineage
from mehrklang.indicators.published import published
from mehrklang.indicators.rate import rate
from mehrklang.indicators.share import share
from mehrklang.indicators.value import IndicatorValue, Series
from mehrklang.vocabulary import Period, Unit


def compute(
    definition: IndicatorDefinition, binding: Binding, cubes: Mapping[str, ProtectedCube], *, area: str
) -> tuple[Series, ...]:
    """One series per group of the binding, for one area. `cubes` has the key of its source for each cube.

    The series has the periods of the numerator; a denominator belongs to it if its period is equal, or the only one of
    the same calendar year and of another kind (said in the notes). What is not delivered becomes a value that says so.
    The definition is one that the catalogue's loader has passed: kinds, units and terms fit together.
    """
    lookup = Lookup(cubes, binding.source, area)
    return tuple(_series(definition, group, lookup) for group in binding.groups)


def _series(definition: IndicatorDefinition, group: GroupBinding, lookup: Lookup) -> Series:
    periods = leading([lookup.periods(term) for term in group.numerator])
    values = tuple(_value(definition, group, lookup, period) for period in periods)
    return Series(definition.code, lookup.area, group.group, values)


def _value(definition: IndicatorDefinition, group: GroupBinding, lookup: Lookup, period: Period) -> IndicatorValue:
    numerator = _numerator(definition, group, lookup, period)
    denominator = _denominator(group, lookup, period)
    outcome = _outcome(definition, numerator, denominator)
    parts = (numerator,) if denominator is None else (numerator, denominator)
    return IndicatorValue(
        indicator=definition.code,
        area=lookup.area,
        period=period,
        group=group.group,
        unit=definition.unit,
        figure=outcome.figure,
        numerator=None if denominator is None else numerator.figure,
        denominator=None if denominator is None else denominator.figure,
        base=group.base or definition.denominator or definition.population,
        formula=outcome.formula,
        lineage=merged_lineage(parts),
        notes=tuple(dict.fromkeys(note for part in (*parts, outcome) for note in part.notes)),
    )


def _numerator(definition: IndicatorDefinition, group: GroupBinding, lookup: Lookup, period: Period) -> Part:
    if group.denominator:
        return count([lookup.part(term, period, role="Zähler").in_unit(Unit.COUNT) for term in group.numerator])
    role = "Summand" if len(group.numerator) > 1 else ""  # a single figure speaks for itself
    return count([lookup.part(term, period, role=role).in_unit(definition.unit) for term in group.numerator])


def _denominator(group: GroupBinding, lookup: Lookup, period: Period) -> Part | None:
    if not group.denominator:
        return None
    return count([lookup.part(term, period, role="Nenner").in_unit(Unit.COUNT) for term in group.denominator])


def _outcome(definition: IndicatorDefinition, numerator: Part, denominator: Part | None) -> Outcome:
    if denominator is None:
        return published(numerator)  # a count too passes as it was delivered or added up
    if definition.kind is IndicatorKind.SHARE:
        return share(numerator, denominator)
    return rate(numerator, denominator, per=definition.per)
