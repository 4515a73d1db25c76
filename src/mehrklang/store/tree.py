"""The tree of areas: which areas make up which."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mehrklang.store.error import fault, refuse
from mehrklang.vocabulary import Area, AreaLevel


@dataclass(frozen=True, slots=True)
class Family:
    """An area and those below it that make it up: children of one level, and what cannot be assigned to them."""

    parent: str
    children: tuple[Area, ...]

    @property
    def assigned(self) -> tuple[str, ...]:
        """The keys of the children that are places."""
        return tuple(child.key for child in self.children if child.level is not AreaLevel.UNASSIGNED)


class Tree:
    """The areas of a hierarchy by their parents. Faults: an area that lies in itself."""

    def __init__(self, areas: Sequence[Area]) -> None:
        levels = list(AreaLevel)
        self._parent = {area.key: area.parent for area in areas if area.parent is not None}
        self._children: defaultdict[str, list[Area]] = defaultdict(list)
        for area in sorted(set(areas), key=lambda area: (levels.index(area.level), area.key)):
            if area.parent is not None:
                self._children[area.parent].append(area)
        self._refuse_circles()

    def families(self, parent: str) -> tuple[Family, ...]:
        """The ways in which an area is divided, coarse levels first. Areas of different levels overlap: never mixed."""
        children = self._children.get(parent, [])
        rest = [area for area in children if area.level is AreaLevel.UNASSIGNED]
        levels = dict.fromkeys(area.level for area in children if area.level is not AreaLevel.UNASSIGNED)
        return tuple(
            Family(parent, tuple([area for area in children if area.level is level] + rest))
            for level in levels or ([AreaLevel.UNASSIGNED] if rest else [])
        )

    def below(self, areas: Iterable[str]) -> set[str]:
        """The areas and all that lie in them."""
        found: set[str] = set()
        waiting = list(areas)
        while waiting:
            area = waiting.pop()
            if area not in found:
                found.add(area)
                waiting += [child.key for child in self._children.get(area, [])]
        return found

    def between(self, asked: set[str]) -> list[Family]:
        """The families that connect asked areas with asked areas above them.

        With these equations a reader can compute, from the asked areas alone, everything that can be computed.
        """
        ways = {area: [area, *self._above(area)] for area in asked}
        on_a_way = {step for way in ways.values() for step in way}
        parents = {
            step
            for way in ways.values()
            for position, step in enumerate(way)
            if position > 0 and not asked.isdisjoint(way[position:])
        }
        return [
            family
            for parent in sorted(parents)
            for family in self.families(parent)
            if any(child.key in on_a_way for child in family.children)
        ]

    def _above(self, area: str) -> Iterator[str]:
        while (parent := self._parent.get(area)) is not None:
            yield parent
            area = parent

    def _refuse_circles(self) -> None:
        for start in self._parent:
            for step, area in enumerate(self._above(start)):
                if area == start or step > len(self._parent):
                    refuse(
                        [
                            fault(
                                "B-GEBIET-01",
                                f"Das Gebiet {start} liegt nach den Angaben in sich selbst.",
                                "Die übergeordneten Gebiete in der Gebietsliste prüfen.",
                            )
                        ]
                    )
