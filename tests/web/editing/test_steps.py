"""Steps that can be undone, and versions that notice a second editor."""

import pytest

from mehrklang.package import Goal as GoalValue
from mehrklang_web.audit.actions import Subject
from mehrklang_web.audit.models import Entry
from mehrklang_web.concept.actions import set_goal
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing import actions, queries
from mehrklang_web.editing.conflict import ConflictError
from mehrklang_web.people.models import Role

SUBJECT = Subject("Ziel", "deutsch", "Deutsch lernen")


@pytest.fixture
def goal(edition, account):
    return set_goal(
        edition=edition, goal=GoalValue("deutsch", "Deutsch lernen", "Bildung"), by=account(Role.COORDINATION)
    )


def reworded(goal, title, by, seen=None):
    with actions.edit(did="Ziel geändert", by=by, to=SUBJECT, edition=goal.edition_id) as editing:
        editing.changes(goal, seen=seen)
        goal.title = title
        goal.save()
    return editing.step


def test_undoing_a_change_brings_the_text_back_with_a_new_version(goal, account):
    by = account(Role.COORDINATION)
    step = reworded(goal, "Deutsch können", by)
    actions.undo(step=step, by=by)
    kept = Goal.objects.get(pk=goal.pk)
    assert (kept.title, kept.version) == ("Deutsch lernen", 3)


def test_undoing_the_undoing_does_it_again(goal, account):
    by = account(Role.COORDINATION)
    back = actions.undo(step=reworded(goal, "Deutsch können", by), by=by)
    actions.undo(step=back, by=by)
    assert Goal.objects.get(pk=goal.pk).title == "Deutsch können"


def test_two_steps_are_undone_one_after_the_other(goal, account):
    by = account(Role.COORDINATION)
    first = reworded(goal, "Deutsch können", by)
    second = reworded(goal, "Deutsch sprechen", by)
    with pytest.raises(actions.ChangedSinceError):
        actions.undo(step=first, by=by)
    actions.undo(step=second, by=by)
    actions.undo(step=first, by=by)
    assert Goal.objects.get(pk=goal.pk).title == "Deutsch lernen"


def test_nothing_is_put_back_twice(goal, account):
    by = account(Role.COORDINATION)
    step = reworded(goal, "Deutsch können", by)
    actions.undo(step=step, by=by)
    with pytest.raises(actions.ChangedSinceError):
        actions.undo(step=step, by=by)


def test_what_was_added_goes_and_what_was_taken_away_comes_back_under_its_number(goal, edition, account):
    by = account(Role.COORDINATION)
    key = goal.pk
    with actions.edit(did="Ziel entfernt", by=by, to=SUBJECT, edition=edition.pk) as editing:
        editing.changes(goal)
        goal.delete()
    assert not Goal.objects.filter(pk=key).exists()
    actions.undo(step=editing.step, by=by)
    assert Goal.objects.get(pk=key).title == "Deutsch lernen"

    with actions.edit(did="Ziel aufgenommen", by=by, to=SUBJECT, edition=edition.pk) as editing:
        added = Goal.objects.create(edition=edition, key="neu", title="Neu", field="Bildung")
        editing.adds(added)
    actions.undo(step=editing.step, by=by)
    assert not Goal.objects.filter(key="neu").exists()


def test_who_saw_an_older_version_is_told_and_nothing_is_overwritten(goal, account):
    seen = goal.version
    reworded(Goal.objects.get(pk=goal.pk), "Deutsch können", account(Role.COORDINATION), seen=seen)
    entries = Entry.objects.count()
    with pytest.raises(ConflictError) as found:
        reworded(Goal.objects.get(pk=goal.pk), "Deutsch sprechen", account(Role.STATISTICS), seen=seen)
    assert found.value.kept.title == "Deutsch können"
    assert Goal.objects.get(pk=goal.pk).title == "Deutsch können"
    assert Entry.objects.count() == entries


def test_an_object_that_was_loaded_before_somebody_else_saved_is_not_written_over_it(goal, account):
    stale = Goal.objects.get(pk=goal.pk)
    reworded(goal, "Deutsch können", account(Role.COORDINATION))
    with pytest.raises(ConflictError):
        reworded(stale, "Deutsch sprechen", account(Role.STATISTICS))


def test_the_last_step_names_who_changed_it(goal, account):
    reworded(goal, "Deutsch können", account(Role.COORDINATION))
    assert queries.last_step(goal).who == "Person Koordination"


def test_a_step_is_an_entry_of_the_protokoll(goal, account):
    reworded(goal, "Deutsch können", account(Role.COORDINATION))
    assert Entry.objects.first().did == "Ziel geändert"
