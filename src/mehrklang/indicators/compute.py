"""From a definition and its cells to series: which kind computes what."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

from mehrklang.catalogue import Binding, GroupBinding, IndicatorDefinition, IndicatorKind
from mehrklang.cubes import ProtectedCube
from mehrklang.indicators.count import count
from mehrklang.indicators.lookup import Column, Lookup
from mehrklang.indicators.matching import leading
from mehrklang.indicators.part import Outcome, Part, merged_lineage
from mehrklang.indicators.published import published
from mehrklang.indicators.rate import rate
from mehrklang.indicators.share import share
from mehrklang.indicators.uncertainty import Spread, of_count, of_published, of_rate, of_share
from mehrklang.indicators.value import IndicatorValue, Series
from mehrklang.vocabulary import Period, Unit

_NOT_ROUNDED: Mapping[str, int] = MappingProxyType({})


def compute(
    definition: IndicatorDefinition,
    binding: Binding,
    cubes: Mapping[str, ProtectedCube],
    *,
    area: str,
    roundings: Mapping[str, int] = _NOT_ROUNDED,
) -> tuple[Series, ...]:
    """One series per group of the binding, for one area. `cubes` has the key of its source for each cube, `roundings`
    the base to which a source rounds its counts (`Source.rounding`).

    The series has the periods of the numerator; a denominator belongs to it if its period is equal, or the only one of
    the same calendar year and of another kind (said in the notes). What is not delivered becomes a value that says so.
    The definition is one that the catalogue's loader has passed: kinds, units and terms fit together.
    """
    lookup = Lookup(cubes, binding.source, area, roundings)
    return tuple(_series(definition, group, lookup) for group in binding.groups)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The cells of one group: those of the numerator in `unit`, those of the denominator as plain counts."""

    numerator: tuple[Column, ...]
    denominator: tuple[Column, ...]
    unit: Unit

    @classmethod
    def of(cls, group: GroupBinding, lookup: Lookup, unit: Unit) -> Self:
        """Looks up the columns of all terms."""
        return cls(
            tuple(lookup.column(term, role=_role(group)) for term in group.numerator),
            tuple(lookup.column(term, role="Nenner") for term in group.denominator),
            Unit.COUNT if group.denominator else unit,
        )

    def numerator_of(self, period: Period) -> Part:
        """The sum of the numerator's terms."""
        return count([column.part(period).in_unit(self.unit) for column in self.numerator])

    def denominator_of(self, period: Period) -> Part | None:
        """The sum of the denominator's terms; None where the kind has none."""
        if not self.denominator:
            return None
        return count([column.part(period).in_unit(Unit.COUNT) for column in self.denominator])


def _role(group: GroupBinding) -> str:
    """How the notes name a term of the numerator; a single figure speaks for itself."""
    if group.denominator:
        return "Zähler"
    return "Summand" if len(group.numerator) > 1 else ""


def _series(definition: IndicatorDefinition, group: GroupBinding, lookup: Lookup) -> Series:
    columns = _Columns.of(group, lookup, definition.unit)
    periods = leading([tuple(column.cells) for column in columns.numerator])
    values = tuple(_value(definition, group, lookup.area, period, columns) for period in periods)
    return Series(definition.code, lookup.area, group.group, values)


def _value(
    definition: IndicatorDefinition, group: GroupBinding, area: str, period: Period, columns: _Columns
) -> IndicatorValue:
    numerator, denominator = columns.numerator_of(period), columns.denominator_of(period)
    outcome = _outcome(definition, numerator, denominator)
    spread = _spread(definition, numerator, denominator, outcome)
    parts = (numerator,) if denominator is None else (numerator, denominator)
    return IndicatorValue(
        indicator=definition.code,
        area=area,
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
        interval=spread.interval,
        interval_note=spread.note,
    )


def _outcome(definition: IndicatorDefinition, numerator: Part, denominator: Part | None) -> Outcome:
    if denominator is None:
        return published(numerator)  # a count too passes as it was delivered or added up
    if definition.kind is IndicatorKind.SHARE:
        return share(numerator, denominator)
    return rate(numerator, denominator, per=definition.per)


def _spread(definition: IndicatorDefinition, numerator: Part, denominator: Part | None, outcome: Outcome) -> Spread:
    if denominator is None:
        return of_count(numerator) if definition.kind is IndicatorKind.COUNT else of_published(numerator)
    if definition.kind is IndicatorKind.SHARE:
        return of_share(numerator, denominator, outcome.figure)
    return of_rate(numerator, denominator, outcome.figure, per=definition.per)
