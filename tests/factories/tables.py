"""Raw cubes with relations for tests of the guard: tables with all margins."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import product

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.vocabulary import Breakdown, Figure, Lineage, Material, Period, Unit

TOTAL = "s"
"""The row or column of the totals."""


def rules(minimum_count: int = 3, *, rate_floor: int = 0, zero_is_public: bool = True) -> RuleSet:
    """A rule set."""
    return RuleSet("probe", "Probe", minimum_count, rate_floor, zero_is_public, "frei erfunden", "")


def at(row: str, column: str = TOTAL, *, measure: str = "Personen") -> CellKey:
    """The cell of an area and a category."""
    where = Breakdown.of({} if column == TOTAL else {"Herkunft": column})
    return CellKey(measure, Unit.COUNT, row, Period.parse("2024"), where)


def cell(figure: Figure | int | Decimal, material: Material = Material.ADDITIVE) -> Cell:
    """A cell that was added up from seven rows."""
    return Cell(figure if isinstance(figure, Figure) else Figure.of(figure), material, Lineage("lieferung", (), 7))


def table(counts: Sequence[Sequence[int]]) -> RawCube:
    """A table of areas by categories, with its margins and all relations between them."""
    rows, columns = [str(n) for n in range(len(counts))], [f"h{n}" for n in range(len(counts[0]))]
    inner = {(row, column): counts[int(row)][int(column[1:])] for row, column in product(rows, columns)}
    cells = {
        at(row, column): cell(
            sum(n for (r, c), n in inner.items() if row in (r, TOTAL) and column in (c, TOTAL)),
        )
        for row, column in product([*rows, TOTAL], [*columns, TOTAL])
    }
    down = [Relation(at(TOTAL, column), tuple(at(row, column) for row in rows)) for column in [*columns, TOTAL]]
    across = [Relation(at(row), tuple(at(row, column) for column in columns)) for row in [*rows, TOTAL]]
    return RawCube(cells, tuple(down + across))
