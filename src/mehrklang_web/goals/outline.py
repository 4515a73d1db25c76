"""A tree as a flat list of lines, so that a page of 500 goals is one loop."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mehrklang_web.goals.queries import Node


@dataclass(frozen=True, slots=True)
class Entry:
    """One goal in the list; `closes` is how many lists end behind it, as a text to loop over."""

    node: Node
    level: int
    hit: bool
    measured: bool
    closes: str

    @property
    def below_title(self) -> str:
        """The level; at the top of the tree also the field, where the title does not say it."""
        goal = self.node.goal
        field = "" if goal.parent_id or goal.field == goal.title or self.node.below else goal.field
        return " · ".join(filter(None, (field, goal.level_name)))

    @property
    def notes(self) -> list[str]:
        """What stands under the title: the explanation, council decisions, further goals that it serves."""
        goal = self.node.goal
        decisions = [f"Beschluss: {each}" for each in goal.council]
        return [*filter(None, (goal.text,)), *decisions, *(f"Dient auch: {each.title}" for each in goal.others)]


def outline(roots: Iterable[Node], hits: frozenset[int]) -> tuple[Entry, ...]:
    """The goals in the order of the tree; `hits` are those that are looked for."""
    return tuple(_entries(tuple(roots), hits, level=0, ends=0))


def _entries(nodes: tuple[Node, ...], hits: frozenset[int], *, level: int, ends: int) -> Iterator[Entry]:
    for at, node in enumerate(nodes):
        closing = ends + 1 if at == len(nodes) - 1 and level else 0
        closes = "" if node.below else "x" * closing
        yield Entry(node, level, node.goal.pk in hits, node.measured, closes)
        yield from _entries(node.below, hits, level=level + 1, ends=closing)
