"""Margins that nobody asked for and that two tables of one source tell: age in age × sex and in age × origin.

Each of the two tables adds up to the margin, so whoever sees both has one more equation. The margin enters as hidden
cells with both sums. Nobody outside knows whether categories are complete; so two sums count as one margin only where
they agree wherever both are known, and often enough that it is no chance (as for tables of several sources, `links`).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure.links import Column, Numbers, added, agree, column_of, key_of
from mehrklang.vocabulary import Breakdown, Figure, Lineage, Material, Period, Reason, Unit

_Shape = frozenset[str]
"""The features of a breakdown."""


def with_unasked(raw: RawCube) -> RawCube:
    """The cube with such margins as hidden cells; mostly the cube itself."""
    columns = {column_of(key) for key, cell in raw.cells.items() if _counts(key, cell)}
    shapes: defaultdict[str, set[_Shape]] = defaultdict(set)
    for measure, _, where in columns:
        shapes[measure].add(_shape(where))
    for measure, known in sorted(shapes.items()):
        for shape in _missing(known):
            numbers = _numbers(
                raw, {column for column in columns if column[0] == measure and shape < _shape(column[2])}
            )
            beside = _next(shape, {_shape(column[2]) for column in numbers})
            raw, found = _with(raw, dict(_margins(shape, beside, numbers)), numbers)
            columns |= found
    return raw


def _counts(key: CellKey, cell: Cell) -> bool:
    return key.unit is Unit.COUNT and cell.material is Material.ADDITIVE


def _shape(where: Breakdown) -> _Shape:
    return frozenset(feature for feature, _ in where.pairs)


def _missing(shapes: set[_Shape]) -> list[_Shape]:
    """What two tables have in common and no table tells, the finest first."""
    every = set(shapes)
    while more := {one & other for one, other in combinations(every, 2)} - every:
        every |= more
    return sorted(every - shapes, key=lambda shape: (-len(shape), sorted(shape)))


def _next(shape: _Shape, shapes: set[_Shape]) -> list[_Shape]:
    """The tables that are finer than a shape, without those that are finer still."""
    least = (one for one in shapes if not any(shape < other < one for other in shapes))
    return sorted(least, key=sorted)


def _numbers(raw: RawCube, columns: set[Column]) -> dict[Column, Numbers]:
    found: defaultdict[Column, dict[tuple[str, Period], Decimal | None]] = defaultdict(dict)
    for key, cell in raw.cells.items():
        if column_of(key) in columns:
            found[column_of(key)][key.area, key.period] = cell.figure.number
    return dict(found)


def _margins(
    shape: _Shape, beside: Sequence[_Shape], numbers: Mapping[Column, Numbers]
) -> Iterator[tuple[Column, list[tuple[Column, ...]]]]:
    """The columns of a shape that two tables and more tell alike, with their parts in each of these."""
    ways: defaultdict[Column, list[tuple[Column, ...]]] = defaultdict(list)
    for finer in beside:
        parts: defaultdict[Column, list[Column]] = defaultdict(list)
        for measure, unit, where in sorted((one for one in numbers if _shape(one[2]) == finer), key=str):
            kept = Breakdown.of([pair for pair in where.pairs if pair[0] in shape])
            parts[measure, unit, kept].append((measure, unit, where))
        for total, each in parts.items():
            ways[total].append(tuple(each))
    for total, every in ways.items():
        first = added(every[0], numbers)
        alike = [each for each in every[1:] if agree(first, added(each, numbers))]
        if alike:
            yield total, [every[0], *alike]


def _with(
    raw: RawCube, margins: Mapping[Column, list[tuple[Column, ...]]], numbers: Mapping[Column, Numbers]
) -> tuple[RawCube, set[Column]]:
    """The cube with some margins in all areas and periods in which all of their tables are told, and their columns."""
    cells: dict[CellKey, Cell] = {}
    sums: list[Relation] = []
    for total, ways in margins.items():
        told = [added(way, numbers) for way in ways]
        for spot in sorted(set(told[0]).intersection(*told[1:])):
            known = next((number for each in told if (number := each[spot]) is not None), None)
            figure = Figure.withheld(Reason.PART_MISSING) if known is None else Figure.of(known)
            cells[key_of(total, *spot)] = Cell(figure, Material.ADDITIVE, Lineage(""))
            for way in ways:
                parts = tuple(key for part in way if (key := key_of(part, *spot)) in raw.cells)
                sums.append(Relation(key_of(total, *spot), parts))
    if not cells:
        return raw, set()
    more = replace(
        raw, cells={**raw.cells, **cells}, relations=(*raw.relations, *sums), hidden=raw.hidden | cells.keys()
    )
    return more, {column_of(key) for key in cells}
