"""A series of many years on one territory: each year with the Umsteigeschlüssel of its own year."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from mehrklang.territory.apportionment import Apportionment, Measured, Weighting
from mehrklang.territory.crosswalk import Crosswalk
from mehrklang.territory.faults import year_without_key
from mehrklang.territory.rebase import Rebased, Rebasing, rebase
from mehrklang.vocabulary import Issue, Observation

_WHOLE = Measured(Decimal(1), Decimal(1), Decimal(1))


def rebase_series(
    observations: Iterable[Observation],
    apportionments: Iterable[Apportionment],
    *,
    weighting: Weighting = Weighting.POPULATION,
) -> Rebasing:
    """The counts of all years on the territory that the apportionments lead to.

    A year is brought over with the key of its 31 December; counts from the year of the new territory on stay as they
    are, exact. A year without a key is told and left out. ValueError if the apportionments lead to several days.
    """
    keys = _by_year(apportionments)
    days = {crosswalk.rows[0].target_day for crosswalk in keys.values()}
    if len(days) > 1:
        raise ValueError("the apportionments lead to several territories")
    counts: list[Rebased] = []
    issues: list[Issue] = []
    by_year: dict[int, list[Observation]] = {}
    for one in observations:
        by_year.setdefault(one.period.year, []).append(one)
    for year, found in sorted(by_year.items()):
        crosswalk = keys.get(year) or _unchanged(found, year, days, keys)
        if crosswalk is None:
            issues.append(year_without_key(year, keys.keys()))
            continue
        result = rebase(found, crosswalk, weighting=weighting)
        counts += result.counts
        issues += result.issues
    return Rebasing(tuple(counts), tuple(issues))


def _by_year(apportionments: Iterable[Apportionment]) -> dict[int, Crosswalk]:
    rows: dict[int, list[Apportionment]] = {}
    for row in apportionments:
        rows.setdefault(row.source_day.year, []).append(row)
    return {year: Crosswalk(tuple(found)) for year, found in rows.items()}


def _unchanged(
    found: Iterable[Observation], year: int, days: set[date], keys: dict[int, Crosswalk]
) -> Crosswalk | None:
    """From the year of the new territory on every area of it stays what it is."""
    if not days or year < min(days).year:
        return None
    [day] = days
    known = {row.target for crosswalk in keys.values() for row in crosswalk.rows}
    areas = sorted({one.area for one in found} & known)
    return Crosswalk(tuple(Apportionment(area, area, day, day, _WHOLE, _WHOLE) for area in areas))
