"""The goals of an edition as a tree."""

from dataclasses import dataclass

from mehrklang_web.concept.models import Goal
from mehrklang_web.monitors.models import Edition


@dataclass(frozen=True, slots=True)
class Branch:
    """A goal with what hangs below it."""

    goal: Goal
    below: tuple["Branch", ...]


def goals_of(edition: Edition) -> list[Goal]:
    """All goals, in their order."""
    return list(Goal.objects.filter(edition=edition).select_related("parent"))


def tree(goals: list[Goal]) -> tuple[Branch, ...]:
    """The goals without a parent, each with what hangs below it."""
    return _below(goals, None)


def _below(goals: list[Goal], parent: int | None) -> tuple[Branch, ...]:
    return tuple(Branch(goal, _below(goals, goal.pk)) for goal in goals if goal.parent_id == parent)
