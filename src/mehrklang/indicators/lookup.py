"""From a term of a definition to the part of a computation: find the cell in its cube."""

from collections.abc import Mapping
from dataclasses import dataclass

from mehrklang.catalogue import Term
from mehrklang.cubes import CellKey, ProtectedCube
from mehrklang.indicators.matching import match
from mehrklang.indicators.part import Part
from mehrklang.vocabulary import Figure, Period, Reason

_ABSENT = Figure.withheld(Reason.NOT_DELIVERED)


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
            return Part(_ABSENT, term.unit, notes=_notes(_ABSENT, role))
        cell = cube.cell(CellKey(term.measure, term.unit, self.area, matched, term.where))
        other = () if matched == period else (f"{role}: {matched.label} zu {period.label} (gleiches Kalenderjahr).",)
        return Part(
            figure=cell.figure,
            unit=term.unit,
            lineage=cell.lineage,
            notes=(*other, *_notes(cell.figure, role)),
            rate_floor=cube.protection.rate_floor,
            material=cell.material,
        )


def _notes(figure: Figure, role: str) -> tuple[str, ...]:
    """Why a part of a larger computation has its sign; a figure that stands alone says so itself."""
    if not role or figure.reason is None or figure.reason is Reason.NOTHING_THERE:
        return ()
    return (f"{role}: {figure.reason.meaning}",)
