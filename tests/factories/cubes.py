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
    RuleSet,
    Term,
)
from mehrklang.cubes import Cell, CellKey, ProtectedCube, Protection
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.cubes.seal import Seal
from mehrklang.vocabulary import EVERYTHING, Breakdown, Figure, Lineage, Material, Period, SourceCell, Unit

GOSLAR = "03153"


def key(
    measure: str, period: str, *, unit: Unit = Unit.COUNT, area: str = GOSLAR, where: Breakdown = EVERYTHING
) -> CellKey:
    """The key of a cell."""
    return CellKey(measure, unit, area, Period.parse(period), where)


def cells(figures: Mapping[CellKey, Figure | int], material: Material = Material.ADDITIVE) -> dict[CellKey, Cell]:
    """Cells with one line of a file each."""
    return {
        cell_key: Cell(
            figure if isinstance(figure, Figure) else Figure.of(figure),
            material,
            Lineage("lieferung", (SourceCell("daten.csv", line, "Value", "roh"),), 1),
        )
        for line, (cell_key, figure) in enumerate(figures.items(), start=2)
    }


def cube(
    figures: Mapping[CellKey, Figure | int], *, rate_floor: int = 0, material: Material = Material.ADDITIVE
) -> ProtectedCube:
    """A protected cube, as the guard would leave it."""
    protocol = Protection("prüfung", len(figures), rate_floor=rate_floor)
    return ProtectedCube(cells(figures, material), protocol, seal=Seal())


def raw(
    figures: Mapping[CellKey, Figure | int], *relations: Relation, material: Material = Material.ADDITIVE
) -> RawCube:
    """A raw cube, as the store would leave it."""
    return RawCube(cells(figures, material), relations)


def rules(minimum_count: int, *, zero_is_public: bool = True, rate_floor: int = 0) -> RuleSet:
    """A rule set of disclosure control."""
    return RuleSet("prüfung", "Prüfung", minimum_count, rate_floor, zero_is_public, "frei erfunden", "")


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
