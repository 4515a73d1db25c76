"""The inner cells of a circle in one period: where they are, which sums bind them, and numbers that fit."""

from collections.abc import Hashable, Iterator, Sequence
from functools import reduce

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.cycles import Choice, Circle
from mehrklang.disclosure.inner_places import Places
from mehrklang.disclosure.inner_witness import Sum, witness
from mehrklang.disclosure.links import Column, key_of
from mehrklang.vocabulary import Period

Inner = tuple[str, Choice]
"""Area and inner cell."""


class InnerCells:
    """The inner cells of all areas, and `numbers` that fit all that is known of their sums. An area that others make up
    has the sums of theirs. `overdue`: none were found in time; none at all where nothing fits, because then the columns
    do not speak of the same persons.
    """

    def __init__(self, circle: Circle, period: Period, places: Places) -> None:
        self.circle, self._period, self._places = circle, period, places
        self._areas = places.areas(circle, period)
        self._families = places.families(self._areas, period)
        every = circle.choices()
        self._names = {choice: circle.name(choice) for choice in every}
        self._choices: dict[str, list[Choice]] = {}
        for area in sorted(self._areas, key=lambda area: len(self._leaves(area))):
            self._choices[area] = [choice for choice in every if self._possible(area, choice)]
        found = witness(list(self._sums()))
        self.overdue = found is None
        self.numbers = dict(self._totals(found)) if found else {}

    def relations(self) -> Iterator[Relation]:
        """Each margin as the sum of its inner cells, and the inner cells of an area as those of its parts."""
        if not self.numbers:
            return
        for area in self._areas:
            for column, above in self._told(area):
                parts = tuple(self._key(area, choice) for choice in self._inside(area, above))
                if parts:
                    yield Relation(key_of(column, area, self._period), parts)
            for family in self._families.get(area, ()):
                if self._leaves_of(family) == self._leaves(area):
                    for choice in self._choices[area]:
                        parts = tuple(self._key(one, choice) for one in sorted(family) if choice in self._choices[one])
                        yield Relation(self._key(area, choice), parts)

    def _leaves(self, area: str) -> frozenset[str]:
        """The areas without further parts that make up an area, by its first division."""
        families = self._families.get(area)
        return self._leaves_of(families[0]) if families else frozenset({area})

    def _leaves_of(self, family: frozenset[str]) -> frozenset[str]:
        return reduce(frozenset.union, map(self._leaves, family), frozenset[str]())

    def _possible(self, area: str, choice: Choice) -> bool:
        """Whether there can be such persons in an area: no margin with them is empty, and some part of it has them."""
        families = self._families.get(area)
        if families and not any(choice in self._choices[one] for one in families[0]):
            return False
        return not any(
            above <= choice and self._places.empty(column, area, self._period) for column, above in self.circle.margins
        )

    def _told(self, area: str) -> list[tuple[Column, Choice]]:
        return [one for one in self.circle.margins if self._places.there(one[0], area, self._period)]

    def _inside(self, area: str, above: Choice) -> list[Choice]:
        return [choice for choice in self._choices[area] if above <= choice]

    def _sums(self) -> Iterator[Sum]:
        """What the inner cells of the smallest areas add up to. A number of an area that follows from its parts' tells
        nothing more.
        """
        for area in self._areas:
            leaves = sorted(self._leaves(area))
            for column, above in self._told(area):
                number = self._places.numbers[key_of(column, area, self._period)]
                if number is not None and not self._follows(area, column):
                    inner = [(leaf, choice) for leaf in leaves for choice in self._inside(leaf, above)]
                    yield Sum(int(number), tuple(inner))

    def _follows(self, area: str, column: Column) -> bool:
        keys = [key_of(column, one, self._period) for family in self._families.get(area, ())[:1] for one in family]
        return bool(keys) and all(self._places.numbers.get(key) is not None for key in keys)

    def _totals(self, found: dict[Hashable, int]) -> Iterator[tuple[CellKey, int]]:
        for area in self._areas:
            leaves: Sequence[str] = sorted(self._leaves(area))
            for choice in self._choices[area]:
                yield self._key(area, choice), sum(found.get((leaf, choice), 0) for leaf in leaves)

    def _key(self, area: str, choice: Choice) -> CellKey:
        return key_of(self._names[choice], area, self._period)
