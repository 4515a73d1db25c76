"""Kinds that are computed from several parts of a group, bound by a definition: one file each.

Each takes the parts of one area, period and group and keeps them with the value (`Made`); the formulas themselves
stand in `composition` and `segregation`. `make` chooses by kind. What is withheld in one part is withheld in the
result, a base below the floor of its source is not shown, rounding of the source is propagated.
"""

from mehrklang.indicators.layered.make import make
from mehrklang.indicators.layered.parts import LayerColumns, LayerParts

__all__ = ["LayerColumns", "LayerParts", "make"]
