"""What was published before: it cannot be taken back, and the attacker has kept it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.vocabulary import Figure


@dataclass(frozen=True, slots=True)
class History:
    """All cells of earlier editions as they were published, and the relations between them and today's cells.

    A number counts as known for ever; a withheld figure stays a secret that today's cells must not tell. A relation
    may name cells of the history and of the cube that is protected now. `revised` are the cells whose publication has
    been called back as wrong, or never went out: another number today is no contradiction there.
    """

    cells: Mapping[CellKey, Figure]
    relations: tuple[Relation, ...] = ()
    revised: frozenset[CellKey] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", MappingProxyType(dict(self.cells)))

    def published(self, key: CellKey) -> bool:
        """Whether the cell's number is known to the public."""
        figure = self.cells.get(key)
        return figure is not None and figure.known

    def held_against(self, cells: Mapping[CellKey, Cell]) -> "History":
        """What still counts today: revised cells that show another number now speak of something else."""
        overtaken = {
            key
            for key in self.revised & cells.keys() & self.cells.keys()
            if self.published(key) and self.cells[key].number != cells[key].figure.number
        }
        left = {key: figure for key, figure in self.cells.items() if key not in overtaken}
        return replace(self, cells=left, revised=self.revised - overtaken) if overtaken else self


NOTHING_BEFORE = History({})
"""Of a first edition."""
