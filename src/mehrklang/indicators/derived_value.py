"""A value that is computed from the values of other indicators: its parts, and what stays with it."""

from dataclasses import replace

from mehrklang.catalogue import IndicatorDefinition, IndicatorKind
from mehrklang.indicators.part import Outcome, Part, merged_lineage
from mehrklang.indicators.uncertainty import Spread
from mehrklang.indicators.value import Constituent, IndicatorValue
from mehrklang.territory.transfer import together
from mehrklang.vocabulary import Figure, Reason

_IN_TIME = frozenset({IndicatorKind.CHANGE, IndicatorKind.INDEX})


def part_of(value: IndicatorValue | None) -> Part:
    """A value as the part of a further computation; None was not delivered."""
    if value is None:
        return Part(Figure.withheld(Reason.NOT_DELIVERED), notes=(Reason.NOT_DELIVERED.meaning,))
    hidden = () if value.figure.known or value.figure.reason is None else (value.figure.reason.meaning,)
    return Part(value.figure, value.unit, value.lineage, notes=(*value.notes, *hidden), brought=value.brought)


def derived_value(
    definition: IndicatorDefinition,
    value: IndicatorValue,
    other: IndicatorValue | None,
    outcome: Outcome,
    spread: Spread,
) -> IndicatorValue:
    """The value of `definition` from `value` and what it was held against; both stay as constituents."""
    parts = part_of(value), part_of(other)
    return replace(
        value,
        indicator=definition.code,
        unit=definition.unit,
        figure=outcome.figure,
        numerator=None,
        denominator=None,
        base=_base_text(definition, other),
        formula=outcome.formula,
        lineage=merged_lineage(parts),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        interval=spread.interval,
        interval_note=spread.note,
        constituents=_constituents(definition, value, other),
        brought=together(part.brought for part in parts),
    )


def _constituents(
    definition: IndicatorDefinition, value: IndicatorValue, other: IndicatorValue | None
) -> tuple[Constituent, ...]:
    """In time the periods tell the two values apart, otherwise the groups."""
    both = [each for each in (value, other) if each is not None]
    in_time = definition.kind in _IN_TIME
    return tuple(Constituent(each.period.label if in_time else each.group, each.figure, each.unit) for each in both)


def _base_text(definition: IndicatorDefinition, other: IndicatorValue | None) -> str:
    if definition.kind is IndicatorKind.CHANGE and other is not None:
        return f"gegenüber {other.period.label}"
    if definition.kind is IndicatorKind.INDEX and other is not None:
        return f"{other.period.label} = 100"
    return definition.denominator or definition.population
