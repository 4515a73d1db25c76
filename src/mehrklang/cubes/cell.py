"""The key and the content of one cell of a cube."""

from dataclasses import dataclass

from mehrklang.vocabulary import EVERYTHING, Breakdown, Figure, Lineage, Material, Period, Unit


@dataclass(frozen=True, slots=True)
class CellKey:
    """What a cell stands for. A feature that the breakdown does not name is summed over (additive material)
    or stands at the source's own total (published statistics)."""

    measure: str
    unit: Unit
    area: str
    period: Period
    breakdown: Breakdown = EVERYTHING


@dataclass(frozen=True, slots=True)
class Cell:
    """The figure of a cell, which kind of material it is, and where it comes from."""

    figure: Figure
    material: Material
    lineage: Lineage
