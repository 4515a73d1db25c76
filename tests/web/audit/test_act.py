"""Every write is an act with an author: the write and its trace stand or fall together."""

import pytest

from mehrklang_web.audit.acting import WrittenWithoutActError
from mehrklang_web.audit.actions import Installation, Subject, act
from mehrklang_web.audit.models import Entry
from mehrklang_web.concept.models import Goal

HERE = Subject("Probe", "1", "Probe")


def reword(goal, *, then):
    """An act that writes, and goes on."""
    with act("Probe", by=Installation(), to=HERE):
        goal.title = "anders"
        goal.save()
        then()


@pytest.mark.parametrize(
    "write",
    [
        lambda goal: goal.save(),
        lambda goal: goal.delete(),
        lambda _: Goal.objects.update(title="neu"),
        lambda _: Goal.objects.all().delete(),
        lambda goal: Goal.objects.bulk_create([goal]),
        lambda goal: Goal.objects.bulk_update([goal], ["title"]),
        lambda goal: Goal.objects.create(edition=goal.edition, key="x", title="x", field="x"),
        lambda goal: Goal.objects.update_or_create(edition=goal.edition, key="x", defaults={"title": "x"}),
    ],
)
def test_nothing_is_written_outside_an_act(edition, write):
    goal = Goal.objects.filter(edition=edition).first()
    with pytest.raises(WrittenWithoutActError):
        write(goal)


def test_an_act_leaves_one_entry_that_says_who_did_what_to_which_object(edition):
    before = Entry.objects.count()
    with act("Probe gemacht", by=Installation(), to=HERE) as trace:
        trace.old, trace.new = "alt", "neu"
    entry = Entry.objects.first()
    assert Entry.objects.count() == before + 1
    assert (entry.who, entry.did, entry.name, entry.old, entry.new) == (
        "Einrichtung",
        "Probe gemacht",
        "Probe",
        "alt",
        "neu",
    )


def test_an_act_that_fails_leaves_neither_its_write_nor_an_entry(edition):
    goal, before = Goal.objects.filter(edition=edition).first(), Entry.objects.count()
    with pytest.raises(ZeroDivisionError):
        reword(goal, then=lambda: 1 / 0)
    assert Entry.objects.count() == before
    assert Goal.objects.get(pk=goal.pk).title != "anders"


def test_an_act_whose_trace_fails_leaves_no_write(edition, monkeypatch):
    goal = Goal.objects.filter(edition=edition).first()
    monkeypatch.setattr(Entry.objects, "create", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        reword(goal, then=lambda: None)
    assert Goal.objects.get(pk=goal.pk).title != "anders"


def test_an_entry_is_neither_changed_nor_deleted_even_inside_an_act(edition):
    entry = Entry.objects.first()
    with act("Probe", by=Installation(), to=HERE):
        with pytest.raises(TypeError):
            entry.save()
        with pytest.raises(TypeError):
            entry.delete()
