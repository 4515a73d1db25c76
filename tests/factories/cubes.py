"""Protected cubes, definitions and bindings for tests of the rooms above the guard."""

from collections.abc import Mapping
from dataclasses import replace

from mehrklang.catalogue import (
    Binding,
    Direction,
    Evidence,
    GroupBinding,
    IndicatorDefinition,
    IndicatorKind,
    Perspective,
    Term,
)
from mehrklang.cubes import Cell, CellKey, ProtectedCube, Protection
from mehrklang.cubes.seal import Seal
from mehrklang.vocabulary import EVERYTHING, Breakdown, Figure, Lineage, Material, Period, SourceCell, Unit

GOSLAR = "03153"


def key(
    measure: str, period: str, *, unit: Unit = Unit.COUNT, area: str = GOSLAR, where: Breakdown = EVERYTHING
) -> CellKey:
    """The key of a cell."""
    return CellKey(measure, unit, area, Period.parse(period), where)


def cube(
    figures: Mapping[CellKey, Figure | int], *, rate_floor: int = 0, material: Material = Material.ADDITIVE
) -> ProtectedCube:
    """A protected cube with one line of a file per cell."""
    cells = {
        cell_key: Cell(
            figure if isinstance(figure, Figure) else Figure.of(figure),
            material,
            Lineage("lieferung", (SourceCell("daten.csv", line, "Value", "roh"),), 1),
        )
        for line, (cell_key, figure) in enumerate(figures.items(), start=2)
    }
    return ProtectedCube(cells, Protection("prüfung", len(cells), rate_floor=rate_floor), seal=Seal())


_SHARE = IndicatorDefinition(
    code="anteil",
    name="Anteil",
    field="Bevölkerung",
    question="Wie viele?",
    relevance="",
    numerator="Ausländerinnen und Ausländer",
    denominator="Bevölkerung am 31.12.",
    population="Bevölkerung",
    unit=Unit.PERCENT,
    kind=IndicatorKind.SHARE,
    direction=Direction.HIGH_IS_GOOD,
    perspective=Perspective.STRENGTH,
    evidence=Evidence.OBJECTIVE,
)


def definition(
    kind: IndicatorKind = IndicatorKind.SHARE, unit: Unit = Unit.PERCENT, **changes: object
) -> IndicatorDefinition:
    """A definition of a kind and unit, otherwise of no importance."""
    return replace(_SHARE, kind=kind, unit=unit, **changes)  # type: ignore[arg-type] # the names are those of the fields


def binding(
    numerator: str | tuple[Term, ...], denominator: str | tuple[Term, ...] = (), *, unit: Unit = Unit.COUNT
) -> Binding:
    """A binding of one group "alle" to the source "amt"; a text names one measure."""
    return Binding("amt", (GroupBinding("alle", "Alle", _terms(numerator, unit), _terms(denominator, unit)),))


def _terms(terms: str | tuple[Term, ...], unit: Unit) -> tuple[Term, ...]:
    return (Term(terms, unit),) if isinstance(terms, str) else terms
