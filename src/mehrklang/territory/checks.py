"""What must hold in a register of areas; all faults at once."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from mehrklang.territory.faults import area_unknown, going_round, key_twice, two_parents, union_overlaps
from mehrklang.territory.membership import ADMINISTRATION, Membership, Union
from mehrklang.vocabulary import Area, Issue

_Parents = Mapping[tuple[str, str], Sequence[Membership]]


@dataclass(frozen=True, slots=True)
class Fault:
    """An issue, and what it is about: whoever read that from a file knows its line."""

    issue: Issue
    about: Area | Membership | Union


def find_faults(areas: Sequence[Area], memberships: Sequence[Membership], unions: Sequence[Union]) -> Iterator[Fault]:
    """Keys that stand for two areas or none, areas in themselves or in two others at once, unions that overlap."""
    names: dict[str, dict[Area, None]] = {}
    for area in areas:
        names.setdefault(area.key, {})[area] = None
    for key, found in names.items():
        if len(found) > 1:
            yield Fault(key_twice(key, [area.name for area in found]), list(found)[-1])
    parents: dict[tuple[str, str], list[Membership]] = {}
    for one in memberships:
        parents.setdefault((one.hierarchy, one.area), []).append(one)
    yield from _unknown(names.keys(), memberships, unions)
    yield from _two_parents(parents)
    yield from _circles(parents)
    yield from _overlaps(parents, unions)


def _unknown(known: Collection[str], memberships: Sequence[Membership], unions: Sequence[Union]) -> Iterator[Fault]:
    for one in memberships:
        for key in (one.area, one.parent):
            if key not in known:
                yield Fault(area_unknown(key, f"Die Gliederung „{one.hierarchy}“"), one)
    for union in unions:
        for part in union.parts:
            if part not in known:
                yield Fault(area_unknown(part, f"Das zusammengesetzte Gebiet {union.key}"), union)


def _two_parents(parents: _Parents) -> Iterator[Fault]:
    for (hierarchy, area), found in parents.items():
        both = next((pair for pair in combinations(found, 2) if pair[0].overlaps(pair[1])), None)
        if both is not None:
            yield Fault(two_parents(hierarchy, area, {one.parent for one in both}), both[-1])


def _circles(parents: _Parents) -> Iterator[Fault]:
    """Each circle once, at the first of its areas; an area above itself at another time counts too."""
    cleared: set[tuple[str, str]] = set()
    for hierarchy, area in parents:
        if (hierarchy, area) not in cleared:
            seen = _above(hierarchy, area, parents)
            if area in seen:
                yield Fault(going_round(hierarchy, area), parents[hierarchy, area][0])
                cleared |= {(hierarchy, key) for key in seen}


def _above(hierarchy: str, area: str, parents: _Parents) -> set[str]:
    """Every area that can be reached upwards, whenever."""
    seen: set[str] = set()
    waiting = [one.parent for one in parents.get((hierarchy, area), ())]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += [one.parent for one in parents.get((hierarchy, key), ())]
    return seen


def _overlaps(parents: _Parents, unions: Sequence[Union]) -> Iterator[Fault]:
    for union in unions:
        parts = set(union.parts)
        doubled = {part for part in parts if union.parts.count(part) > 1}
        inside = {part for part in parts if _above(ADMINISTRATION, part, parents) & parts}
        for part in sorted(doubled | inside):
            yield Fault(union_overlaps(union.key, part), union)
