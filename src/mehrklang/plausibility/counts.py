"""All counts of a batch, to be asked which of them are of a given size in an area and a period."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mehrklang.plausibility.panel import Pairs, Panel, Row
from mehrklang.plausibility.robust import rounding_base
from mehrklang.plausibility.wording import label
from mehrklang.vocabulary import Unit

_COUNTS = (Unit.COUNT, Unit.THOUSAND)


@dataclass(frozen=True, slots=True)
class Column:
    """The figures of one breakdown of one table of counts."""

    panel: Panel
    pairs: Pairs

    @property
    def rows(self) -> Mapping[str, Row]:
        """By area."""
        return self.panel.columns[self.pairs]

    @property
    def name(self) -> str:
        """For messages."""
        return f"{self.panel.measure} ({label(self.pairs)})"


class Counts:
    """The columns of all tables of counts; columns are named by their position."""

    __slots__ = ("_bases", "_by_name", "_positions", "_values", "columns")

    def __init__(self, panels: Sequence[Panel]) -> None:
        counted = [panel for panel in panels if panel.unit in _COUNTS and not panel.is_change]
        self._bases = {id(panel): _base(panel) for panel in counted}
        self.columns = tuple(Column(panel, pairs) for panel in counted for pairs in panel.columns)
        self._by_name = {(id(one.panel), one.pairs): position for position, one in enumerate(self.columns)}
        places: dict[tuple[str, str], list[tuple[float, int]]] = {}
        for position, column in enumerate(self.columns):
            keys = [period.key for period in column.panel.periods]
            for area, row in column.rows.items():
                for key, value in zip(keys, row.numbers, strict=True):
                    if value is not None and value > 0:
                        places.setdefault((area, key), []).append((value, position))
        for found in places.values():
            found.sort()
        self._values = {place: [value for value, _ in found] for place, found in places.items()}
        self._positions = {place: [position for _, position in found] for place, found in places.items()}

    def of_size(self, area: str, period: str, low: float, high: float) -> Sequence[int]:
        """The columns whose count lies between the two bounds."""
        values = self._values.get((area, period))
        if values is None:
            return ()
        return self._positions[area, period][bisect_left(values, low) : bisect_right(values, high)]

    def position(self, panel: Panel, pairs: Pairs) -> int:
        """Where a column stands."""
        return self._by_name[id(panel), pairs]

    def base(self, position: int) -> float:
        """The base to which the counts of the column's table are rounded; 0 for whole persons."""
        return self._bases[id(self.columns[position].panel)]

    def with_areas(self, least: int) -> Iterator[int]:
        """The columns that hold at least so many areas."""
        return (position for position, column in enumerate(self.columns) if len(column.rows) >= least)


def _base(panel: Panel) -> float:
    base = rounding_base(value for row in panel.rows for value in row.numbers if value is not None)
    return 0.0 if base == 1 and panel.unit is Unit.COUNT else base


def value_at(column: Column, area: str, period: str) -> float | None:
    """The number of a column in an area and period."""
    row = column.rows.get(area)
    at = column.panel.positions.get(period)
    return None if row is None or at is None else row.numbers[at]
