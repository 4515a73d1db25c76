"""Removing and shifting goals, and taking over a goal tree from a sheet: each one step that can be undone."""

from mehrklang.package.goal_sheet import Plan
from mehrklang_web.audit.actions import Author, Subject
from mehrklang_web.concept.actions import put_goal
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.measures.actions import put_measure
from mehrklang_web.measures.models import Measure
from mehrklang_web.monitors.models import Edition
from mehrklang_web.selection.models import Candidate, ChosenIndicator


def remove_goal(*, kept: Goal, by: Author, seen: int) -> Step | None:
    """Takes a goal away. The goals below it hang on the goal above it; indicators and measures lose the link.

    ConflictError if somebody has changed it since.
    """
    subject = Subject("Ziel", kept.key, kept.title)
    with edit(did="Ziel gestrichen", by=by, to=subject, edition=kept.edition_id) as editing:
        editing.changes(kept, seen=seen)
        editing.old = kept.title
        for below in Goal.objects.filter(parent=kept):
            editing.changes(below)
            below.parent = kept.parent
            below.save()
        for other in Goal.objects.filter(also_serves=kept):
            editing.changes(other)
            other.save()
            other.also_serves.remove(kept)
        for model in (ChosenIndicator, Candidate, Measure):
            for linked in model.objects.filter(goals=kept):
                editing.changes(linked)
                linked.save()
                linked.goals.remove(kept)
        kept.delete()
    return editing.step


def shift_goal(*, kept: Goal, down: bool, by: Author) -> Step | None:
    """Exchanges a goal with its neighbour under the same goal; at the end of the row nothing happens."""
    row = list(Goal.objects.filter(edition=kept.edition, parent=kept.parent))
    at = row.index(kept)
    other = at + 1 if down else at - 1
    if not 0 <= other < len(row):
        return None
    subject = Subject("Ziel", kept.key, kept.title)
    row[at], row[other] = row[other], row[at]
    places = sorted(each.position for each in row)
    with edit(did="Ziel verschoben", by=by, to=subject, edition=kept.edition_id) as editing:
        for place, each in zip(_rising(places), row, strict=True):
            if each.position != place:
                editing.changes(each)
                each.position = place
                each.save()
    return editing.step


def _rising(places: list[int]) -> list[int]:
    """The places, made different where two were equal."""
    result: list[int] = []
    for place in places:
        result.append(max(place, result[-1] + 1) if result else place)
    return result


def take_over(*, edition: Edition, plan: Plan, by: Author) -> Step | None:
    """Adds and changes what the plan says: all of it or nothing, undone as one step."""
    subject = Subject("Zielbaum", "", f"{len(plan.goals)} Ziele, {len(plan.measures)} Maßnahmen")
    with edit(did="Zielbaum übernommen", by=by, to=subject, edition=edition.pk) as editing:
        for goal in plan.goals:
            put_goal(editing=editing, edition=edition, goal=goal, by=by, checked=True)
        for measure in plan.measures:
            put_measure(editing=editing, edition=edition, measure=measure, by=by)
        editing.old, editing.new = "", subject.name
    return editing.step
