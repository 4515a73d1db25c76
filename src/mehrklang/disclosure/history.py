"""What was published before: it cannot be taken back, and the attacker has kept it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.vocabulary import Figure, Finality


@dataclass(frozen=True, slots=True)
class History:
    """All cells of earlier editions as they were published, and the relations between them and today's cells.

    A number counts as known for ever; a withheld figure stays a secret that today's cells must not tell. A relation
    may name cells of the history and of the cube that is protected now. `revised` are the cells whose publication has
    been called back as wrong, or never went out: another number today is no contradiction there. `open` are those that
    went out as provisional or estimated, of which another number was announced.
    """

    cells: Mapping[CellKey, Figure]
    relations: tuple[Relation, ...] = ()
    revised: frozenset[CellKey] = frozenset()
    open: frozenset[CellKey] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", MappingProxyType(dict(self.cells)))

    def published(self, key: CellKey) -> bool:
        """Whether the cell's number is known to the public."""
        figure = self.cells.get(key)
        return figure is not None and figure.known

    def held_against(self, cells: Mapping[CellKey, Cell]) -> "History":
        """What still counts today: revised cells that show another number now speak of something else. Of a newer
        version both numbers are public; the former one nearly tells the newer, which therefore counts as known and
        protects no other cell.
        """
        other = {
            key
            for key in cells.keys() & self.cells.keys()
            if self.published(key) and self.cells[key].number != cells[key].figure.number
        }
        newer = {key for key in other - self.revised if self._announced(key, cells[key])}
        overtaken = other & self.revised
        if not overtaken and not newer:
            return self
        left = {key: figure for key, figure in self.cells.items() if key not in overtaken}
        known = {key: cells[key].figure for key in newer if cells[key].figure.known}
        return replace(self, cells=left | known, revised=self.revised - overtaken)

    def _announced(self, key: CellKey, cell: Cell) -> bool:
        """Whether a number other than the published one is a version of it and no contradiction."""
        return key in self.open or cell.lineage.finality is Finality.REVISED


NOTHING_BEFORE = History({})
"""Of a first edition."""
