"""Counts on another territory. Rates never: numerator and denominator are brought over, then divided.

A count of a new area is Σ count of the old area × weight. Where every weight is one (mergers, unions) it is exact;
where areas were divided it is apportioned and says how far the other weightings would lead it away.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.territory.apportionment import Weighting
from mehrklang.territory.crosswalk import Crosswalk
from mehrklang.territory.faults import counted_twice, parts_missing, rates_refused, weighting_missing
from mehrklang.territory.parts import Part, combine, error_bound
from mehrklang.vocabulary import Breakdown, Figure, Issue, Observation, Period, SourceCell, Unit


@dataclass(frozen=True, slots=True)
class Rebased:
    """A count on another territory.

    Promise: `apportioned` says whether an old area was divided for it; `error` bounds how far the count could differ if
    each divided area were divided by another weighting (0 if nothing was divided): a range between weightings, not a
    confidence interval. `cells` are those of the old areas, in the order of the crosswalk.
    """

    measure: str
    area: str
    period: Period
    breakdown: Breakdown
    unit: Unit
    figure: Figure
    apportioned: bool
    error: Decimal
    cells: tuple[SourceCell, ...]


@dataclass(frozen=True, slots=True)
class Rebasing:
    """All counts that could be brought over, and what could not."""

    counts: tuple[Rebased, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class _Series:
    """What the areas of one sum have in common."""

    measure: str
    period: Period
    breakdown: Breakdown
    unit: Unit


def rebase(
    observations: Iterable[Observation], crosswalk: Crosswalk, *, weighting: Weighting = Weighting.POPULATION
) -> Rebasing:
    """The counts of the old areas of `crosswalk` as counts of its new areas.

    Values in units that do not add up are refused; so is a weighting that the crosswalk does not have. A new area of
    which only some parts were delivered is unknown, told; one of which no part was delivered is not listed. The period
    stays: the weights must be those of the territory that the observations have.
    """
    if any(row.weights.by(weighting) is None for row in crosswalk.rows):
        return Rebasing(issues=(weighting_missing(weighting),))
    additive, issues = _additive(one for one in observations if one.area in crosswalk.sources)
    counts: list[Rebased] = []
    for series, found in _by_series(additive).items():
        by_area = {one.area: one for one in found}
        if len(by_area) < len(found):
            twice = next(one.area for one in found if by_area[one.area] is not one)
            issues.append(counted_twice(series.measure, series.period, twice))
            continue
        for target, old in _targets(crosswalk, by_area):
            missing = [area for area in old if area not in by_area]
            if missing:
                issues.append(parts_missing(series.measure, series.period, target, missing))
            counts.append(_count(series, target, crosswalk, by_area, weighting))
    return Rebasing(tuple(counts), tuple(issues))


def _additive(observations: Iterable[Observation]) -> tuple[list[Observation], list[Issue]]:
    """The counts, and one refusal per unit of the others."""
    counts: list[Observation] = []
    refused: dict[Unit, list[Observation]] = {}
    for one in observations:
        if one.unit.additive:
            counts.append(one)
        else:
            refused.setdefault(one.unit, []).append(one)
    return counts, [rates_refused(unit, found) for unit, found in refused.items()]


def _by_series(observations: Iterable[Observation]) -> dict[_Series, list[Observation]]:
    series: dict[_Series, list[Observation]] = {}
    for one in observations:
        key = _Series(one.measure, one.period, one.breakdown, one.unit)
        series.setdefault(key, []).append(one)
    return series


def _targets(crosswalk: Crosswalk, by_area: dict[str, Observation]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The new areas of which at least one part was delivered, with their parts."""
    for target, rows in crosswalk.by_target.items():
        old = tuple(row.source for row in rows)
        if any(area in by_area for area in old):
            yield target, old


def _count(
    series: _Series, target: str, crosswalk: Crosswalk, by_area: dict[str, Observation], weighting: Weighting
) -> Rebased:
    found = [(row, by_area.get(row.source)) for row in crosswalk.by_target[target]]
    parts = [
        Part(one.figure if one else None, weight, row.weights.all)
        for row, one in found
        if (weight := row.weights.by(weighting)) is not None
    ]
    return Rebased(
        measure=series.measure,
        area=target,
        period=series.period,
        breakdown=series.breakdown,
        unit=series.unit,
        figure=combine(parts),
        apportioned=any(part.divided for part in parts),
        error=error_bound(parts),
        cells=tuple(one.cell for _, one in found if one is not None),
    )
