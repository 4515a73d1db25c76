"""What a goal tree from a spreadsheet would add and change. Nothing is ever taken away by it."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import count

from mehrklang.package.goal_sheet.entry import Entry
from mehrklang.planning import CouncilDecision, Goal, GoalLevel, Measure, MeasureState

_LEVELS = (GoalLevel.FIELD, GoalLevel.STRATEGIC, GoalLevel.OPERATIVE)


@dataclass(frozen=True, slots=True)
class Plan:
    """New and changed goals and measures as they would be, those above first; `unchanged` counts the rest."""

    goals: tuple[Goal, ...]
    measures: tuple[Measure, ...]
    added: frozenset[str]
    unchanged: int

    @property
    def empty(self) -> bool:
        """Whether it changes nothing."""
        return not (self.goals or self.measures)


def compare(entries: Iterable[Entry], goals: Iterable[Goal], measures: Iterable[Measure]) -> Plan:
    """Holds the rows against what is there: the same title (below the same goal, if there are several) is the same.

    What the sheet leaves open stays as it is; links and decisions are added, never taken away. `added` names the keys
    of what is new, goals and measures alike, as "ziel:…" and "massnahme:…".
    """
    work = _Work(tuple(goals), tuple(measures))
    for entry in entries:
        work.take(entry)
    return work.plan()


class _Work:
    """The goals and measures as they grow row by row."""

    def __init__(self, goals: tuple[Goal, ...], measures: tuple[Measure, ...]) -> None:
        self._goals_before = {goal.key: goal for goal in goals}
        self._measures_before = {each.key: each for each in measures}
        self._goals, self._measures = dict(self._goals_before), dict(self._measures_before)
        self._seen: dict[str, None] = {}
        self._found: dict[tuple[str, ...], str] = {}

    def take(self, entry: Entry) -> None:
        """One row of the sheet."""
        parent = ""
        path: tuple[str, ...] = ()
        titles = [(level, title) for level, title in zip(_LEVELS, entry.path, strict=True) if title]
        for level, title in titles:
            path = (*path, _fold(title))
            parent = self._goal(path, Goal("", title, entry.path[0], parent, level=level))
        if entry.measure:
            self._measure(entry, parent)
        elif entry.decisions:
            goal = self._goals[parent]
            self._goals[parent] = replace(goal, decisions=_joined(goal.decisions, entry.decisions))

    def plan(self) -> Plan:
        """What is new or changed, in the order of the sheet."""
        goals = [self._goals[key] for key in self._seen if self._goals[key] != self._goals_before.get(key)]
        measures = [each for key, each in self._measures.items() if each != self._measures_before.get(key)]
        new_goals = {f"ziel:{each.key}" for each in goals if each.key not in self._goals_before}
        new_measures = {f"massnahme:{each.key}" for each in measures if each.key not in self._measures_before}
        seen = len(self._seen) + len(self._measures) - len(goals) - len(measures)
        return Plan(tuple(goals), tuple(measures), frozenset(new_goals | new_measures), seen)

    def _goal(self, path: tuple[str, ...], wanted: Goal) -> str:
        if path in self._found:
            return self._found[path]
        same = self._same(wanted)
        if same is None:
            key = _new_key(wanted.title, self._goals, otherwise="ziel")
            self._goals[key] = replace(wanted, key=key)
        else:
            key = same.key
            parent = wanted.parent or same.parent
            self._goals[key] = replace(
                same, field=same.field if parent == same.parent else wanted.field, parent=parent, level=wanted.level,
                also_serves=tuple(each for each in same.also_serves if each != parent),
            )  # fmt: skip
        self._found[path] = key
        self._seen[key] = None
        return key

    def _same(self, wanted: Goal) -> Goal | None:
        """The goal of that title that is not taken yet: under the same goal, else the only one of its level."""
        alike = [
            each
            for each in self._goals.values()
            if _fold(each.title) == _fold(wanted.title)
            and each.key not in self._seen
            and each.level in (None, wanted.level)
        ]
        exact = [each for each in alike if each.parent == wanted.parent]
        return (exact or alike)[0] if exact or len(alike) == 1 else None

    def _measure(self, entry: Entry, goal: str) -> None:
        same = next((each for each in self._measures.values() if _fold(each.title) == _fold(entry.measure)), None)
        if same is None:
            key = _new_key(entry.measure, self._measures, otherwise="massnahme")
            same = Measure(key, entry.measure, state=MeasureState.PLANNED)
        self._measures[same.key] = replace(
            same,
            goals=same.goals if goal in same.goals else (*same.goals, goal),
            state=entry.state or same.state,
            responsible=entry.responsible or same.responsible,
            budget=same.budget if entry.budget is None else entry.budget,
            product=entry.product or same.product,
            begins=entry.begins or same.begins,
            ends=entry.ends or same.ends,
            decisions=_joined(same.decisions, entry.decisions),
        )


def _joined(before: tuple[CouncilDecision, ...], more: tuple[CouncilDecision, ...]) -> tuple[CouncilDecision, ...]:
    known = {str(each) for each in before}
    return (*before, *(each for each in more if str(each) not in known))


def _fold(title: str) -> str:
    return " ".join(title.casefold().split()).rstrip(".")


def _new_key(title: str, taken: Collection[str], *, otherwise: str) -> str:
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or otherwise
    return next(key for at in count(1) if (key := base if at == 1 else f"{base}-{at}") not in taken)
