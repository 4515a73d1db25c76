"""Setting goals."""

from mehrklang.package import Goal as GoalValue
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.concept.models import Goal
from mehrklang_web.monitors.models import Edition


def set_goal(*, edition: Edition, goal: GoalValue, by: Author) -> Goal:
    """Adds a goal, or rewords the one of the same key. KeyError if the goal above it does not exist."""
    above = _above(edition, goal)
    with act("Ziel festgelegt", by=by, to=Subject("Ziel", goal.key, goal.title)) as trace:
        kept, is_new = Goal.objects.get_or_create(
            edition=edition,
            key=goal.key,
            defaults={"title": goal.title, "position": Goal.objects.filter(edition=edition).count()},
        )
        trace.old, trace.new = ("" if is_new else kept.title), goal.title
        kept.title, kept.field, kept.text = goal.title, goal.field, goal.text
        kept.decision, kept.parent = goal.decision, above
        kept.save()
    return kept


def _above(edition: Edition, goal: GoalValue) -> Goal | None:
    if not goal.parent:
        return None
    above = Goal.objects.filter(edition=edition, key=goal.parent).first()
    if above is None:
        raise KeyError(f"goal {goal.key!r} hangs on {goal.parent!r}, which does not exist")
    return above
