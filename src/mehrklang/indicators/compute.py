"""From a definition and its cells to series: which kind computes what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Self

from mehrklang.catalogue import Binding, GroupBinding, IndicatorDefinition, IndicatorKind
from mehrklang.catalogue.kind import LAYERED, SPATIAL
from mehrklang.cubes import ProtectedCube
from mehrklang.indicators.change import not_comparable
from mehrklang.indicators.composition.coverage import coverage, participation
from mehrklang.indicators.count import count
from mehrklang.indicators.layered import LayerColumns, make
from mehrklang.indicators.lookup import AnyColumn, Lookup
from mehrklang.indicators.made import Made
from mehrklang.indicators.matching import leading
from mehrklang.indicators.part import Outcome, Part, merged_lineage
from mehrklang.indicators.published import published
from mehrklang.indicators.rate import rate
from mehrklang.indicators.share import share
from mehrklang.indicators.spatial import AreaParts, spread_out
from mehrklang.indicators.uncertainty import Spread, of_count, of_published, of_rate, of_share
from mehrklang.indicators.value import IndicatorValue, Series
from mehrklang.territory import Transfer
from mehrklang.territory.transfer import together
from mehrklang.vocabulary import Period, Reason, Unit

_NOT_ROUNDED: Mapping[str, int] = MappingProxyType({})
_OF_PERSONS = frozenset({IndicatorKind.SHARE, IndicatorKind.COVERAGE})
_AS_DELIVERED: Mapping[str, Transfer] = MappingProxyType({})
MOST_NOTES = 5
"""Of many parts only the first few different notes are told beside the value; each part keeps its own sign."""


def compute(  # noqa: PLR0913 — the last four are for aggregated, spatial and transferred values only
    definition: IndicatorDefinition,
    binding: Binding,
    cubes: Mapping[str, ProtectedCube],
    *,
    area: str,
    roundings: Mapping[str, int] = _NOT_ROUNDED,
    units: Sequence[str] = (),
    members: Sequence[str] = (),
    transfers: Mapping[str, Transfer] = _AS_DELIVERED,
) -> tuple[Series, ...]:
    """One series per group of the binding, for one area. `cubes` has the key of its source for each cube, `roundings`
    the base to which a source rounds its counts (`Source.rounding`).

    `units` are the areas that make up the area, which spatial kinds are computed from. With `members` the area is put
    together from these areas, which do not overlap: every value is computed anew from the sums of their parts, never
    from their values; likewise over years where the definition says so (`pooled_years`). ValueError for published
    values, which cannot be put together. `transfers` bring the counts of a source onto another territory
    before anything is computed of them.

    The series has the periods of the numerator; a denominator belongs to it if its period is equal, or the only one of
    the same calendar year and of another kind (said in the notes). What is not delivered becomes a value that says so.
    The definition is one that the catalogue's loader has passed: kinds, units and terms fit together.
    """
    if members and definition.kind is IndicatorKind.PUBLISHED:
        raise ValueError(f"{definition.code}: published values cannot be put together from areas")
    lookup = Lookup(cubes, binding.source, area, roundings, tuple(members), definition.pooled_years, transfers)
    if definition.kind in SPATIAL:
        places = tuple(replace(lookup, area=unit, members=()) for unit in units)
        return tuple(_spatial(definition, group, lookup.area, places) for group in binding.groups)
    if definition.kind in LAYERED:
        return tuple(_layered(definition, group, lookup) for group in binding.groups)
    return tuple(_series(definition, group, lookup) for group in binding.groups)


def _layered(definition: IndicatorDefinition, group: GroupBinding, lookup: Lookup) -> Series:
    """Of the layers of the group; the periods are those of their numerators."""
    columns = [LayerColumns.of(layer, lookup) for layer in group.layers]
    periods = leading([tuple(column.cells) for layer in columns for column in layer.numerator])
    values = []
    for period in periods:
        layers = [each.parts(period) for each in columns]
        parts = tuple(part for layer in layers for part in layer.parts)
        values.append(_made(definition, group, (lookup.area, period), parts, make(definition, layers)))
    return Series(definition.code, lookup.area, group.group, tuple(values))


def _spatial(definition: IndicatorDefinition, group: GroupBinding, area: str, places: tuple[Lookup, ...]) -> Series:
    """Of the areas that make up the area; one of which nothing is known in a period was not there."""
    columns = [(place.area, _Columns.of(group, place, Unit.COUNT)) for place in places]
    periods = {period for _, each in columns for column in each.numerator for period in column.cells}
    values = []
    for period in sorted(periods):
        found = [AreaParts(unit, each.numerator_of(period), each.base_of(period)) for unit, each in columns]
        areas = [each for each in found if not (_absent(each.group) and _absent(each.everybody))]
        parts = tuple(part for each in areas for part in (each.group, each.everybody))
        values.append(_made(definition, group, (area, period), parts, spread_out(definition.kind, areas)))
    return Series(definition.code, area, group.group, tuple(values))


def _absent(part: Part) -> bool:
    return part.figure.reason is Reason.NOT_DELIVERED


def _made(
    definition: IndicatorDefinition, group: GroupBinding, where: tuple[str, Period], parts: tuple[Part, ...], made: Made
) -> IndicatorValue:
    if _across(definition, *where):
        made = Made(Outcome(not_comparable()))
    notes = tuple(dict.fromkeys(note for part in parts for note in part.notes))
    outcome = replace(made.outcome, notes=(*notes[:MOST_NOTES], *made.outcome.notes))
    return _told(definition, group, where, parts, replace(made, outcome=outcome))


def _across(definition: IndicatorDefinition, area: str, period: Period) -> bool:
    """Whether a break lies inside the years that are put together."""
    first = period.year - definition.pooled_years + 1
    return any(each.between(first, period.year, area=area) for each in definition.breaks)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The cells of one group: those of the numerator in `unit`, those of the denominator in `base`, without thousands
    where there is a denominator: plain counts, or sums of money.
    """

    numerator: tuple[AnyColumn, ...]
    denominator: tuple[AnyColumn, ...]
    unit: Unit
    base: Unit = Unit.COUNT

    @classmethod
    def of(cls, group: GroupBinding, lookup: Lookup, unit: Unit) -> Self:
        """Looks up the columns of all terms."""
        return cls(
            tuple(lookup.column(term, role=_role(group)) for term in group.numerator),
            tuple(lookup.column(term, role="Nenner") for term in group.denominator),
            group.numerator[0].unit.plain if group.denominator else unit,
            group.denominator[0].unit.plain if group.denominator else Unit.COUNT,
        )

    def numerator_of(self, period: Period) -> Part:
        """The sum of the numerator's terms."""
        return count([column.part(period).in_unit(self.unit) for column in self.numerator])

    def denominator_of(self, period: Period) -> Part | None:
        """The sum of the denominator's terms; None where the kind has none."""
        if not self.denominator:
            return None
        return count([column.part(period).in_unit(self.base) for column in self.denominator])

    def base_of(self, period: Period) -> Part:
        """The sum of the denominator's terms, of a kind that has one."""
        return count([column.part(period).in_unit(self.base) for column in self.denominator])


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
    broken = definition.pooled_years > 1 and _across(definition, area, period)
    outcome = Outcome(not_comparable()) if broken else _outcome(definition, numerator, denominator)
    spread = _spread(definition, numerator, denominator, outcome)
    parts = (numerator,) if denominator is None else (numerator, denominator)
    outcome = replace(outcome, notes=tuple(dict.fromkeys(note for part in (*parts, outcome) for note in part.notes)))
    made = Made(outcome, spread) if denominator is None else Made(outcome, spread, (), *(each.figure for each in parts))
    return _told(definition, group, (area, period), parts, made)


def _told(
    definition: IndicatorDefinition, group: GroupBinding, where: tuple[str, Period], parts: tuple[Part, ...], made: Made
) -> IndicatorValue:
    """What was made of the parts, as a value of the series; where they come from goes with it."""
    area, period = where
    return IndicatorValue(
        indicator=definition.code,
        area=area,
        period=period,
        group=group.group,
        unit=definition.unit,
        figure=made.outcome.figure,
        numerator=made.numerator,
        denominator=made.denominator,
        base=group.base or definition.denominator or definition.population,
        formula=made.outcome.formula,
        lineage=merged_lineage(parts),
        notes=made.outcome.notes,
        interval=made.spread.interval,
        interval_note=made.spread.note,
        constituents=made.constituents,
        brought=together(part.brought for part in parts),
    )


def _outcome(definition: IndicatorDefinition, numerator: Part, denominator: Part | None) -> Outcome:
    if denominator is None:
        return published(numerator)  # a count too passes as it was delivered or added up
    match definition.kind:
        case IndicatorKind.SHARE:
            return share(numerator, denominator)
        case IndicatorKind.COVERAGE:
            return coverage(numerator, denominator)
        case IndicatorKind.PARTICIPATION:
            return participation(numerator, denominator, per=definition.per)
        case _:
            return rate(numerator, denominator, per=definition.per)


def _spread(definition: IndicatorDefinition, numerator: Part, denominator: Part | None, outcome: Outcome) -> Spread:
    if denominator is None:
        return of_count(numerator) if definition.kind is IndicatorKind.COUNT else of_published(numerator)
    if definition.kind in _OF_PERSONS:
        return of_share(numerator, denominator, outcome.figure)
    return of_rate(numerator, denominator, outcome.figure, per=definition.per)
