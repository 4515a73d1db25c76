"""Coarser tables made from a table: without a feature, without the smallest areas, with two categories as one.

Whatever is left is counted, not estimated: margins stay, categories are added up, relations follow.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.vocabulary import Breakdown, Figure, Lineage


def without_feature(raw: RawCube, feature: str) -> RawCube:
    """Only the cells that do not name the feature."""
    return _only(raw, lambda key: key.breakdown.get(feature) is None)


def without_areas(raw: RawCube, areas: frozenset[str]) -> RawCube:
    """Only the cells of other areas."""
    return _only(raw, lambda key: key.area not in areas)


def smallest_areas(raw: RawCube) -> frozenset[str]:
    """The areas that nothing divides and that lie deepest; none where no area is divided."""
    below: defaultdict[str, set[str]] = defaultdict(set)
    for relation in raw.relations:
        below[relation.total.area] |= {part.area for part in relation.parts} - {relation.total.area}
    depth: dict[str, int] = {}
    waiting = [(area, 0) for area in below.keys() - set().union(*below.values()) if below[area]]
    while waiting:
        area, steps = waiting.pop()
        depth[area] = max(steps, depth.get(area, 0))
        waiting += [(part, steps + 1) for part in below.get(area, ())]
    deepest = max(depth.values(), default=0)
    return frozenset(area for area, steps in depth.items() if deepest and steps == deepest)


def joined(raw: RawCube, feature: str, categories: tuple[str, str]) -> RawCube:
    """Two categories of a feature as one, added up in every cell."""
    name = " + ".join(categories)

    def renamed(key: CellKey) -> CellKey:
        if key.breakdown.get(feature) not in categories:
            return key
        return replace(key, breakdown=Breakdown.of({**dict(key.breakdown.pairs), feature: name}))

    members: defaultdict[CellKey, list[CellKey]] = defaultdict(list)
    for key in raw.cells:
        members[renamed(key)].append(key)
    relations = (
        Relation(renamed(one.total), tuple(dict.fromkeys(map(renamed, one.parts))))
        for one in raw.relations
        if renamed(one.total) not in map(renamed, one.parts)
    )
    return RawCube(
        {new: reduce(_added, (raw.cells[key] for key in keys)) for new, keys in members.items()},
        tuple(dict.fromkeys(relations)),
        frozenset(new for new, keys in members.items() if set(keys) <= raw.hidden),
        {new: _greatest(keys, raw.greatest) for new, keys in members.items()} if raw.greatest else {},
        cell_keys={new: sum((raw.cell_keys[key] for key in keys), Fraction(0)) for new, keys in members.items()}
        if raw.cell_keys
        else {},
    )


def _only(raw: RawCube, kept: Callable[[CellKey], bool]) -> RawCube:
    cells = {key: cell for key, cell in raw.cells.items() if kept(key)}
    return RawCube(
        cells,
        tuple(relation for relation in raw.relations if all(key in cells for key in relation.members)),
        raw.hidden & cells.keys(),
        {key: amounts for key, amounts in raw.greatest.items() if key in cells},
        {key: cell for key, cell in raw.before.items() if key in cells},
        {key: each for key, each in raw.cell_keys.items() if key in cells},
    )


def _added(one: Cell, other: Cell) -> Cell:
    numbers = (one.figure.number, other.figure.number)
    if None in numbers:
        unknown = one if one.figure.number is None else other
        return Cell(unknown.figure, one.material, Lineage(one.lineage.delivery))
    return Cell(
        Figure.of(sum((number for number in numbers if number is not None), Decimal(0))),
        one.material,
        Lineage(one.lineage.delivery, (), one.lineage.cell_count + other.lineage.cell_count),
    )


def _greatest(keys: list[CellKey], greatest: Mapping[CellKey, tuple[Decimal, ...]]) -> tuple[Decimal, ...]:
    return tuple(sorted((amount for key in keys for amount in greatest.get(key, ())), reverse=True))
