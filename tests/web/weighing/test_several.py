"""Deciding about several marked indicators at once, and answering the questions one indicator after the other."""

from dataclasses import replace
from datetime import date

import pytest
from django.http import QueryDict
from django.urls import reverse

from mehrklang.catalogue import load
from mehrklang.package import Selection
from mehrklang.planning import CORE_LIMIT, SelectionState
from mehrklang_web.audit.actions import Installation
from mehrklang_web.editing.actions import undo
from mehrklang_web.editing.models import Step
from mehrklang_web.people.models import Role
from mehrklang_web.selection import actions as selection
from mehrklang_web.selection.models import ChosenIndicator, Verdict
from mehrklang_web.weighing.forms import AnswerForm
from mehrklang_web.weighing.queries import table_of

CODES = sorted(load().indicators)
SOME = CODES[:3]


@pytest.fixture
def proposed(browse, edition):
    """Three candidates on the table."""
    for code in SOME:
        browse(Role.COORDINATION).post(reverse("selection:propose"), {"indicator": code})
    return edition


def rows(edition):
    return table_of(edition, date(2026, 6, 1))


def said(edition, codes, **data):
    """What the form sends for these indicators as they are now."""
    marked = [row for row in rows(edition).rows if row.code in codes]
    versions = [f"{row.code}:{row.kept.version}" for row in marked]
    return {
        "code": [row.code for row in marked],
        "version": versions,
        "state": "kern",
        "reason": "Für den Rat.",
        **data,
    }


def decide(browse, edition, codes, **data):
    words = said(edition, codes, **data)
    return browse(Role.COORDINATION).post(reverse("weighing:decide_several"), words)


def states(edition):
    return {row.code: row.state for row in rows(edition).rows if row.code in SOME}


def test_all_that_are_marked_get_the_same_state_and_reason_and_each_keeps_its_own_verdict(browse, proposed):
    assert decide(browse, proposed, SOME).status_code == 302
    assert set(states(proposed).values()) == {SelectionState.CORE}
    reasons = Verdict.objects.filter(edition=proposed, code__in=SOME, state="kern").values_list("code", "reason")
    assert sorted(reasons) == [(code, "Für den Rat.") for code in SOME]


def test_one_undoing_takes_the_whole_decision_back(browse, proposed, account):
    decide(browse, proposed, SOME)
    undo(step=Step.objects.first(), by=account(Role.COORDINATION))
    assert set(states(proposed).values()) == {SelectionState.PROPOSED}


def test_who_takes_a_mark_away_on_the_page_decides_about_the_others_only(browse, proposed):
    decide(browse, proposed, SOME[:2])
    assert states(proposed)[SOME[2]] is SelectionState.PROPOSED


def test_more_than_there_are_places_are_refused_all_together_with_what_to_do(browse, proposed):
    for code in CODES[3:CORE_LIMIT]:
        selection.choose(edition=proposed, selection=Selection(code, "Weil es zählt."), by=Installation())
    before = ChosenIndicator.objects.filter(edition=proposed, core=True).count()
    assert before == CORE_LIMIT - 1
    answer = decide(browse, proposed, SOME)
    assert answer.status_code == 422
    assert "ist nur ein Platz von 20 frei: Nehmen Sie bei 2 das Häkchen weg" in answer.text
    assert set(states(proposed).values()) == {SelectionState.PROPOSED}
    assert decide(browse, proposed, SOME[:1]).status_code == 302


def test_who_decides_about_what_was_changed_meanwhile_is_told_and_nothing_is_decided(browse, proposed):
    words = said(proposed, SOME)
    decide(browse, proposed, SOME[:1], state="abgelehnt")
    answer = browse(Role.COORDINATION).post(reverse("weighing:decide_several"), words)
    assert answer.status_code == 409
    assert "wurde inzwischen geändert" in answer.text
    assert states(proposed)[SOME[1]] is SelectionState.PROPOSED


def test_without_marks_the_page_says_what_to_do(browse, proposed):
    page = browse(Role.COORDINATION).get(reverse("weighing:decide_several"), follow=True)
    assert "Bitte markieren Sie zuerst die Indikatoren" in page.text


def test_the_page_names_all_that_are_marked_and_asks_for_a_reason(browse, proposed):
    page = browse(Role.COORDINATION).get(reverse("weighing:decide_several"), {"code": SOME}).text
    assert all(load().indicator(code).name in page for code in SOME)
    assert decide(browse, proposed, SOME, reason=" ").status_code == 422


def test_only_the_coordination_decides_about_several(browse, proposed):
    assert browse(Role.STATISTICS).get(reverse("weighing:decide_several"), {"code": SOME}).status_code == 403


def test_all_candidates_are_marked_with_one_click_without_javascript(browse, proposed):
    group = browse(Role.COORDINATION).get(reverse("weighing:table")).context["groups"][-1]
    page = browse(Role.COORDINATION).get(group.mark_all)
    assert page.context["marked"] == set(SOME)
    assert page.text.count('class="is-marked"') == len(SOME)


def test_saving_leads_to_the_next_indicator_with_open_questions_and_from_the_last_to_the_first(browse, proposed):
    order = [row.code for row in rows(proposed).unanswered]
    for code, following in zip(order, [*order[1:], order[0]], strict=True):
        answer = save(browse, proposed, code, weiter="1")
        assert answer.headers["Location"] == reverse("weighing:answers", args=[following])


def test_candidates_are_asked_about_only_as_long_as_nothing_is_chosen(proposed):
    found = rows(proposed)
    assert found.unanswered
    assert not {row.code for row in found.unanswered} & set(SOME)
    alone = replace(found, rows=tuple(row for row in found.rows if row.code in SOME))
    assert [row.code for row in alone.unanswered] == SOME


def test_what_is_set_aside_is_not_asked_for_and_the_last_one_leads_to_the_table_with_the_next_step(browse, proposed):
    decide(browse, proposed, SOME[1:], state="abgelehnt")
    for each in ChosenIndicator.objects.filter(edition=proposed):
        save(browse, proposed, each.code, **COMPLETE)
    answer = save(browse, proposed, SOME[0], weiter="1", **COMPLETE)
    assert answer.headers["Location"] == reverse("weighing:table")
    page = browse(Role.COORDINATION).get(reverse("weighing:table")).text
    assert "Alle Fragen, die hier zu beantworten sind, sind beantwortet." in page


def test_where_there_are_no_goals_yet_none_are_asked_for_and_those_kept_stay(proposed):
    row = rows(proposed).one(SOME[0])
    before = replace(row.kept.answers(), goals=("arbeit",))
    form = AnswerForm(QueryDict("steerable=ja"), about=row.prospect, goals=[], sources=[])
    assert form.is_valid()
    assert "goals" not in form.fields
    assert form.to_value(before).goals == ("arbeit",)


def test_what_waits_for_goals_is_not_asked_for_as_long_as_there_are_none(proposed):
    row = replace(rows(proposed).one(SOME[0]), goals=False)
    assert row.open_here == replace(row, goals=True).open_here - 1


COMPLETE = {
    "question": "Wer?",
    "goals": ["arbeit"],
    "addressees": "Rat",
    "why_feature": "Wegen der Rechte.",
    "steerable": "ja",
    "steerable_reason": "Über Förderung.",
    "if_moved": "Der Ausschuss berät.",
}


def save(browse, edition, code, **data):
    words = {"version": rows(edition).one(code).kept.version, "why": "Für den Rat.", "steerable": "ja", **data}
    return browse(Role.COORDINATION).post(reverse("weighing:answers", args=[code]), words)
