"""What "-" means: nothing there, no such area, or not published (a sign is read with its surroundings, DIN 55301)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from mehrklang.sources.faults import Faults
from mehrklang.vocabulary import Area, AreaLevel, Breakdown, Figure, Observation, Period, Reason, Sign, Unit

_NO_AREA = Figure.signed(Sign.BLOCKED, Reason.AREA_ABSENT)
_NOT_PUBLISHED = Figure.withheld(Reason.NOT_DELIVERED)
_DEPTHS = {AreaLevel.COUNTRY: 0, AreaLevel.STATE: 1, AreaLevel.REGION: 2, AreaLevel.DISTRICT: 3}
_ENOUGH = 5

_Column = tuple[Period, str, Breakdown, Unit]
_Row = tuple[Period, str]
_Level = tuple[Period, AreaLevel]
_Key = TypeVar("_Key")


def read_dashes(observations: Sequence[Observation], areas: Sequence[Area], faults: Faults) -> tuple[Observation, ...]:
    """The observations, with every "-" that is not zero replaced by what it means.

    Not published: in one column and period all Länder, regions or Kreise (five at least) have "-", and a level above
    has not; or all figures of all areas of a level are "-". No such area: all figures (two at least) of an area in a
    period are "-", but not of its whole level. Every other "-" stays exactly zero. Both are told once per period.
    """
    levels = {area.key: area.level for area in areas}
    columns = _unpublished_columns(observations, levels)
    published = {_row(one) for one in observations if (_column(one), levels[one.area]) not in columns}
    rows = _only_dashes(observations, _row, 2) & published
    empty_levels = _empty_levels(observations, rows, levels)

    def meaning(one: Observation) -> Figure:
        if not _is_dash(one):
            return one.figure
        if _row(one) in rows:
            return _NOT_PUBLISHED if (one.period, levels[one.area]) in empty_levels else _NO_AREA
        return _NOT_PUBLISHED if (_column(one), levels[one.area]) in columns else one.figure

    read = tuple(one if (figure := meaning(one)) is one.figure else replace(one, figure=figure) for one in observations)
    _tell(read, levels, {area.key: area.name for area in areas}, faults)
    return read


def _is_dash(one: Observation) -> bool:
    return one.figure.sign is Sign.NOTHING


def _column(one: Observation) -> _Column:
    return (one.period, one.measure, one.breakdown, one.unit)


def _row(one: Observation) -> _Row:
    return (one.period, one.area)


def _only_dashes(
    observations: Iterable[Observation], key: Callable[[Observation], _Key], least: int
) -> frozenset[_Key]:
    """The keys that have so many figures at least, all of them "-"."""
    counts: dict[_Key, list[int]] = {}
    for one in observations:
        count = counts.setdefault(key(one), [0, 0])
        count[0] += 1
        count[1] += _is_dash(one)
    return frozenset(each for each, (number, dashes) in counts.items() if dashes == number >= least)


def _unpublished_columns(
    observations: Sequence[Observation], levels: Mapping[str, AreaLevel]
) -> frozenset[tuple[_Column, AreaLevel]]:
    """Columns with the levels at which they hold nothing but "-", although a level above them has more to say."""
    highest: dict[_Column, int] = {}
    for one in observations:
        depth = _DEPTHS.get(levels[one.area])
        if depth is not None and not _is_dash(one):
            column = _column(one)
            highest[column] = min(depth, highest.get(column, depth))
    empty = _only_dashes(observations, lambda one: (_column(one), levels[one.area]), _ENOUGH)
    return frozenset((column, level) for column, level in empty if highest.get(column, 9) < _DEPTHS.get(level, 0))


def _empty_levels(
    observations: Iterable[Observation], rows: frozenset[_Row], levels: Mapping[str, AreaLevel]
) -> frozenset[_Level]:
    """The levels whose areas, two at least, have nothing but "-" in a period."""
    areas: dict[_Level, set[str]] = {}
    for one in observations:
        areas.setdefault((one.period, levels[one.area]), set()).add(one.area)
    return frozenset(
        (period, level)
        for (period, level), found in areas.items()
        if len(found) > 1 and all((period, area) in rows for area in found)
    )


def _tell(
    observations: Iterable[Observation], levels: Mapping[str, AreaLevel], names: Mapping[str, str], faults: Faults
) -> None:
    unpublished: dict[_Level, None] = {}
    absent: dict[Period, set[str]] = {}
    for one in observations:
        if one.figure is _NOT_PUBLISHED:
            unpublished[one.period, levels[one.area]] = None
        elif one.figure is _NO_AREA:
            absent.setdefault(one.period, set()).add(one.area)
    for period, level in unpublished:
        faults.add("L-ZEICHEN-02", zeitraum=period.label, ebene=level.value)
    for period, found in sorted(absent.items()):
        first = min(found)
        faults.add("L-ZEICHEN-01", zeitraum=period.label, anzahl=len(found), beispiel=f"{names[first]} ({first})")
