"""From the terms of a definition to the parts of a computation: find the cells in their cubes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.catalogue import Term
from mehrklang.cubes import Cell, ProtectedCube
from mehrklang.indicators.matching import match
from mehrklang.indicators.part import Part
from mehrklang.indicators.uncertainty.rounding import slack_of_base, slack_of_decimals
from mehrklang.vocabulary import Figure, Material, Period, Reason, Unit

_ABSENT = Figure.withheld(Reason.NOT_DELIVERED)
MOST_DECIMALS = 6
"""A published number with more decimals was not rounded for print: nothing is known about its rounding."""


@dataclass(frozen=True, slots=True)
class Column:
    """The cells of one term by period. `role` ("Zähler", "Nenner") lets the notes of its parts name it."""

    unit: Unit
    cells: Mapping[Period, Cell]
    role: str = ""
    rate_floor: int = 0
    slack: Decimal | None = None

    def part(self, period: Period) -> Part:
        """The part for a period, in the term's unit."""
        cell = self.cells.get(period)
        if cell is not None:
            return self._part(cell, ())
        matched = match(period, self.cells)
        if matched is None:
            return Part(_ABSENT, self.unit, notes=_notes(_ABSENT, self.role))
        other = f"{self.role}: {matched.label} zu {period.label} (gleiches Kalenderjahr)."
        return self._part(self.cells[matched], (other,))

    def _part(self, cell: Cell, notes: tuple[str, ...]) -> Part:
        return Part(
            figure=cell.figure,
            unit=self.unit,
            lineage=cell.lineage,
            notes=(*notes, *_notes(cell.figure, self.role)),
            rate_floor=self.rate_floor,
            material=cell.material,
            slack=self.slack if cell.material is Material.PUBLISHED else None,
        )


@dataclass(frozen=True, slots=True)
class Lookup:
    """The cells of one area in the cubes of all sources; `source` is the one that a term without its own means.

    `roundings` has the base to which a source rounds its counts.
    """

    cubes: Mapping[str, ProtectedCube]
    source: str
    area: str
    roundings: Mapping[str, int]

    def column(self, term: Term, *, role: str = "") -> Column:
        """All cells of a term; none if its source is not there at all."""
        source = term.source or self.source
        cube = self.cubes.get(source)
        if cube is None:
            return Column(term.unit, {}, role)
        cells = cube.column(measure=term.measure, unit=term.unit, area=self.area, breakdown=term.where)
        slack = self._slack(source, term.unit, cells.values())
        return Column(term.unit, cells, role, cube.protection.rate_floor, slack)

    def _slack(self, source: str, unit: Unit, cells: Iterable[Cell]) -> Decimal | None:
        """By the source's base for counts, by the decimals that the whole column uses for everything else."""
        if unit is Unit.COUNT:
            return slack_of_base(self.roundings.get(source, 0))
        published = (cell.figure.number for cell in cells if cell.material is Material.PUBLISHED)
        decimals = max((_decimals(number) for number in published if number is not None), default=None)
        return None if decimals is None or decimals > MOST_DECIMALS else slack_of_decimals(decimals)


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _notes(figure: Figure, role: str) -> tuple[str, ...]:
    """Why a part of a larger computation has its sign; a figure that stands alone says so itself."""
    if not role or figure.reason is None or figure.reason is Reason.NOTHING_THERE:
        return ()
    return (f"{role}: {figure.reason.meaning}",)
