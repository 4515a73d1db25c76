"""The register of areas: official and own ones, several hierarchies at once, each valid in its time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from mehrklang.territory.checks import Fault, find_faults
from mehrklang.territory.membership import ADMINISTRATION, ASSOCIATIONS, Membership, Union
from mehrklang.vocabulary import Area, AreaLevel, Issue

_ASSOCIATION_DIGITS = 9
_Index = Mapping[tuple[str, str], tuple[Membership, ...]]


@dataclass(frozen=True, slots=True)
class Areas:
    """Areas by key, what lies in what, and unions. Build it with `register`, which checks it.

    Where a day is asked for, None means the order that has no end.
    """

    by_key: Mapping[str, Area]
    memberships: tuple[Membership, ...]
    unions: tuple[Union, ...]
    _upwards: _Index = field(init=False, repr=False, compare=False)
    _downwards: _Index = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_upwards", _index(self.memberships, lambda one: one.area))
        object.__setattr__(self, "_downwards", _index(self.memberships, lambda one: one.parent))

    @property
    def hierarchies(self) -> tuple[str, ...]:
        """The names of all hierarchies, the administration first."""
        return tuple(dict.fromkeys((ADMINISTRATION, *(one.hierarchy for one in self.memberships))))

    def parent(self, key: str, hierarchy: str = ADMINISTRATION, day: date | None = None) -> Area | None:
        """The area that another lies in on a day; None if it lies in none."""
        found = (one for one in self._upwards.get((hierarchy, key), ()) if one.holds_on(day))
        first = next(found, None)
        return None if first is None else self.by_key[first.parent]

    def above(self, key: str, hierarchy: str = ADMINISTRATION, day: date | None = None) -> Iterator[Area]:
        """All areas that an area lies in, from the nearest to the farthest."""
        parent = self.parent(key, hierarchy, day)
        while parent is not None:
            yield parent
            parent = self.parent(parent.key, hierarchy, day)

    def children(self, key: str, hierarchy: str = ADMINISTRATION, day: date | None = None) -> tuple[Area, ...]:
        """The areas that lie directly in another and exist on that day, by key."""
        found = sorted({one.area for one in self._downwards.get((hierarchy, key), ()) if one.holds_on(day)})
        return tuple(area for area in map(self.by_key.__getitem__, found) if _exists(area, day))

    def at(self, level: AreaLevel, day: date | None = None) -> tuple[Area, ...]:
        """All areas of a level that exist on a day, by key."""
        found = (area for area in self.by_key.values() if area.level is level and _exists(area, day))
        return tuple(sorted(found, key=lambda area: area.key))


@dataclass(frozen=True, slots=True)
class Registered:
    """The register, or, with faults, none."""

    areas: Areas | None
    faults: tuple[Fault, ...] = ()

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The faults in words."""
        return tuple(fault.issue for fault in self.faults)


def register(
    official: Iterable[Area],
    *,
    own: Iterable[Area] = (),
    memberships: Iterable[Membership] = (),
    unions: Iterable[Union] = (),
) -> Registered:
    """The register of official and own areas; all faults at once.

    Where `own` repeats an official key (deliveries name what their areas lie in), the official entry holds.
    `Area.parent` is the hierarchy "verwaltung", the association in the ARS of a Gemeinde the hierarchy
    "gemeindeverband", as far as the association is an area; `memberships` add others. Unions become areas themselves.
    """
    first, combined = tuple(official), tuple(unions)
    keys = {area.key for area in first}
    listed = (*first, *(area for area in own if area.key not in keys))
    named = (*listed, *(Area(one.key, one.name, AreaLevel.UNION) for one in combined))
    by_key = {area.key: area for area in named}
    everything = (*_administration(listed), *_associations(listed, by_key), *memberships)
    faults = tuple(find_faults(named, everything, combined))
    if faults:
        return Registered(None, faults)
    return Registered(Areas(MappingProxyType(by_key), everything, combined))


def _administration(areas: Iterable[Area]) -> Iterator[Membership]:
    for area in areas:
        if area.parent is not None:
            yield Membership(ADMINISTRATION, area.key, area.parent, area.valid_from, area.valid_until)


def _associations(areas: Iterable[Area], by_key: Mapping[str, Area]) -> Iterator[Membership]:
    for area in areas:
        association = area.regional_key[:_ASSOCIATION_DIGITS]
        if area.level is AreaLevel.MUNICIPALITY and association in by_key:
            yield Membership(ASSOCIATIONS, area.key, association)


def _index(memberships: Iterable[Membership], key: Callable[[Membership], str]) -> _Index:
    found: dict[tuple[str, str], list[Membership]] = {}
    for one in memberships:
        found.setdefault((one.hierarchy, key(one)), []).append(one)
    return MappingProxyType({each: tuple(listed) for each, listed in found.items()})


def _exists(area: Area, day: date | None) -> bool:
    return area.valid_until is None if day is None else area.existed_on(day)
