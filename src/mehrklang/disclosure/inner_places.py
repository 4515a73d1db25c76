"""Where the columns of a table are there: areas and periods, their numbers, and how areas make up others."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure.cycles import Circle
from mehrklang.disclosure.divisions import Divisions
from mehrklang.disclosure.history import History
from mehrklang.disclosure.links import Column, column_of, key_of
from mehrklang.vocabulary import Period

Families = Mapping[str, Sequence[frozenset[str]]]
"""The areas that make up an area, in each way in which it is divided."""


class Places:
    """The numbers of a table and of what was published before, by columns."""

    def __init__(self, raw: RawCube, history: History, divisions: Divisions) -> None:
        self.divisions = divisions
        self.numbers: dict[CellKey, Decimal | None] = {
            **{key: figure.number for key, figure in history.cells.items()},
            **{key: cell.figure.number for key, cell in raw.cells.items()},
        }
        self._areas: defaultdict[tuple[Column, Period], set[str]] = defaultdict(set)
        for key in self.numbers:
            self._areas[column_of(key), key.period].add(key.area)
        every = (*raw.relations, *history.relations)
        self._by_area = [one for one in every if any(part.area != one.total.area for part in one.parts)]

    def periods(self, circle: Circle) -> list[Period]:
        """The periods in which any margin of a circle is told."""
        return sorted({period for column, period in self._areas if column in circle.columns})

    def spots(self, circle: Circle) -> int:
        """In how many areas and periods any margin of a circle is told."""
        return sum(len(self.areas(circle, period)) for period in self.periods(circle))

    def areas(self, circle: Circle, period: Period) -> list[str]:
        """The areas in which any margin of a circle is told."""
        return sorted({area for column in circle.columns for area in self._areas.get((column, period), ())})

    def there(self, column: Column, area: str, period: Period) -> bool:
        """Whether a column is told in an area."""
        return area in self._areas.get((column, period), ())

    def empty(self, column: Column, area: str, period: Period) -> bool:
        """Whether a column has no case in an area: it is not told, others beside it are, or nobody is in the whole."""
        if self.there(column, area, period):
            return False
        return any(
            any(self.there(part, area, period) for part in each.parts)
            or self.numbers.get(key_of(each.total, area, period)) == 0
            for each in self.divisions.of_part(column)
        )

    def families(self, areas: Sequence[str], period: Period) -> Families:
        """How some areas make up others: sums of one area that overlap are one."""
        known = set(areas)
        found: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
        for one in self._by_area:
            total, parts = one.total.area, frozenset(part.area for part in one.parts) & known
            if one.total.period == period and total in known and parts and total not in parts:
                touching = [other for other in found[total] if other & parts]
                found[total] = [other for other in found[total] if not other & parts] + [parts.union(*touching)]
        return found
