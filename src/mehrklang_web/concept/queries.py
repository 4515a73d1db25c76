"""The goals of an edition as a tree."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from mehrklang_web.concept.models import Goal
from mehrklang_web.monitors.models import Edition


@dataclass(frozen=True, slots=True)
class Branch:
    """A goal with what hangs below it."""

    goal: Goal
    below: tuple["Branch", ...]


def goals_of(edition: Edition) -> list[Goal]:
    """All goals, in their order, with the goals above them.

    For hundreds of goals: `others` is filled as a list, and each parent is one of the goals that are read anyway.
    """
    rows, others = Goal.objects.filter(edition=edition), Prefetch("also_serves", to_attr="others")
    goals = list(rows.prefetch_related(others))  # type: ignore[no-redef] # Django fills the cached property
    known = {goal.pk: goal for goal in goals}
    for goal in goals:
        goal.parent = known[goal.parent_id] if goal.parent_id else None
    return goals


def tree(goals: Iterable[Goal]) -> tuple[Branch, ...]:
    """The goals without a parent, each with what hangs below it."""
    below: defaultdict[int | None, list[Goal]] = defaultdict(list)
    for goal in goals:
        below[goal.parent_id].append(goal)
    return _below(below, None)


def _below(below: Mapping[int | None, list[Goal]], parent: int | None) -> tuple[Branch, ...]:
    return tuple(Branch(goal, _below(below, goal.pk)) for goal in below.get(parent, ()))
