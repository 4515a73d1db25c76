"""A goal tree from a spreadsheet as the page of the trial shows it: by field of action, measures below their goals."""

from collections.abc import Iterable
from dataclasses import dataclass

from mehrklang.package.goal_sheet import Plan
from mehrklang.planning import Goal, GoalLevel, Measure


@dataclass(frozen=True, slots=True)
class Twig:
    """A goal of the trial with its measures: `depth` 0 is a field of action; `new` says that it is not there yet."""

    goal: Goal
    depth: int
    new: bool
    measures: tuple[tuple[Measure, bool], ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A field of action of the trial with everything below it."""

    name: str
    twigs: tuple[Twig, ...]

    @property
    def told(self) -> str:
        """How much there is below it."""
        return _amounts(sum(each.depth > 0 for each in self.twigs), sum(len(each.measures) for each in self.twigs))


def branches(plan: Plan) -> list[Branch]:
    """The plan by field of action, in its order."""
    twigs = [_twig(each, plan) for each in plan.goals]
    names = dict.fromkeys(each.goal.field for each in twigs)
    found = [Branch(name, tuple(each for each in twigs if each.goal.field == name)) for name in names]
    placed = {goal.key for goal in plan.goals}
    others = [each for each in plan.measures if not placed.intersection(each.goals)]
    if others:
        rest = Goal("", "An Zielen, die schon da sind", "", level=GoalLevel.FIELD)
        found.append(Branch(rest.title, (Twig(rest, depth=0, new=False, measures=_marked(others, plan)),)))
    return found


def _twig(goal: Goal, plan: Plan) -> Twig:
    measures = [each for each in plan.measures if goal.key in each.goals]
    depth = {GoalLevel.FIELD: 0, GoalLevel.STRATEGIC: 1}.get(goal.level or GoalLevel.FIELD, 2)
    return Twig(goal, depth, f"ziel:{goal.key}" in plan.added, _marked(measures, plan))


def _marked(measures: Iterable[Measure], plan: Plan) -> tuple[tuple[Measure, bool], ...]:
    return tuple((each, f"massnahme:{each.key}" in plan.added) for each in measures)


def told(plan: Plan) -> str:
    """What is taken over, in words."""
    fields = sum(each.level is GoalLevel.FIELD for each in plan.goals)
    return f"{fields} {'Handlungsfeld' if fields == 1 else 'Handlungsfelder'}, " + _amounts(
        len(plan.goals) - fields, len(plan.measures)
    )


def _amounts(goals: int, measures: int) -> str:
    return f"{goals} {'Ziel' if goals == 1 else 'Ziele'}, {measures} {'Maßnahme' if measures == 1 else 'Maßnahmen'}"
