"""The sums that anybody sees in a published table: areas over their parts, totals over their categories.

Nobody outside knows whether the parts are complete. So a kind of sum counts only if it holds wherever all its numbers
are published; where the parts are split by several features at once, it counts only if no coarser split is there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.vocabulary import Area, Breakdown, Figure

Kind = tuple[str, ...]
"""What the parts are told apart by: a level of areas, or features."""


def public_sums(cells: Mapping[CellKey, Figure], areas: Sequence[Area]) -> tuple[Relation, ...]:
    """The relations that hold, as far as the published numbers can tell."""
    kinds: defaultdict[tuple[str, Kind], list[Relation]] = defaultdict(list)
    for kind, relation in (*_by_area(cells, areas), *_by_features(cells)):
        kinds[relation.total.measure, kind].append(relation)
    holding = (found for found in kinds.values() if all(_holds(relation, cells) for relation in found))
    return tuple(relation for found in holding for relation in found)


def _holds(relation: Relation, cells: Mapping[CellKey, Figure]) -> bool:
    numbers = [cells[key].number for key in relation.members]
    known = [number for number in numbers if number is not None]
    return len(known) < len(numbers) or known[0] == sum(known[1:])


def _by_area(cells: Iterable[CellKey], areas: Sequence[Area]) -> Iterator[tuple[Kind, Relation]]:
    levels = {area.key: area.level for area in areas}
    parents = {area.key: area.parent for area in areas}
    found: defaultdict[tuple[Kind, CellKey], list[CellKey]] = defaultdict(list)
    for key in cells:
        parent = parents.get(key.area)
        if parent:
            found[("gebiet", levels[key.area].value), replace(key, area=parent)].append(key)
    yield from _relations(found, set(cells))


def _by_features(cells: Iterable[CellKey]) -> Iterator[tuple[Kind, Relation]]:
    keys = set(cells)
    shapes = {_features(key) for key in keys}
    found: defaultdict[tuple[Kind, CellKey], list[CellKey]] = defaultdict(list)
    for key in keys:
        for shape in shapes:
            if shape < _features(key) and not any(shape < other < _features(key) for other in shapes):
                pairs = [pair for pair in key.breakdown.pairs if pair[0] in shape]
                apart = tuple(sorted(_features(key) - shape))
                found[("merkmal", *apart), replace(key, breakdown=Breakdown.of(pairs))].append(key)
    yield from _relations(found, keys)


def _relations(
    found: Mapping[tuple[Kind, CellKey], list[CellKey]], keys: set[CellKey]
) -> Iterator[tuple[Kind, Relation]]:
    for (kind, total), parts in found.items():
        if total in keys:
            yield kind, Relation(total, tuple(parts))


def _features(key: CellKey) -> frozenset[str]:
    return frozenset(feature for feature, _ in key.breakdown.pairs)
