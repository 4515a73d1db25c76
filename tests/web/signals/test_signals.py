"""A signal names why, goes to an office, is acknowledged, explained and closed; new data bring it back."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.warning import SignalKind
from mehrklang.catalogue import Direction
from mehrklang_web.audit.actions import Installation, Subject, act
from mehrklang_web.audit.models import Entry
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.models import Role
from mehrklang_web.results.actions import keep
from mehrklang_web.results.models import Result
from mehrklang_web.results.queries import latest_run
from mehrklang_web.selection.actions import set_target, sign_target
from mehrklang_web.selection.queries import chosen_one
from mehrklang_web.signals import actions, queries, rules
from mehrklang_web.signals.evidence import evidence_of
from mehrklang_web.signals.models import Cause, Signal, Stage, Survey

KO, ST, FB = Role.COORDINATION, Role.STATISTICS, Role.DEPARTMENT
STEEP = Target(Decimal(20), 2020, Operator.AT_LEAST, Decimal(35), 2030)
"""Asks for 24.5 in 2023 and for 26 in 2024; both years have 25."""


def evaluation_of(run):
    return run.frame().around({row.code: row.to_value() for row in Result.objects.filter(run=run)})


@pytest.fixture
def signal(edition, account):
    """The newest value of "anteil-a" leaves the path of its target."""
    agreed = set_target(chosen=chosen_one(edition, "anteil-a"), target=STEEP, by=account(KO))
    for role in (KO, ST):
        sign_target(agreed=agreed, by=account(role))
    actions.freeze(edition=edition, by=account(ST))
    return Signal.objects.get()


def open_for(account):
    """The open signals that wait for an account."""
    return [each for each in queries.still_open(the_edition()) if queries.waits_for(each, account)]


def told(signal):
    return [step.did for step in queries.history(signal)]


def test_it_says_what_where_when_and_why(signal):
    assert (signal.kind, signal.code, signal.area_name, signal.year) == (
        SignalKind.TARGET_PATH_LEFT.value,
        "anteil-a",
        "Probstadt",
        2024,
    )
    assert "der Zielpfad sieht 26,0\u00a0% vor" in signal.to_value().evidence
    assert (signal.stage, signal.office, signal.present) == (Stage.NEW, KO, True)
    assert told(signal) == ["Hinweis entstanden"]


def test_the_same_data_say_nothing_new(signal, account, edition):
    actions.freeze(edition=edition, by=account(ST))
    assert told(Signal.objects.get()) == ["Hinweis entstanden"]
    assert Signal.objects.get().run == latest_run(edition)


def test_each_run_is_looked_through_and_says_how_many_false_alarms_are_to_be_expected(signal, edition):
    survey = queries.survey_of(edition)
    assert survey.run == latest_run(edition)
    assert survey.judged == 2 * 4  # two indicators, one town and three quarters, five years each
    assert "höchstens 1 Hinweis ohne Anlass" in survey.limit
    assert Survey.objects.filter(run__edition=edition).count() == 1


def test_every_kind_has_its_place_in_the_list(signal, edition, account):
    with act("Probe", by=Installation(), to=Subject("", "", "")):
        for at, kind in enumerate(SignalKind):
            Signal.objects.create(
                edition=edition, run=signal.run, code=f"x{at}", year=2024, kind=kind.value, office=KO, content="{}"
            )
    found = [each.kind for each in queries.narrowed(edition, queries.Asked(), account(KO))]
    assert found[0] == SignalKind.DATA_SUSPECT.value
    assert found[-1] == SignalKind.DRIFT.value
    assert set(found) == {kind.value for kind in SignalKind}


@pytest.mark.parametrize("kind", SignalKind)
def test_every_kind_goes_to_an_office_that_may_handle_it(kind, account):
    office = rules.office_for(kind)
    assert rules.may_assign(Signal(stage=Stage.NEW), account(office))


def test_it_waits_for_the_office_until_somebody_takes_it_over(signal, account):
    assert open_for(account(KO)) == [signal]
    assert open_for(account(ST)) == []
    actions.acknowledge(signal=signal, by=account(ST))
    assert (open_for(account(KO)), open_for(account(ST))) == ([], [signal])


def test_the_overview_says_how_many_wait(signal, browse):
    def told_to(role):
        return [step.title for step in browse(role).get("/").context["overview"].steps]

    assert "Ein Hinweis der Frühwarnung" in told_to(KO)
    assert "Ein Hinweis der Frühwarnung" not in told_to(ST)


def test_who_may_not_handle_signals_has_none(signal, account):
    assert all(open_for(account(role)) == [] for role in (Role.PARTNER, Role.LEADERSHIP, Role.ADMINISTRATION))


def test_it_goes_to_the_person_whom_the_target_names(edition, account):
    named = replace(STEEP, responsible=account(FB).full_name)
    agreed = set_target(chosen=chosen_one(edition, "anteil-a"), target=named, by=account(KO))
    for role in (KO, ST):
        sign_target(agreed=agreed, by=account(role))
    actions.freeze(edition=edition, by=account(ST))
    assert open_for(account(FB)) == list(Signal.objects.all())
    assert open_for(account(KO)) == []


def test_it_can_be_handed_to_a_person(signal, account):
    actions.assign(signal=signal, person=account(FB), by=account(KO))
    assert open_for(account(FB)) == [signal]
    assert signal.addressee == account(FB).full_name


def close(signal, account):
    actions.acknowledge(signal=signal, by=account(KO))
    actions.explain(signal=signal, cause=Cause.REAL, text="Die Lieferung ist geprüft.", by=account(FB))
    actions.close(signal=signal, decision="Im Bericht erläutern.", by=account(KO))


def test_from_new_to_closed_every_step_is_kept_and_traced(signal, account):
    close(signal, account)
    assert told(signal) == ["Hinweis entstanden", "Gesehen", "Erklärt", "Abgeschlossen"]
    assert [step.who for step in queries.history(signal)][1:] == [account(role).full_name for role in (KO, FB, KO)]
    did = list(Entry.objects.filter(kind="Hinweis").order_by("pk").values_list("did", flat=True))
    assert did == ["Hinweis gesehen", "Hinweis erklärt", "Hinweis abgeschlossen"]
    assert open_for(account(KO)) == []


def test_closed_stays_closed_on_the_same_data_and_is_opened_by_new_ones(signal, account, edition):
    close(signal, account)
    run = latest_run(edition)
    evaluation = evaluation_of(run)
    again = actions.freeze(edition=edition, by=account(ST))
    assert Signal.objects.get().stage == Stage.CLOSED
    newer = replace(evaluation.results["anteil-a"], data_version="neu")
    third = keep(edition=edition, evaluation=evaluation_of(again), by=account(ST))
    results = {**evaluation.results, "anteil-a": newer}
    actions.look_through(run=third, evaluation=third.frame().around(results), by=account(ST))
    found = Signal.objects.get()
    assert (found.stage, found.data_version) == (Stage.NEW, "neu")
    assert told(found)[-1] == "Durch neue Daten wieder geöffnet"
    assert queries.outdated(found, queries.history(found))


def test_what_is_no_longer_conspicuous_is_marked_and_stays_for_people_to_close(signal, account, edition):
    agreed = set_target(
        chosen=chosen_one(edition, "anteil-a"), target=replace(STEEP, value=Decimal(30)), by=account(KO)
    )
    for role in (KO, ST):
        sign_target(agreed=agreed, by=account(role))
    actions.freeze(edition=edition, by=account(ST))
    found = Signal.objects.get()
    assert (found.present, found.stage) == (False, Stage.NEW)
    assert told(found)[-1] == "Nicht mehr auffällig"
    actions.freeze(edition=edition, by=account(ST))
    assert told(Signal.objects.get()).count("Nicht mehr auffällig") == 1


def test_its_evidence_is_the_frozen_series_with_the_value_it_speaks_of(signal):
    evidence = evidence_of(signal)
    assert [row.period for row in evidence.rows] == ["2024", "2023", "2022", "2021", "2020"]
    assert [row.meant for row in evidence.rows] == [True, False, False, False, False]
    assert evidence.rows[0].value == "25,0\u00a0%"
    assert [picture.form for picture in evidence.pictures] == ["linie"]


def test_the_list_narrows_by_stage_kind_field_and_person(signal, account, edition):
    def found(**asked):
        return queries.narrowed(edition, queries.Asked(**asked), account(KO))

    assert found() == found(kind="zielpfad-verlassen") == found(field="Arbeit") == found(mine=True) == [signal]
    assert found(stage="abgeschlossen") == found(kind="niveausprung") == found(field="Wohnen") == []
    close(signal, account)
    assert found() == []
    assert found(stage="alle") == found(stage="abgeschlossen") == [signal]


def test_the_list_shows_it_with_symbol_word_and_method(signal, browse):
    page = browse(KO).get(reverse("signals:list")).content.decode()
    assert "Zielpfad verlassen" in page
    assert "höchstens 1 Hinweis ohne Anlass" in page
    assert "1 von 1 Hinweisen" in page
    assert all(f">{kind.label}</option>" in page for kind in SignalKind)


def test_a_wrong_answer_is_shown_at_its_field_and_nothing_is_kept(signal, browse):
    answer = browse(KO).post(reverse("signals:explain", args=[signal.pk]), {"cause": "", "text": ""})
    assert answer.status_code == 422
    assert "Bitte schreiben Sie, was sich gezeigt hat." in answer.content.decode()
    assert told(signal) == ["Hinweis entstanden"]


def test_closing_needs_an_explanation_and_an_office(signal, browse, account):
    address = reverse("signals:close", args=[signal.pk])
    assert browse(KO).post(address, {"decision": "Fertig."}).status_code == 403
    actions.explain(signal=signal, cause=Cause.CHANCE, text="Kleine Zahl.", by=account(FB))
    assert browse(FB).post(address, {"decision": "Fertig."}).status_code == 403
    assert browse(KO).post(address, {"decision": "Fertig."}).status_code == 302
    assert Signal.objects.get().stage == Stage.CLOSED
    assert browse(FB).post(reverse("signals:explain", args=[signal.pk]), {}).status_code == 403


def test_an_office_opens_it_again_with_a_reason(signal, browse, account):
    close(signal, account)
    browse(ST).post(reverse("signals:reopen", args=[signal.pk]), {"reason": "Die Lieferung war unvollständig."})
    assert Signal.objects.get().stage == Stage.SEEN
    assert queries.history(signal)[-1].text == "Die Lieferung war unvollständig."


def test_only_people_who_handle_signals_can_be_chosen(signal, browse, account):
    address = reverse("signals:assign", args=[signal.pk])
    answer = browse(KO).post(address, {"person": account(Role.LEADERSHIP).pk})
    assert "Diese Person bearbeitet keine Hinweise." in answer.content.decode()
    assert browse(KO).post(address, {"person": account(ST).pk}).status_code == 302


def test_freezing_says_how_many_signals_are_new(signal, browse):
    page = browse(ST).post(reverse("signals:freeze"), follow=True).content.decode()
    assert "Die Frühwarnung hat einen neuen Hinweis." in page


def test_a_missed_target_asks_for_reason_and_decision_beside_the_indicator(edition, account, browse):
    missed = Target(Decimal(20), 2020, Operator.AT_LEAST, Decimal(35), 2023)
    agreed = set_target(chosen=chosen_one(edition, "anteil-a"), target=missed, by=account(KO))
    for role in (KO, ST):
        sign_target(agreed=agreed, by=account(role))
    actions.freeze(edition=edition, by=account(ST))
    found = Signal.objects.get()
    assert found.kind == SignalKind.TARGET_MISSED.value
    page = browse(KO).get(reverse("interpretation:indicator", args=["anteil-a"])).content.decode()
    assert "Grund und Entscheidung sind festzuhalten." in page
    assert reverse("goals:missed-target", args=["anteil-a", 2023]) in page
    partner = browse(Role.PARTNER).get(reverse("interpretation:indicator", args=["anteil-a"])).content.decode()
    assert "Ziel 2023 verfehlt" not in partner


def test_a_context_indicator_is_the_frame(edition, account, browse):
    evaluation = evaluation_of(latest_run(edition))
    context = evaluation.results["anteil-b"]
    context = replace(context, definition=replace(context.definition, direction=Direction.CONTEXT))
    frozen = replace(evaluation, results={**evaluation.results, "anteil-b": context})
    run = keep(edition=edition, evaluation=frozen, by=account(ST))
    assert {row.code: row.chip.word for row in Result.objects.filter(run=run)}["anteil-b"] == "Rahmen"
    page = browse(KO).get(reverse("interpretation:indicators") + "?zustand=rahmen").content.decode()
    assert "1 von 2 Indikatoren" in page


def test_what_other_rules_would_say_stands_beside_the_indicator(edition, browse):
    page = browse(KO).get(reverse("interpretation:indicator", args=["anteil-a"])).content.decode()
    assert all(
        name in page for name in ("Statistics Canada / Open SDG 2.4", "Eurostat", "Dänisches Integrationsbarometer")
    )


def test_a_signal_of_another_edition_is_not_found(signal, browse):
    assert browse(KO).get(reverse("signals:signal", args=[signal.pk + 1])).status_code == 404
