"""The register of the installation as the library's values, for monitorings, maps and the page."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from mehrklang.territory import ADMINISTRATION, Areas, Membership, Union, register
from mehrklang.vocabulary import Area, Boundary, Issue
from mehrklang.vocabulary.boundary import in_force
from mehrklang_web.places.models import FileOnTrial, Place, PlaceOutline, Placing


def areas_of(places: Iterable[Place]) -> tuple[Area, ...]:
    """The areas that are no unions."""
    return tuple(place.to_value() for place in places if not place.parts)


def unions_of(places: Iterable[Place]) -> tuple[Union, ...]:
    """The unions."""
    return tuple(union for place in places if (union := place.to_union()))


def memberships_of(places: Iterable[Place]) -> tuple[Membership, ...]:
    """What is said of these areas in the further hierarchies."""
    keys = {place.key for place in places}
    return tuple(each.to_value() for each in Placing.objects.all() if each.area in keys)


def boundaries_of(places: Iterable[Place]) -> tuple[Boundary, ...]:
    """All boundaries, of all times, in full."""
    rows = PlaceOutline.objects.filter(place__in=[place.pk for place in places]).select_related("place", "outline")
    return tuple(each.to_value() for each in rows)


def drawn_boundaries_of(places: Iterable[Place], day: date | None = None) -> tuple[Boundary, ...]:
    """The boundaries of one day for maps, large ones in their simpler copy."""
    rows = PlaceOutline.objects.filter(place__in=[place.pk for place in places]).select_related("place", "outline")
    return in_force((each.to_value(drawn=True) for each in rows), day)


def places_of(places: Iterable[Place], own: str) -> list[Place]:
    """These areas, and everything of the register that lies in the area `own` or is put together from such areas."""
    everything = list(Place.objects.all())
    inside = {place.key for place in places}
    above = [(place.key, place.parent) for place in everything] + [
        (each.area, each.parent) for each in Placing.objects.all()
    ]
    above += [(place.key, part) for place in everything for part in place.parts]
    reached, waiting = {own}, [own]
    while waiting:
        parent = waiting.pop()
        found = {key for key, upper in above if upper == parent} - reached
        reached |= found
        waiting += found
    return [place for place in everything if place.key in inside | (reached - {own})]


@dataclass(frozen=True, slots=True)
class KeptRegister:
    """The register of the installation, or why there is none; areas above it that nobody has entered are left out."""

    areas: Areas | None
    issues: tuple[Issue, ...]


def kept_register() -> KeptRegister:
    """All areas, hierarchies and unions."""
    places = list(Place.objects.all())
    keys = {place.key for place in places}
    areas = [each if each.parent in keys else replace(each, parent=None) for each in areas_of(places)]
    memberships = [one for one in memberships_of(places) if one.parent in keys]
    unions = [union for union in unions_of(places) if set(union.parts) <= keys]
    built = register(areas, memberships=memberships, unions=unions)
    return KeptRegister(built.areas, built.issues)


@dataclass(frozen=True, slots=True)
class Branch:
    """An area in the tree of a hierarchy, with what lies in it."""

    area: Area
    branches: tuple["Branch", ...]


def tree(areas: Areas, hierarchy: str, day: date | None) -> tuple[Branch, ...]:
    """The areas of a hierarchy on a day, from the top; areas that belong to other hierarchies only, or to none of
    the further ones, are left out."""
    alive = [area for area in areas.by_key.values() if exists(area, day)]
    tops = [area for area in alive if areas.parent(area.key, hierarchy, day) is None]
    grown = [_branch(area, areas, hierarchy, day) for area in sorted(tops, key=lambda area: area.key)]
    elsewhere = {key for one in areas.memberships if one.hierarchy != ADMINISTRATION for key in (one.area, one.parent)}
    alone = elsewhere | {union.key for union in areas.unions}
    return tuple(
        each for each in grown if each.branches or (hierarchy == ADMINISTRATION and each.area.key not in alone)
    )


def _branch(area: Area, areas: Areas, hierarchy: str, day: date | None) -> Branch:
    below = areas.children(area.key, hierarchy, day)
    return Branch(area, tuple(_branch(each, areas, hierarchy, day) for each in below))


def exists(area: Area, day: date | None) -> bool:
    """Whether the area exists on that day; without a day, whether it exists without an end."""
    return area.valid_until is None if day is None else area.existed_on(day)


def found(areas: Areas, words: str) -> tuple[Area, ...]:
    """The areas, past ones too, whose name holds the words or whose key begins with them; by key."""
    asked = words.strip().casefold()
    hits = (area for area in areas.by_key.values() if asked in area.name.casefold() or area.key.startswith(asked))
    return tuple(sorted(hits, key=lambda area: area.key))


def waiting() -> tuple[FileOnTrial, ...]:
    """Files that nobody has decided on."""
    return tuple(FileOnTrial.objects.defer("content"))
