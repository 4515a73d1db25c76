"""One axis of a cube (areas, ages, …) as a hierarchy, and the smallest changes along it.

Published relations mostly say along one axis that a parent is the sum of its children. A *factor* is a change of nodes
along one axis that keeps all of them: a leaf with its ancestors against another leaf with its ancestors (common
ancestors cancel), or against nothing, up to the root.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Factor = tuple[tuple[int, int], ...]
"""Pairs of node and sign."""

_ALL_LEAVES = 24
"""Up to so many leaves, a leaf is exchanged with every other one; beyond, with its siblings only."""
_PAIRS = 120
"""At most so many exchanges between the leaves below a node and those below its siblings."""

_WAYS = 8
"""At most so many ways to raise a leaf where areas or groups are divided several times."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Nodes 0, 1, … with their families: parent and the children that make it up. A node may have several parents
    (two area systems over the same small areas) and a parent several families.
    """

    nodes: tuple[Hashable, ...]
    families: tuple[tuple[int, frozenset[int]], ...]
    above: tuple[frozenset[int], ...]
    """Each node with all that contain it."""

    def factors(self, node: int) -> list[Factor]:
        """All factors that raise the node, each once.

        >>> axis_of(["Stadt", "Nord", "Süd"], [("Stadt", frozenset({"Nord", "Süd"}))]).factors(1)
        [((0, 1), (1, 1)), ((1, 1), (2, -1))]
        """
        leaves = self._leaves()
        ways = {leaf: self._ways(self.above[leaf]) for leaf in leaves}
        found: dict[Factor, None] = {}
        for leaf in leaves:
            for way in (way for way in ways[leaf] if node in way):
                found[_signed(way, frozenset())] = None
                for other in self._partners(node, leaf, leaves):
                    for theirs in ways[other]:
                        found[_signed(way - theirs, theirs - way)] = None
        return [factor for factor in found if (node, 1) in factor and self._keeps(factor)]

    def _ways(self, nodes: frozenset[int]) -> list[frozenset[int]]:
        """The ways to raise a leaf with its ancestors: where an ancestor is divided a second time (two area systems,
        two groupings), one child of the other family rises too.
        """
        for parent, children in self.families:
            if parent in nodes and not nodes & children:
                return [way for child in sorted(children) for way in self._ways(nodes | {child})][:_WAYS]
        return [nodes]

    def _partners(self, node: int, leaf: int, leaves: Sequence[int]) -> Iterator[int]:
        """The leaves that a leaf below a node is exchanged with."""
        above = self.above
        if len(leaves) <= _ALL_LEAVES:
            yield from (other for other in leaves if above[other] & above[leaf] and other != leaf)
            return
        siblings = [other for other in self._siblings(node) if other not in above[leaf]]
        mine = sum(node in above[each] for each in leaves)
        theirs = [other for other in leaves if above[other].intersection(siblings)]
        yield from theirs[:: max(1, mine * len(theirs) // _PAIRS)]

    def _siblings(self, node: int) -> set[int]:
        return {child for _, children in self.families if node in children for child in children}

    def _leaves(self) -> list[int]:
        parents = {parent for parent, _ in self.families}
        return [node for node in range(len(self.nodes)) if node not in parents]

    def _keeps(self, factor: Factor) -> bool:
        change = dict(factor)
        return all(
            change.get(parent, 0) == sum(change.get(child, 0) for child in children)
            for parent, children in self.families
        )


def axis_of(nodes: Iterable[Hashable], sums: Iterable[tuple[Hashable, frozenset[Hashable]]]) -> Axis:
    """The axis of some nodes and sums. Sums of one parent that overlap are one family: in some rows a child is
    missing because it has no case there.
    """
    ordered = tuple(nodes)
    place = {node: position for position, node in enumerate(ordered)}
    families: dict[int, list[frozenset[int]]] = {}
    for parent, children in sums:
        family = frozenset(place[child] for child in children)
        others = families.setdefault(place[parent], [])
        for other in [other for other in others if other & family]:
            others.remove(other)
            family |= other
        others.append(family)
    flat = tuple((parent, family) for parent, each in families.items() for family in each)
    parents: dict[int, set[int]] = {node: set() for node in range(len(ordered))}
    for parent, children in flat:
        for child in children:
            parents[child].add(parent)
    return Axis(ordered, flat, tuple(_closure(node, parents) for node in range(len(ordered))))


def _closure(node: int, parents: Mapping[int, set[int]]) -> frozenset[int]:
    found, waiting = {node}, [node]
    while waiting:
        fresh = parents[waiting.pop()] - found
        found |= fresh
        waiting += fresh
    return frozenset(found)


def _signed(rising: frozenset[int], falling: frozenset[int]) -> Factor:
    return tuple(sorted([(node, 1) for node in rising] + [(node, -1) for node in falling]))
