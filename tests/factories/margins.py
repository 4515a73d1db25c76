"""Raw cubes with relations for tests of the guard: tables with all margins."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.vocabulary import Breakdown, Figure, Lineage, Material, Period, Unit

TOTAL = "s"
"""The row or column of the totals."""


def rules(
    minimum_count: int = 3, *, rate_floor: int = 0, zero_is_public: bool = True, protection_width: int = 1
) -> RuleSet:
    """A rule set."""
    basis = "frei erfunden"
    return RuleSet("probe", "Probe", minimum_count, rate_floor, zero_is_public, basis, "", protection_width)


def at(row: str, column: str = TOTAL, *, measure: str = "Personen") -> CellKey:
    """The cell of an area and a category."""
    where = Breakdown.of({} if column == TOTAL else {"Herkunft": column})
    return CellKey(measure, Unit.COUNT, row, Period.parse("2024"), where)


def place(area: str, *, period: str = "2024", **categories: str) -> CellKey:
    """The cell of an area, broken down by any features."""
    return CellKey("Personen", Unit.COUNT, area, Period.parse(period), Breakdown.of(categories))


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


def cuboid(counts: Mapping[tuple[str, ...], int], features: Sequence[str]) -> RawCube:
    """A cube of areas and features with all margins. Each key of `counts` names an area and one category per feature;
    an area "Nord/1" lies in "Nord", all areas lie in the city.
    """
    amounts: Counter[tuple[str, ...]] = Counter()
    parts: dict[tuple[str, ...], dict[tuple[str, ...], None]] = {}
    for inner, number in counts.items():
        ways = [_upwards(inner[0]), *([category, TOTAL] for category in inner[1:])]
        for coordinates in product(*ways):
            amounts[coordinates] += number
            for axis, way in enumerate(ways):
                if (height := way.index(coordinates[axis])) > 0:
                    part = (*coordinates[:axis], way[height - 1], *coordinates[axis + 1 :])
                    parts.setdefault((str(axis), *coordinates), {})[part] = None
    keys = {
        at: place(at[0], **{feature: name for feature, name in zip(features, at[1:], strict=True) if name != TOTAL})
        for at in amounts
    }
    relations = [Relation(keys[total[1:]], tuple(keys[part] for part in below)) for total, below in parts.items()]
    return RawCube({keys[at]: cell(number) for at, number in amounts.items()}, tuple(relations))


def _upwards(area: str) -> list[str]:
    """The area and those that it lies in, up to the city."""
    steps = area.split("/")
    return ["/".join(steps[:length]) for length in range(len(steps), 0, -1)] + [TOTAL]
