"""Secondary suppression: no secret cell may be computed from what is published.

While the attacker finds a secret cell, one more cell falls: the smallest addend beside it, then the total, a zero only
last. That is simple and safe against exact computation, not against narrow intervals, and it does not look for the
fewest cells.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.equations import determined


def further(
    relations: Sequence[Relation],
    shown: Mapping[CellKey, Decimal],
    unknown: AbstractSet[CellKey],
    secret: AbstractSet[CellKey],
) -> set[CellKey]:
    """The cells that have to be suppressed as well.

    `shown` are the publishable numbers; `unknown` are all other cells of the relations, whether suppressed, never asked
    for or not known to anybody; `secret` are those that must not be found out. A suppressed cell is a secret too. A
    secret stays determined only if everything that is connected with it is suppressed already: then it follows from the
    build of the table alone (an empty part, for instance).
    """
    suppressed: set[CellKey] = set()
    around = _neighbourhoods(sorted(relations, key=lambda relation: [_order(key) for key in relation.members]))
    hopeless: set[CellKey] = set()
    while exposed := determined(relations, unknown | suppressed, secret | suppressed) - hopeless:
        for key in sorted(exposed, key=_order):
            choices = _beside(key, around, shown, unknown | suppressed)
            suppressed |= choices
            hopeless |= set() if choices else {key}
    return suppressed


def _beside(
    key: CellKey,
    around: Mapping[CellKey, Sequence[Relation]],
    shown: Mapping[CellKey, Decimal],
    unknown: AbstractSet[CellKey],
) -> set[CellKey]:
    """The cells to suppress for an exposed one: in each relation where it stands alone, else the cheapest near it."""
    alone = [relation for relation in around[key] if unknown.isdisjoint(set(relation.members) - {key})]
    found: set[CellKey] = set()
    for relation in alone:
        if found.isdisjoint(relation.members):
            found |= _cheapest([relation], shown, unknown)
    if found:
        return found
    return next((choice for ring in _rings(key, around) if (choice := _cheapest(ring, shown, unknown))), set())


def _cheapest(
    relations: Sequence[Relation], shown: Mapping[CellKey, Decimal], unknown: AbstractSet[CellKey]
) -> set[CellKey]:
    """The cell whose loss costs least, as a set of one; none if nothing is left to suppress."""
    totals = {relation.total for relation in relations}
    keys = {key for relation in relations for key in relation.members if key in shown and key not in unknown}
    best = sorted(keys, key=lambda key: (shown[key] == 0, key in totals, abs(shown[key]), _order(key)))
    return set(best[:1])


def _rings(key: CellKey, around: Mapping[CellKey, Sequence[Relation]]) -> Iterator[list[Relation]]:
    """The relations of a cell, then those of its neighbours, and so on outwards."""
    seen, edge = {key}, [key]
    while edge:
        ring = list(dict.fromkeys(relation for cell in edge for relation in around[cell]))
        yield ring
        edge = list(dict.fromkeys(cell for relation in ring for cell in relation.members if cell not in seen))
        seen.update(edge)


def _neighbourhoods(relations: Sequence[Relation]) -> dict[CellKey, list[Relation]]:
    around: defaultdict[CellKey, list[Relation]] = defaultdict(list)
    for relation in relations:
        for key in dict.fromkeys(relation.members):
            around[key].append(relation)
    return dict(around)


def _order(key: CellKey) -> tuple[str, str, str, str, tuple[tuple[str, str], ...]]:
    """Any order that is always the same, so that the same data are protected in the same way."""
    return key.measure, key.unit, key.area, key.period.key, key.breakdown.pairs
