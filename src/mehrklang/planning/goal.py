"""The goals of a municipality (Zielsystem): Leitbild, fields of action, strategic and operative goals."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mehrklang.planning.decision import CouncilDecision


class GoalLevel(StrEnum):
    """The place of a goal in the usual tree; every level may be left out (Difu 2022)."""

    MISSION = "leitbild"
    FIELD = "handlungsfeld"
    STRATEGIC = "strategisch"
    OPERATIVE = "operativ"

    @property
    def label(self) -> str:
        """As it is printed."""
        return _LABELS[self]


_LABELS = {
    GoalLevel.MISSION: "Leitbild",
    GoalLevel.FIELD: "Handlungsfeld",
    GoalLevel.STRATEGIC: "strategisches Ziel",
    GoalLevel.OPERATIVE: "operatives Ziel",
}


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal (Ziel). `parent` makes the tree, "" is the top; `also_serves` names further goals above it.

    `level` None: the municipality does not tell levels apart. `decisions` are those of the council and its committees.
    """

    key: str
    title: str
    field: str
    parent: str = ""
    text: str = ""
    level: GoalLevel | None = None
    also_serves: tuple[str, ...] = ()
    decisions: tuple[CouncilDecision, ...] = ()


def parents_of(goals: Iterable[Goal]) -> dict[str, tuple[str, ...]]:
    """By goal all goals directly above it, that of the tree first."""
    return {goal.key: (*((goal.parent,) if goal.parent else ()), *goal.also_serves) for goal in goals}


def from_the_top(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """The goals so that each comes behind all goals above it, else in their order; circles break somewhere.

    >>> [goal.key for goal in from_the_top([Goal("a", "A", "F", parent="b"), Goal("b", "B", "F")])]
    ['b', 'a']
    """
    kept = {goal.key: goal for goal in goals}
    parents, placed = parents_of(kept.values()), dict[str, Goal]()

    def place(key: str, below: frozenset[str]) -> None:
        for above in parents[key]:
            if above in kept and above not in below and above not in placed:
                place(above, below | {above})
        placed.setdefault(key, kept[key])

    for key in kept:
        place(key, frozenset({key}))
    return tuple(placed.values())


def circular(key: str, parents: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether going up from the goal, by whichever link, leads back to it.

    >>> links = parents_of([Goal("a", "A", "F", parent="b"), Goal("b", "B", "F", also_serves=("a",))])
    >>> circular("a", links), circular("a", {"a": ("b",)})
    (True, False)
    """
    return key in set(_above(key, parents))


def _above(key: str, parents: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    waiting, seen = list(parents.get(key, ())), set[str]()
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += parents.get(one, ())
            yield one
