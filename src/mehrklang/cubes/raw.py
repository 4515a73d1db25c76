"""Raw cubes: what the engine added up, before the guard. Only the store makes them, only the guard reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from mehrklang.cubes.cell import Cell, CellKey
from mehrklang.vocabulary import Material


@dataclass(frozen=True, slots=True)
class Relation:
    """An equation between cells that anybody can do on paper: the total is the sum of its parts.

    Promise: total and parts are keys of the same cube; the parts overlap nowhere and leave out nothing that is known.
    """

    total: CellKey
    parts: tuple[CellKey, ...]

    @property
    def members(self) -> tuple[CellKey, ...]:
        """The total and its parts."""
        return (self.total, *self.parts)


@dataclass(frozen=True, slots=True)
class RawCube:
    """Unprotected cells and the additive relations between them.

    `hidden` are cells that nobody asked for and nobody gets: they complete relations (who shows the total and the women
    tells the men). The guard needs them and leaves them behind. `greatest` are, for sums of amounts, the greatest
    single amounts of a cell in descending order; empty where counts are meant. `before` are the versions of published
    cells that counted before today's, where they said something else. `cell_keys` are the sums of the
    records' keys, of which the cell-key method takes the fractional part.

    Promise: immutable; printing it shows no figures, so that a log or an error page cannot leak one.
    """

    cells: Mapping[CellKey, Cell]
    relations: tuple[Relation, ...] = ()
    hidden: frozenset[CellKey] = frozenset()
    greatest: Mapping[CellKey, tuple[Decimal, ...]] = field(default_factory=lambda: MappingProxyType({}))
    before: Mapping[CellKey, Cell] = field(default_factory=lambda: MappingProxyType({}))
    cell_keys: Mapping[CellKey, Fraction] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", MappingProxyType(dict(self.cells)))
        object.__setattr__(self, "greatest", MappingProxyType(dict(self.greatest)))
        object.__setattr__(self, "before", MappingProxyType(dict(self.before)))
        object.__setattr__(self, "cell_keys", MappingProxyType(dict(self.cell_keys)))
        if any(cell.material is not Material.PUBLISHED for cell in self.before.values()):
            raise ValueError("only published statistics have versions that may be shown")
        named = self.hidden.union(*(relation.members for relation in self.relations))
        if not named <= self.cells.keys():
            raise ValueError("a relation or a hidden key names a cell that the cube does not hold")

    def __repr__(self) -> str:
        return f"RawCube({len(self.cells)} cells, {len(self.relations)} relations)"
