"""Drafts and undoing through the pages."""

import pytest
from django import forms
from django.http import QueryDict
from django.urls import reverse

from mehrklang.package import Goal as GoalValue
from mehrklang_web.concept.actions import set_goal
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing import queries
from mehrklang_web.editing.conflict import THEIRS, agreed_fields, differences, merged
from mehrklang_web.editing.models import Draft, Step
from mehrklang_web.people.models import Role
from tests.web.editing.test_steps import reworded

pytestmark = pytest.mark.django_db


class TextForm(forms.Form):
    title = forms.CharField(label="Titel")
    share = forms.DecimalField(label="Anteil", localize=True)
    steerable = forms.ChoiceField(label="Steuerbar", choices=[("ja", "ja"), ("nein", "nein, gar nicht")])
    audiences = forms.MultipleChoiceField(label="Für wen", choices=[("a", "Amt"), ("b", "Beirat")])
    core = forms.BooleanField(label="Kern", required=False)


MINE = {"title": "Meins", "share": "12,5", "steerable": "ja", "audiences": ["a"], "core": "on"}


def both(**theirs):
    sent = QueryDict(mutable=True)
    for name, value in MINE.items():
        sent.setlist(name, value if isinstance(value, list) else [value])
    saved = {"title": "Meins", "share": 12.5, "steerable": "ja", "audiences": ["a"], "core": True} | theirs
    return TextForm(sent), TextForm(initial=saved, prefix=THEIRS)


def test_a_draft_is_kept_for_its_account_alone_and_read_back_into_the_form(browse, account):
    answer = browse(Role.COORDINATION).post(
        reverse("editing:draft"), {"entwurf-seite": "/ziele/neu/", "title": "Halb fert", "audiences": ["a", "b"]}
    )
    assert answer.status_code == 204
    draft = queries.draft_of(account(Role.COORDINATION).pk, "/ziele/neu/")
    found = queries.initial_from(draft, TextForm())
    assert (found["title"], found["audiences"]) == ("Halb fert", ["a", "b"])
    assert queries.draft_of(account(Role.STATISTICS).pk, "/ziele/neu/") is None


def test_the_last_draft_of_a_form_counts_and_can_be_dropped(browse, account):
    client = browse(Role.COORDINATION)
    for title in ("Halb", "Halb fert"):
        client.post(reverse("editing:draft"), {"entwurf-seite": "/ziele/neu/", "title": title})
    assert Draft.objects.count() == 1
    client.post(reverse("editing:drop"), {"entwurf-seite": "/ziele/neu/"})
    assert Draft.objects.count() == 0


def test_a_draft_for_no_page_is_refused(browse):
    assert browse(Role.COORDINATION).post(reverse("editing:draft"), {"title": "x"}).status_code == 400


def test_nobody_is_led_out_of_the_house(browse):
    answer = browse(Role.COORDINATION).post(reverse("editing:drop"), {"entwurf-seite": "//example.org/"})
    assert answer.url == reverse("workplace:overview")


def test_equal_texts_are_no_difference_however_they_are_written():
    mine, theirs = both()
    assert differences(mine, theirs) == ()
    assert len(agreed_fields(mine, theirs)) == len(MINE)


def test_what_differs_is_told_in_words():
    mine, theirs = both(steerable="nein", audiences=["a", "b"], core=False)
    assert [(each.label, each.mine, each.theirs) for each in differences(mine, theirs)] == [
        ("Steuerbar", "ja", "nein, gar nicht"),
        ("Für wen", "Amt", "Amt, Beirat"),
        ("Kern", "ja", "nein"),
    ]


def test_the_choice_of_each_field_makes_the_form_that_counts():
    sent = QueryDict("title=Meins&andere-title=Ihres&wahl-title=andere&share=1&andere-share=2&wahl-share=meine")
    assert (merged(sent)["title"], merged(sent)["share"]) == ("Ihres", "1")


def test_one_undoes_ones_own_steps_only(browse, account, edition):
    goal = set_goal(edition=edition, goal=GoalValue("a", "Alt", "Bildung"), by=account(Role.COORDINATION))
    step = reworded(goal, "Neu", account(Role.COORDINATION))
    address = reverse("editing:undo", args=[step.pk])
    assert browse(Role.STATISTICS).post(address).status_code == 404
    answer = browse(Role.COORDINATION).post(address, {"zurueck": "/ziele/"}, follow=True)
    assert "Rückgängig gemacht: Ziel geändert" in answer.text
    assert Goal.objects.get(pk=goal.pk).title == "Alt"
    assert reverse("editing:undo", args=[Step.objects.first().pk]) in answer.text


def test_a_step_that_somebody_built_on_is_not_undone_and_that_is_said(browse, account, edition):
    goal = set_goal(edition=edition, goal=GoalValue("a", "Alt", "Bildung"), by=account(Role.COORDINATION))
    step = reworded(goal, "Neu", account(Role.COORDINATION))
    reworded(goal, "Noch neuer", account(Role.STATISTICS))
    answer = browse(Role.COORDINATION).post(
        reverse("editing:undo", args=[step.pk]), {"zurueck": "/ziele/"}, follow=True
    )
    assert "wurde seither geändert" in answer.text
    assert Goal.objects.get(pk=goal.pk).title == "Noch neuer"
