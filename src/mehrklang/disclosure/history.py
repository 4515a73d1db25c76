"""What was published before: it cannot be taken back, and the attacker has kept it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.vocabulary import Figure


@dataclass(frozen=True, slots=True)
class History:
    """All cells of earlier editions as they were published, and the relations between them and today's cells.

    A number counts as known for ever; a withheld figure stays a secret that today's cells must not tell. A relation
    may name cells of the history and of the cube that is protected now.
    """

    cells: Mapping[CellKey, Figure]
    relations: tuple[Relation, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", MappingProxyType(dict(self.cells)))

    def published(self, key: CellKey) -> bool:
        """Whether the cell's number is known to the public."""
        figure = self.cells.get(key)
        return figure is not None and figure.known


NOTHING_BEFORE = History({})
"""Of a first edition."""
