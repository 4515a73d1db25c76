"""Kreise of the past: since when and until when they existed, as the Umsteigeschlüssel shows year by year."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from mehrklang.territory.apportionment import Apportionment
from mehrklang.vocabulary import Area, AreaLevel


@dataclass(frozen=True, slots=True)
class _Listed:
    """The ends of the years in which a Kreis is listed, and its last name."""

    days: tuple[date, ...]
    name: str


def with_history(areas: Iterable[Area], apportionments: Iterable[Apportionment]) -> tuple[Area, ...]:
    """The areas, with the Kreise that were dissolved, and with the time since when later ones exist.

    The Umsteigeschlüssel knows the territory at the end of each year only: a Kreis that is first listed at the end of
    2016 is taken to exist since 1 January 2016, one that is last listed at the end of 2015 until that day. So every
    year has one territory, that of its end, as annual statistics have it. Dissolved Kreise lie in their Land. A key
    that was given twice (15001 to 15003, before 1994 and since 2007) stands for the later area only.
    """
    rows = tuple(apportionments)
    known = {area.key: area for area in areas}
    if not rows:
        return tuple(known.values())
    days = sorted({day for row in rows for day in (row.source_day, row.target_day)})
    for key, listed in sorted(_listed(rows, days).items()):
        since = None if listed.days[0] == days[0] else date(listed.days[0].year, 1, 1)
        until = None if listed.days[-1] == days[-1] else listed.days[-1]
        if key in known:
            known[key] = replace(known[key], valid_from=known[key].valid_from or since)
        elif until is not None:
            known[key] = Area(key, listed.name, AreaLevel.DISTRICT, _parent(key, known), since, until)
    return tuple(known.values())


def _listed(rows: Iterable[Apportionment], days: list[date]) -> dict[str, _Listed]:
    listed: dict[str, set[date]] = {}
    names: dict[str, tuple[date, str]] = {}
    for row in rows:
        for key, day, name in (
            (row.source, row.source_day, row.source_name),
            (row.target, row.target_day, row.target_name),
        ):
            listed.setdefault(key, set()).add(day)
            names[key] = max(names.get(key, (day, name)), (day, name))
    return {key: _Listed(_last_run(found, days), names[key][1]) for key, found in listed.items()}


def _last_run(listed: set[date], days: list[date]) -> tuple[date, ...]:
    """The latest of the days that follow each other without a gap."""
    last = max(at for at, day in enumerate(days) if day in listed)
    first = max((at + 1 for at, day in enumerate(days[:last]) if day not in listed), default=0)
    return tuple(days[first : last + 1])


def _parent(key: str, known: Collection[str]) -> str | None:
    return key[:2] if key[:2] in known else None
