"""Cubes: cells keyed by measure, area, period and breakdown. Two types, and one way from the first to the second.

`RawCube` (module `raw`, imported by the store and the guard alone) holds what the engine added up.
`ProtectedCube` is what everything above works with; only the guard (`mehrklang.disclosure`) can make one,
because only it may open `seal`. `RawCube` is deliberately not re-exported here.
"""

from mehrklang.cubes.cell import Cell, CellKey
from mehrklang.cubes.protected import ProtectedCube, Protection

__all__ = ["Cell", "CellKey", "ProtectedCube", "Protection"]
