"""The tree of areas: which areas make up which, in one hierarchy or in several at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mehrklang.store.error import fault, refuse
from mehrklang.territory import Membership
from mehrklang.vocabulary import Area, AreaLevel


@dataclass(frozen=True, slots=True)
class Family:
    """An area and those below it that make it up: children of one level and hierarchy, and what cannot be assigned to
    them."""

    parent: str
    children: tuple[Area, ...]

    @property
    def assigned(self) -> tuple[str, ...]:
        """The keys of the children that are places."""
        return tuple(child.key for child in self.children if child.level is not AreaLevel.UNASSIGNED)


@dataclass(frozen=True, slots=True)
class _Link:
    """An area in one above it; `cut` is the hierarchy in which it divides that one ("": the areas' own parents)."""

    parent: str
    child: Area
    cut: str = ""


class Tree:
    """The areas of a hierarchy by their parents, and of further hierarchies by memberships. Faults: an area that lies
    in itself.

    Who is a parent in a further hierarchy (Sozialräume) divides its own parent apart from all others there.
    """

    def __init__(self, areas: Sequence[Area], memberships: Sequence[Membership] = ()) -> None:
        levels = list(AreaLevel)
        known = {area.key: area for area in sorted(set(areas), key=lambda area: (levels.index(area.level), area.key))}
        cuts = {one.parent: one.hierarchy for one in memberships}
        own = [_Link(area.parent, area, cuts.get(area.key, "")) for area in known.values() if area.parent is not None]
        further = [
            _Link(one.parent, known[one.area], one.hierarchy)
            for one in dict.fromkeys(memberships)
            if one.area in known and one.parent in known and known[one.area].parent != one.parent
        ]
        self._below: defaultdict[str, list[_Link]] = defaultdict(list)
        self._above: defaultdict[str, list[_Link]] = defaultdict(list)
        for link in dict.fromkeys([*own, *further]):
            self._below[link.parent].append(link)
            self._above[link.child.key].append(link)
        self._refuse_circles()

    def families(self, parent: str) -> tuple[Family, ...]:
        """The ways in which an area is divided, coarse levels first. Areas of different levels or hierarchies overlap:
        never mixed."""
        links = self._below.get(parent, [])
        rest = [link.child for link in links if link.child.level is AreaLevel.UNASSIGNED]
        kinds: dict[tuple[str, AreaLevel], list[Area]] = {}
        for link in links:
            if link.child.level is not AreaLevel.UNASSIGNED:
                kinds.setdefault((link.cut, link.child.level), []).append(link.child)
        return tuple(Family(parent, tuple(each + rest)) for each in (kinds.values() or ([[]] if rest else [])))

    def below(self, areas: Iterable[str]) -> set[str]:
        """The areas and all that lie in them."""
        found: set[str] = set()
        waiting = list(areas)
        while waiting:
            area = waiting.pop()
            if area not in found:
                found.add(area)
                waiting += [link.child.key for link in self._below.get(area, [])]
        return found

    def leaves(self, area: str) -> frozenset[str]:
        """The smallest areas that it is made of, as far as is known; an area that nothing divides is its own."""
        return self._leaves[area] if area in self._leaves else frozenset({area})

    @cached_property
    def _leaves(self) -> dict[str, frozenset[str]]:
        return {area: frozenset(key for key in self.below([area]) if not self._below.get(key)) for area in self._below}

    def between(self, asked: set[str]) -> list[Family]:
        """The families that connect asked areas with asked areas above them.

        With these equations a reader can compute, from the asked areas alone, everything that can be computed.
        """
        ways = [way for area in sorted(asked) for way in self._ways(area, asked)]
        on_a_way = {step for way in ways for step in way}
        parents = {
            step
            for way in ways
            for position, step in enumerate(way)
            if position > 0 and not asked.isdisjoint(way[position:])
        }
        return [
            family
            for parent in sorted(parents)
            for family in self.families(parent)
            if any(child.key in on_a_way for child in family.children)
        ]

    def _ways(self, area: str, asked: set[str]) -> Iterator[tuple[str, ...]]:
        """The area with all above it, by each way up; a further hierarchy only to parents that are asked for."""
        links = [
            link
            for link in self._above.get(area, [])
            if not link.cut or link.parent in asked or link.child.key in asked
        ]
        if not links:
            yield (area,)
        for link in links:
            for way in self._ways(link.parent, asked):
                yield (area, *way)

    def _refuse_circles(self) -> None:
        for start in self._below:
            if any(link.child.key == start for area in self.below([start]) for link in self._below.get(area, [])):
                refuse(
                    [
                        fault(
                            "B-GEBIET-01",
                            f"Das Gebiet {start} liegt nach den Angaben in sich selbst.",
                            "Die übergeordneten Gebiete in der Gebietsliste prüfen.",
                        )
                    ]
                )
