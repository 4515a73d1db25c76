"""The goals with all that hangs on them, and what a search finds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mehrklang.assessment import TargetState
from mehrklang_web.concept.models import Goal
from mehrklang_web.concept.queries import Branch, goals_of, tree
from mehrklang_web.interpretation.queries import Line, lines
from mehrklang_web.measures.models import Measure
from mehrklang_web.measures.queries import measures_of
from mehrklang_web.monitors.models import Edition

_OFF_COURSE = {TargetState.OFF_COURSE.value, TargetState.FAR_OFF_COURSE.value}


@dataclass(frozen=True, slots=True)
class Node:
    """A goal with its indicators and measures, and the goals below it."""

    goal: Goal
    indicators: tuple[Line, ...]
    measures: tuple[Measure, ...]
    below: tuple["Node", ...]

    @property
    def measured(self) -> bool:
        """Whether an indicator hangs on the goal or on one below it."""
        return bool(self.indicators) or any(each.measured for each in self.below)

    @property
    def pursued(self) -> bool:
        """Whether a measure serves the goal or one below it."""
        return bool(self.measures) or any(each.pursued for each in self.below)

    @property
    def off_course(self) -> bool:
        """Whether the value of one of its indicators, as far as it may be seen, leaves the way to its target."""
        return any(
            each.shown and each.result is not None and each.result.state in _OFF_COURSE for each in self.indicators
        )

    def all(self) -> Iterator["Node"]:
        """The node and all below it."""
        yield self
        for each in self.below:
            yield from each.all()


@dataclass(frozen=True, slots=True)
class GoalSystem:
    """The whole: the tops of the tree, and the indicators that hang on no goal."""

    roots: tuple[Node, ...]
    without_goal: tuple[Line, ...]
    measures: int

    def nodes(self) -> Iterator[Node]:
        """Every goal once, in the order of the tree."""
        for root in self.roots:
            yield from root.all()


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for; "" and False: no matter."""

    words: str = ""
    field: str = ""
    level: str = ""
    flag: str = ""

    def fits(self, node: Node) -> bool:
        """Whether the goal itself is looked for."""
        goal = node.goal
        text = " ".join((goal.title, goal.text, goal.field, *(each.title for each in node.measures)))
        return (
            all(word in text.casefold() for word in self.words.casefold().split())
            and self.field in ("", goal.field)
            and self.level in ("", goal.level)
            and _FLAGS.get(self.flag, _any)(node)
        )

    def __bool__(self) -> bool:
        return any((self.words, self.field, self.level, self.flag))


def _any(node: Node) -> bool:  # noqa: ARG001 — stands where no flag is asked for
    return True


_FLAGS: Mapping[str, Callable[[Node], bool]] = {
    "ohne-indikator": lambda node: not node.measured,
    "ohne-massnahme": lambda node: not node.pursued,
    "abweichung": lambda node: node.off_course,
}
FLAGS = (
    ("ohne-indikator", "ohne Indikator"),
    ("ohne-massnahme", "ohne Maßnahme"),
    ("abweichung", "nicht auf Kurs"),
)


def goal_system(edition: Edition, *, working_values: bool) -> GoalSystem:
    """Goals, indicators and measures of an edition, read in a fixed number of queries."""
    indicators, measures = lines(edition, working_values=working_values), measures_of(edition)
    by_goal: defaultdict[int, list[Line]] = defaultdict(list)
    for line in indicators:
        for goal in line.chosen.goals.all():
            by_goal[goal.pk].append(line)
    served: defaultdict[int, list[Measure]] = defaultdict(list)
    for measure in measures:
        for goal in measure.served:
            served[goal.pk].append(measure)

    def nodes(branches: Sequence[Branch]) -> tuple[Node, ...]:
        return tuple(
            Node(each.goal, tuple(by_goal[each.goal.pk]), tuple(served[each.goal.pk]), nodes(each.below))
            for each in branches
        )

    loose = tuple(line for line in indicators if not line.chosen.goals.all())
    return GoalSystem(nodes(tree(goals_of(edition))), loose, len(measures))


def found(roots: Iterable[Node], asked: Asked) -> tuple[Node, ...]:
    """The tree of what is looked for: each hit with the goals above it."""
    pruned = (Node(each.goal, each.indicators, each.measures, found(each.below, asked)) for each in roots)
    return tuple(each for each, whole in zip(pruned, roots, strict=True) if each.below or asked.fits(whole))
