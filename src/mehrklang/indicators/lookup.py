"""From a term of a definition to the part of a computation: find the cell in its cube."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mehrklang.catalogue import Term
from mehrklang.cubes import Cell, CellKey, ProtectedCube
from mehrklang.indicators.matching import match
from mehrklang.indicators.part import NO_LINEAGE, Part
from mehrklang.vocabulary import Figure, Material, Period, Reason

_ABSENT = Cell(Figure.withheld(Reason.NOT_DELIVERED), Material.PUBLISHED, NO_LINEAGE)


@dataclass(frozen=True, slots=True)
class Lookup:
    """The cells of one area in the cubes of all sources; `source` is the one that a term without its own means."""

    cubes: Mapping[str, ProtectedCube]
    source: str
    area: str

    def periods(self, term: Term) -> tuple[Period, ...]:
        """For which periods the term is delivered; none if its source is not there at all."""
        cube = self.cubes.get(term.source or self.source)
        if cube is None:
            return ()
        return cube.periods(measure=term.measure, unit=term.unit, area=self.area, breakdown=term.where)

    def part(self, term: Term, period: Period, *, role: str = "") -> Part:
        """The part for a period, in the term's unit. `role` ("Zähler", "Nenner") lets its notes name it."""
        matched = match(period, self.periods(term))
        cube = self.cubes.get(term.source or self.source)
        if cube is None or matched is None:
            return _noted(_ABSENT, term, role=role, notes=())
        cell = cube.cell(CellKey(term.measure, term.unit, self.area, matched, term.where))
        notes = () if matched == period else (f"{role}: {matched.label} zu {period.label} (gleiches Kalenderjahr).",)
        return replace(_noted(cell, term, role=role, notes=notes), rate_floor=cube.protection.rate_floor)


def _noted(cell: Cell, term: Term, *, role: str, notes: tuple[str, ...]) -> Part:
    reason = cell.figure.reason
    if role and reason is not None and reason is not Reason.NOTHING_THERE:
        notes = (*notes, f"{role}: {reason.meaning}")
    return Part(cell.figure, term.unit, cell.lineage, notes=notes, material=cell.material)
