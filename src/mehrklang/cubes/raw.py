"""Raw cubes: what the engine added up, before the guard. Only the store makes them, only the guard reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mehrklang.cubes.cell import Cell, CellKey


@dataclass(frozen=True, slots=True)
class RawCube:
    """Unprotected cells.

    Promise: immutable; printing it shows no figures, so that a log or an error page cannot leak one.
    """

    cells: Mapping[CellKey, Cell]

    def __post_init__(self) -> None:
        object.__setattr__(self, "cells", MappingProxyType(dict(self.cells)))

    def __repr__(self) -> str:
        return f"RawCube({len(self.cells)} cells)"
