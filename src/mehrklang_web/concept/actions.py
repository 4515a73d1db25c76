"""Setting goals."""

from django.db.models import Prefetch

from mehrklang.planning import Goal as GoalValue
from mehrklang.planning.goal import circular, parents_of
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing.actions import Edit, edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text


class CircleError(ValueError):
    """A goal would be above itself."""


def set_goal(*, edition: Edition, goal: GoalValue, by: Author) -> Goal:
    """Adds a goal, or rewords the one of the same key, as it stands in a folder: that is no step to be undone.

    KeyError if a goal above it does not exist.
    """
    above, serves = _above(edition, goal)
    with act("Ziel festgelegt", by=by, to=subject_of(goal)) as trace:
        kept, is_new = Goal.objects.get_or_create(
            edition=edition,
            key=goal.key,
            defaults={"title": goal.title, "position": Goal.objects.filter(edition=edition).count()},
        )
        trace.old, trace.new = ("" if is_new else kept.title), goal.title
        _write(kept, goal, above)
        kept.also_serves.set(serves)
    return kept


def keep_goal(*, edition: Edition, goal: GoalValue, by: Author, seen: int | None = None) -> Step | None:
    """Adds a goal or changes the one of the same key; the step can be undone. `seen` is the version that was edited.

    ConflictError if somebody has saved another version since; CircleError if the goal would be above itself.
    """
    with edit(did="Ziel festgelegt", by=by, to=subject_of(goal), edition=edition.pk) as editing:
        put_goal(editing=editing, edition=edition, goal=goal, by=by, seen=seen)
    return editing.step


def put_goal(  # noqa: PLR0913 — all but the goal itself says how it is saved
    *,
    editing: Edit,
    edition: Edition,
    goal: GoalValue,
    by: Author,  # noqa: ARG001 — every action says who acts; the entry is written by the step around it
    seen: int | None = None,
    checked: bool = False,
) -> Goal:
    """As `keep_goal`, as part of a larger step. `checked`: the whole tree is known to have no circle."""
    above, serves = _above(edition, goal)
    if not checked:
        _refuse_circle(edition, goal)
    kept = Goal.objects.filter(edition=edition, key=goal.key).first()
    is_new = kept is None
    if kept is None:
        kept = Goal(edition=edition, key=goal.key, position=Goal.objects.filter(edition=edition).count())
    else:
        editing.changes(kept, seen=seen)
        editing.old = kept.title
    editing.new = goal.title
    _write(kept, goal, above)
    kept.also_serves.set(serves)
    if is_new:
        editing.adds(kept)
    return kept


def subject_of(goal: GoalValue) -> Subject:
    """A goal in words, for the Protokoll."""
    return Subject("Ziel", goal.key, goal.title)


def _write(kept: Goal, goal: GoalValue, above: Goal | None) -> None:
    kept.title, kept.field, kept.text = goal.title, goal.field, goal.text
    kept.level, kept.decisions, kept.parent = goal.level or "", to_text(goal.decisions), above
    kept.save()


def _above(edition: Edition, goal: GoalValue) -> tuple[Goal | None, list[Goal]]:
    wanted = [key for key in (goal.parent, *goal.also_serves) if key]
    found = {each.key: each for each in Goal.objects.filter(edition=edition, key__in=wanted)}
    if missing := [key for key in wanted if key not in found]:
        raise KeyError(f"goal {goal.key!r} hangs on {missing}, which do not exist")
    return found.get(goal.parent), [found[key] for key in goal.also_serves]


def _refuse_circle(edition: Edition, goal: GoalValue) -> None:
    if not (goal.parent or goal.also_serves):
        return
    others = Goal.objects.filter(edition=edition).exclude(key=goal.key)
    links = Prefetch("also_serves", to_attr="others")
    linked = others.select_related("parent").prefetch_related(links)  # type: ignore[no-redef] # as in queries.goals_of
    values = (each.to_value() for each in linked)
    if circular(goal.key, parents_of([*values, goal])):
        raise CircleError(goal.title)
