"""Areas that overlap: two divisions of the same town (Stadtteile and Sozialräume), whose differences are small areas.

Whoever sees a Sozialraum and the Stadtteile in it computes what is left over. So the guard is told of every piece that
such areas are cut into, and of what is left of each: as hidden cells, with the sums that bind them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from mehrklang.store.tree import Tree


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of the smallest areas together; `key` is that of the asked area where they are just one."""

    key: str
    leaves: frozenset[str]


@dataclass(frozen=True, slots=True)
class Overlap:
    """The pieces that overlapping areas are cut into, and which area is the sum of which pieces and areas."""

    pieces: tuple[Piece, ...] = ()
    sums: tuple[tuple[str, tuple[str, ...]], ...] = ()


def overlap(tree: Tree, asked: AbstractSet[str]) -> Overlap:
    """All pieces of the asked areas that overlap and do not lie in one another by the tree; mostly none.

    Cuts are compared by the smallest areas that are known to lie in them.
    """
    leaves = {area: tree.leaves(area) for area in sorted(asked)}
    crossing = _crossing(tree, leaves)
    if not crossing:
        return Overlap()
    pieces = tuple(_pieces(crossing, leaves))
    rests = dict(_rests(crossing, leaves, pieces))
    whole = {area: leaves[area] for area in crossing} | {rest.key: rest.leaves for rest in rests}
    sums = [(area, tuple(piece.key for piece in pieces if piece.leaves <= parts)) for area, parts in whole.items()]
    sums += [(area, (*inside, rest.key)) for rest, (area, inside) in rests.items()]
    return Overlap(
        tuple(piece for piece in (*pieces, *rests) if piece.key not in leaves),
        tuple((total, parts) for total, parts in sums if parts != (total,)),
    )


def _crossing(tree: Tree, leaves: dict[str, frozenset[str]]) -> list[str]:
    """The areas that share a part with another one which is neither above nor below them."""
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for area, parts in leaves.items():
        for leaf in parts:
            holders[leaf].append(area)
    below = {area: tree.below([area]) for area in leaves}
    found = {
        one
        for together in {tuple(each) for each in holders.values() if len(each) > 1}
        for one in together
        for other in together
        if one != other and other not in below[one] and one not in below[other]
    }
    return sorted(found)


def _pieces(crossing: Sequence[str], leaves: dict[str, frozenset[str]]) -> Iterator[Piece]:
    """The smallest areas that lie in the same of the crossing areas are one piece."""
    cut: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for leaf in sorted(frozenset().union(*(leaves[area] for area in crossing))):
        cut[tuple(area for area in crossing if leaf in leaves[area])].add(leaf)
    whole = {parts: area for area, parts in reversed(leaves.items())}
    for members, parts in cut.items():
        name = " ∩ ".join(members) if len(members) > 1 else f"Rest von {members[0]}"
        yield Piece(whole.get(frozenset(parts), name), frozenset(parts))


def _rests(
    crossing: Sequence[str], leaves: dict[str, frozenset[str]], pieces: Sequence[Piece]
) -> Iterator[tuple[Piece, tuple[str, tuple[str, ...]]]]:
    """What is left of an area without the whole areas in it, where that is more than one piece."""
    for area in crossing:
        inside = tuple(other for other in crossing if leaves[other] < leaves[area])
        biggest = tuple(one for one in inside if not any(leaves[one] < leaves[other] for other in inside))
        covered = frozenset().union(*(leaves[one] for one in biggest))
        apart = sum(len(leaves[one]) for one in biggest) == len(covered)
        rest = leaves[area] - covered
        if biggest and apart and sum(piece.leaves <= rest for piece in pieces) > 1:
            yield Piece(f"{area} ohne {', '.join(biggest)}", rest), (area, biggest)
