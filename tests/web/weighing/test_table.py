"""The working table: proposing, answering, deciding, swapping the twenty-first, and everything undone again."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from time import perf_counter

import pytest
from django.urls import reverse

from mehrklang.catalogue import Perspective, load
from mehrklang.package import FurtherTarget, Selection, Steerable, further_version, read_folder, write_folder
from mehrklang.planning import CORE_LIMIT, Measure, SelectionState, Verdict
from mehrklang_web.agreements.actions import sign
from mehrklang_web.audit.actions import Installation
from mehrklang_web.editing.actions import ChangedSinceError, undo
from mehrklang_web.editing.models import Step
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.measures.actions import take_in_measure
from mehrklang_web.measures.queries import measures_of
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.selection import actions as selection
from mehrklang_web.selection.models import Candidate, ChosenIndicator
from mehrklang_web.weighing.queries import table_of
from tests.factories import shell

CODES = sorted(load().indicators)
NEW = CODES[0]


def post(browse, name, code, **data):
    """As the coordination, with the version that the page shows now."""
    return browse(Role.COORDINATION).post(reverse(name, args=[code]), data)


def propose(browse, code=NEW, **data):
    return browse(Role.COORDINATION).post(reverse("selection:propose"), {"indicator": code, **data})


def on_the_table(edition, code):
    """The row of one indicator, chosen or candidate."""
    return next(
        row for model in (ChosenIndicator, Candidate) for row in model.objects.filter(edition=edition, code=code)
    )


def state_of(edition, code):
    return table_of(edition, date(2026, 6, 1)).one(code).state


def fill_core(edition):
    """The core set, full to its last place."""
    for code in CODES[1 : CORE_LIMIT - 1]:
        selection.choose(edition=edition, selection=Selection(code, "Weil es zählt."), by=Installation())
    assert ChosenIndicator.objects.filter(edition=edition, core=True).count() == CORE_LIMIT


def undo_last(account):
    undo(step=Step.objects.first(), by=account(Role.COORDINATION))


def test_a_proposed_indicator_is_a_candidate_and_nothing_that_is_computed(browse, edition):
    propose(browse, reason="Für den Beirat.")
    assert state_of(edition, NEW) is SelectionState.PROPOSED
    found = monitoring_of(edition)
    assert NEW not in {each.code for each in found.selection}
    assert [each.code for each in found.candidates] == [NEW]
    assert [(each.state, each.reason, each.office) for each in found.verdicts] == [
        (SelectionState.PROPOSED, "Für den Beirat.", "Koordination")
    ]


def test_what_lies_on_the_table_is_not_proposed_twice(browse, edition):
    propose(browse)
    page = browse(Role.COORDINATION).post(reverse("selection:propose"), {"indicator": NEW}, follow=True)
    assert "liegt schon in der Auswahl" in page.text
    assert Candidate.objects.filter(code=NEW).count() == 1


def test_proposing_goes_back_to_the_page_from_which_it_came_and_nowhere_else(browse, edition):
    assert propose(browse, NEW, zurueck="/hilfe/").headers["Location"] == "/hilfe/"
    answer = propose(browse, CODES[1], zurueck="https://example.org/")
    assert answer.headers["Location"] == reverse("weighing:one", args=[CODES[1]])


def test_what_no_catalogue_knows_cannot_be_proposed(browse, edition):
    assert propose(browse, "gibt-es-nicht").status_code == 404


@pytest.mark.parametrize("role", [Role.PARTNER, Role.LEADERSHIP])
def test_the_working_table_is_not_for_everybody(browse, edition, role):
    assert browse(role).get(reverse("weighing:table")).status_code == 403


def test_only_the_coordination_decides(browse, edition):
    assert browse(Role.STATISTICS).get(reverse("weighing:table")).status_code == 200
    assert browse(Role.STATISTICS).post(reverse("weighing:decide", args=["anteil-a"])).status_code == 403


ANSWERS = {
    "question": "Wer findet Arbeit?",
    "why": "Für die Förderung.",
    "goals": ["arbeit"],
    "addressees": "Rat, Jobcenter, Rat",
    "perspective": "defizit",
    "steerable": "ja",
    "steerable_reason": "Über Förderung.",
    "if_moved": "Der Ausschuss berät.",
    "effort_hours": "7,5",
}


def test_answers_are_kept_and_unanswered_questions_are_counted(browse, edition):
    before = table_of(edition, date(2026, 6, 1)).one("anteil-b")
    assert before.open == 7  # question, goals, addressees, steerable, what is done; of the source rhythm and effort
    post(browse, "weighing:answers", "anteil-b", version=on_the_table(edition, "anteil-b").version, **ANSWERS)
    row = table_of(edition, date(2026, 6, 1)).one("anteil-b")
    said = row.prospect.selection
    assert (said.question, said.addressees, said.perspective) == (
        "Wer findet Arbeit?", ("Rat", "Jobcenter"), Perspective.DEFICIT,
    )  # fmt: skip
    assert (said.steerable, said.effort_hours, said.if_moved) == (
        Steerable.YES, Decimal("7.5"), "Der Ausschuss berät.",
    )  # fmt: skip
    assert row.hours == "7,5"
    page = browse(Role.COORDINATION).get(reverse("weighing:one", args=["anteil-b"])).text
    assert "Stärke" not in row.view
    assert "hier anders gesehen als im Katalog" in page


def test_the_second_of_two_editors_sees_both_answers(browse, edition):
    version = on_the_table(edition, "anteil-b").version
    post(browse, "weighing:answers", "anteil-b", version=version, **ANSWERS)
    answer = post(browse, "weighing:answers", "anteil-b", version=version, **ANSWERS | {"why": "Aus Neugier."})
    assert answer.status_code == 409
    assert "Für die Förderung." in answer.text
    assert "Aus Neugier." in answer.text
    assert on_the_table(edition, "anteil-b").why == "Für die Förderung."


def test_a_decision_needs_a_reason(browse, edition):
    propose(browse)
    answer = post(browse, "weighing:decide", NEW, state="abgelehnt", reason=" ", version=1)
    assert answer.status_code == 422
    assert state_of(edition, NEW) is SelectionState.PROPOSED


@pytest.mark.parametrize("state", list(SelectionState))
def test_every_state_can_be_given_and_says_by_whom(browse, edition, state):
    propose(browse)
    post(browse, "weighing:decide", NEW, state=state.value, reason="So ist es.", version=1)
    assert state_of(edition, NEW) is state
    page = browse(Role.STATISTICS).get(reverse("weighing:one", args=[NEW])).text
    assert "So ist es." in page
    assert "Person Koordination (Koordination)" in page


def test_the_second_of_two_who_decide_sees_both_even_where_the_first_has_chosen_it(browse, edition):
    propose(browse)
    post(browse, "weighing:decide", NEW, state="kern", reason="Wichtig.", version=1)
    answer = post(browse, "weighing:decide", NEW, state="abgelehnt", reason="Zu teuer.", version=1)
    assert answer.status_code == 409
    assert "Wichtig." in answer.text
    assert state_of(edition, NEW) is SelectionState.CORE


def test_what_leaves_the_selection_keeps_answers_and_target_and_undoing_brings_signatures_and_links_back(
    browse, edition, account
):
    take_in_measure(
        edition=edition, measure=Measure("m", "Beratung", indicators=("anteil-a", "anteil-b")), by=Installation()
    )
    quarter = FurtherTarget(shell.TARGET, shell.QUARTERS[0].key)
    selection.set_further(chosen=on_the_table(edition, "anteil-a"), further=quarter, by=Installation())
    sign(edition=edition, version=further_version("anteil-a", quarter), by=account(Role.COORDINATION))
    before = monitoring_of(edition)
    kept = on_the_table(edition, "anteil-a")
    post(browse, "weighing:decide", "anteil-a", state="zurueckgestellt", reason="Später.", version=kept.version)
    now = monitoring_of(edition)
    assert [each.code for each in now.selection] == ["anteil-b"]
    assert now.candidates == (replace(before.selection[0], target_signed_by=(), further_targets=(quarter,)),)
    assert measures_of(edition)[0].to_value().indicators == ("anteil-b",)
    undo_last(account)
    again = monitoring_of(edition)
    assert (again.selection, again.candidates, again.measures) == (before.selection, (), before.measures)
    assert again.verdicts == ()


def test_a_target_comes_back_unsigned_with_the_candidate_that_is_chosen_again(browse, edition):
    target = on_the_table(edition, "anteil-a").agreed_target.to_value()
    for state in ("zurueckgestellt", "ergaenzend"):
        version = on_the_table(edition, "anteil-a").version
        post(browse, "weighing:decide", "anteil-a", state=state, reason="Probe.", version=version)
    again = next(each for each in monitoring_of(edition).selection if each.code == "anteil-a")
    assert (again.target, again.target_signed_by, again.core) == (target, (), False)


def test_choosing_is_not_undone_once_a_target_hangs_on_it(browse, edition, account):
    propose(browse)
    post(browse, "weighing:decide", NEW, state="kern", reason="Wichtig.", version=1)
    step = Step.objects.first()
    selection.set_target(chosen=on_the_table(edition, NEW), target=shell.TARGET, by=Installation())
    with pytest.raises(ChangedSinceError):
        undo(step=step, by=account(Role.COORDINATION))
    assert state_of(edition, NEW) is SelectionState.CORE


def test_an_empty_table_says_what_to_do_next(browse, db, tmp_path):
    given = replace(shell.monitoring(tmp_path), title="Neu", selection=(), interpretations={}, data=())
    take_in(monitoring=given, phase=Phase.CONCEPT, by=Installation())
    page = browse(Role.COORDINATION).get(reverse("weighing:table")).text
    assert "Noch ist kein Indikator im Kernset." in page
    assert "schlagen Sie einen vor" in page
    assert "20 sind frei." in page


def test_the_twenty_first_leads_to_the_swap_and_the_reason_is_not_lost(browse, edition):
    fill_core(edition)
    propose(browse)
    client = browse(Role.COORDINATION)
    words = {"state": "kern", "reason": "Wohnen fehlt.", "version": 1}
    page = client.post(reverse("weighing:decide", args=[NEW]), words, follow=True)
    assert page.redirect_chain[-1][0] == reverse("weighing:swap", args=[NEW]) + "?entwurf=1"
    assert page.text.count('type="radio"') == CORE_LIMIT
    assert "Wohnen fehlt." in page.text
    assert state_of(edition, NEW) is SelectionState.PROPOSED


@pytest.mark.parametrize("becomes", [SelectionState.SUPPLEMENTARY, SelectionState.DEFERRED])
def test_the_swap_is_one_step_that_can_be_undone(browse, edition, account, becomes):
    fill_core(edition)
    propose(browse)
    before = monitoring_of(edition)
    page = browse(Role.COORDINATION).get(reverse("weighing:swap", args=[NEW]))
    words = {"leaving": "anteil-a", "becomes": becomes.value, "reason": "Doppelt.", "version": page.context["version"]}
    post(browse, "weighing:swap", NEW, **words)
    assert (state_of(edition, NEW), state_of(edition, "anteil-a")) == (SelectionState.CORE, becomes)
    assert ChosenIndicator.objects.filter(edition=edition, core=True).count() == CORE_LIMIT
    undo_last(account)
    assert monitoring_of(edition) == before


def test_a_swap_of_a_core_set_that_has_changed_meanwhile_is_asked_for_again(browse, edition):
    fill_core(edition)
    propose(browse)
    seen = browse(Role.COORDINATION).get(reverse("weighing:swap", args=[NEW])).context["version"]
    other = on_the_table(edition, "anteil-b")
    post(browse, "weighing:answers", "anteil-b", version=other.version, **ANSWERS)
    words = {"leaving": "anteil-a", "becomes": "ergaenzend", "reason": "Doppelt.", "version": seen}
    answer = post(browse, "weighing:swap", NEW, **words)
    assert answer.status_code == 409
    assert "Doppelt." in answer.text
    assert state_of(edition, "anteil-a") is SelectionState.CORE


def test_a_swap_that_names_nobody_is_refused_in_german(browse, edition):
    fill_core(edition)
    propose(browse)
    answer = post(browse, "weighing:swap", NEW, becomes="ergaenzend", reason="x", version="")
    assert answer.status_code == 422
    assert "welcher Indikator Platz macht" in answer.text


def test_marking_tries_the_balance_out_and_keeps_nothing(browse, edition):
    propose(browse)
    page = browse(Role.STATISTICS).get(reverse("weighing:balance"), {"code": [NEW, "anteil-a"]}).text
    assert "1 dazu, 1 heraus" in page
    assert state_of(edition, NEW) is SelectionState.PROPOSED


def test_without_javascript_the_page_shows_the_same_and_marks_stay_where_rows_are_filtered_away(browse, edition):
    propose(browse)
    asked = {"code": [NEW, "anteil-a"], "stand": "kern"}
    page = browse(Role.STATISTICS).get(reverse("weighing:table"), asked).text
    assert "1 dazu, 1 heraus" in page
    assert f'<input type="hidden" name="code" value="{NEW}">' in page
    assert 'value="anteil-a" checked' in page
    assert "Keiner passt zu dieser Auswahl." in page


@pytest.mark.parametrize(("codes", "status"), [(1, 302), (2, 200), (4, 200), (5, 302)])
def test_two_to_four_are_compared(browse, edition, codes, status):
    for code in CODES[:3]:
        propose(browse, code)
    asked = ["anteil-a", "anteil-b", *CODES[:3]][:codes]
    assert browse(Role.STATISTICS).get(reverse("weighing:compare"), {"code": asked}).status_code == status


def test_the_catalogue_is_searched_from_the_table(browse, edition):
    page = browse(Role.COORDINATION).get(reverse("weighing:table"), {"katalog": "übergang b"}).text
    assert "liegt schon da: Kernset" in page


def test_an_export_keeps_candidates_answers_and_verdicts(db, tmp_path):
    given = shell.monitoring(tmp_path / "a")
    candidate = Selection(
        NEW, "", ("arbeit",), ("Rat",), question="Wie?", if_moved="Reden.", perspective=Perspective.STRENGTH,
        effort_hours=Decimal("2.5"), target=shell.TARGET,
    )  # fmt: skip
    verdicts = (
        Verdict(NEW, SelectionState.PROPOSED, "Für alle.", "A. Muster", "Koordination", date(2026, 5, 1)),
        Verdict(NEW, SelectionState.DEFERRED, "Erst 2027."),
        Verdict("anteil-a", SelectionState.CORE, "Wichtig.", "A. Muster", "Koordination", date(2026, 5, 2)),
    )
    whole = replace(given, candidates=(candidate,), verdicts=verdicts)
    first = monitoring_of(take_in(monitoring=whole, phase=Phase.CONCEPT, by=Installation()))
    assert (first.candidates, first.verdicts) == ((candidate,), verdicts)
    folder = tmp_path / "b"
    write_folder(replace(first, folder=folder, data=()), folder)
    read = read_folder(folder).monitoring
    assert read is not None
    again = monitoring_of(take_in(monitoring=read, phase=Phase.CONCEPT, by=Installation()))
    assert (again.candidates, again.verdicts, again.selection) == (first.candidates, first.verdicts, first.selection)


def test_five_hundred_rows_are_read_in_a_fixed_number_of_queries(browse, edition, django_assert_max_num_queries):
    for code in CODES[:60]:
        selection.take_in_candidate(edition=edition, selection=Selection(code, "Weil."), by=Installation())
    with django_assert_max_num_queries(40):
        start = perf_counter()
        page = browse(Role.COORDINATION).get(reverse("weighing:table"))
        taken = perf_counter() - start
    assert page.text.count('name="code"') == 62
    assert taken < 2
