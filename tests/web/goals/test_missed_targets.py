"""A missed target is a task until reason and decision are recorded; both go into reports and folder."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from mehrklang.assessment import Operator, Target
from mehrklang.planning import Consequence, CouncilDecision, MissedTarget
from mehrklang.report import Audience
from mehrklang_web.audit.actions import Installation
from mehrklang_web.editing.actions import undo
from mehrklang_web.editing.models import Step
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.interpretation.queries import findings
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.publication.queries import Form, report
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.queries import latest_run
from mehrklang_web.selection.actions import set_target, sign_target
from mehrklang_web.selection.queries import chosen_one
from mehrklang_web.signals.actions import freeze
from mehrklang_web.signals.queries import missed_targets
from mehrklang_web.workplace.queries import overview
from tests.factories import shell

KO, ST = Role.COORDINATION, Role.STATISTICS
ADDRESS = "/ziele/verfehlt/anteil-a/2023/"
FILLED = {
    "reason": "Zwei Betriebe haben geschlossen.",
    "consequence": "neues-zieljahr",
    "new_year": "2029",
    "text": "Die Beratung wird ausgebaut.",
    "body": "Rat der Stadt",
    "day": "2026-05-12",
    "number": "VO/26/7",
    "version": "0",
}


@pytest.fixture
def missed(edition, account):
    """The target of "anteil-a" was to be reached by 2023 and was not."""
    target = Target(Decimal(20), 2020, Operator.AT_LEAST, Decimal(35), 2023)
    agreed = set_target(chosen=chosen_one(edition, "anteil-a"), target=target, by=account(KO))
    for role in (KO, ST):
        sign_target(agreed=agreed, by=account(role))
    freeze(edition=edition, by=account(ST))


def tasks(edition, account, role=KO):
    return [step for step in overview(edition, account(role)).steps if "verfehlt" in step.text]


def test_it_is_a_task_until_a_decision_is_recorded(edition, missed, account, browse):
    (task,) = tasks(edition, account)
    assert task.text == "Ziel 2023 verfehlt: Grund und Entscheidung festhalten."
    assert task.address == ADDRESS
    browse(KO).post(ADDRESS, {"reason": "Warum auch immer.", "version": "0"})
    assert tasks(edition, account)[0].text == "Ziel 2023 verfehlt: Entscheidung festhalten."
    browse(KO).post(ADDRESS, {**FILLED, "version": "1"})
    assert tasks(edition, account) == []


def test_nobody_else_has_the_task_or_may_record(edition, missed, account, browse):
    assert tasks(edition, account, Role.DEPARTMENT) == []
    for role in (Role.DEPARTMENT, Role.PARTNER, Role.LEADERSHIP):
        assert browse(role).post(ADDRESS, FILLED).status_code == 403


def test_what_is_recorded_is_the_library_s_value(edition, missed, account, browse):
    browse(ST).post(ADDRESS, FILLED)
    assert monitoring_of(edition).missed_targets == (
        MissedTarget(
            "anteil-a", 2023, "Zwei Betriebe haben geschlossen.", Consequence.NEW_YEAR,
            "Die Beratung wird ausgebaut.", 2029,
            decision=CouncilDecision("Rat der Stadt", date(2026, 5, 12), "VO/26/7"),
            by=account(ST).full_name, day=timezone.localdate(),
        ),
    )  # fmt: skip


def test_a_decision_closes_the_signal_and_is_shown_on_the_pages(edition, missed, browse):
    browse(KO).post(ADDRESS, FILLED)
    (found,) = missed_targets(edition)
    assert not found.signal.is_open
    for address in ("/ziele/verfehlt/", reverse("interpretation:indicator", args=["anteil-a"])):
        page = browse(KO).get(address).content.decode()
        assert "Weiter mit neuem Zieljahr 2029" in page
        assert "Rat der Stadt, 12.05.2026, VO/26/7" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"reason": ""}, "Bitte schreiben Sie, warum"),
        ({"new_year": ""}, "Bitte nennen Sie das neue Zieljahr."),
        ({"new_year": "2023"}, "Das neue Zieljahr muss nach 2023 liegen."),
        ({"consequence": "aufgeben"}, "gehört zur Entscheidung"),
        ({"body": ""}, "Bitte nennen Sie das Gremium."),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_kept(edition, missed, browse, wrong, said):
    answer = browse(KO).post(ADDRESS, {**FILLED, **wrong})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert monitoring_of(edition).missed_targets == ()


def test_two_who_write_at_once_see_both_texts(edition, missed, browse):
    browse(KO).post(ADDRESS, FILLED)
    answer = browse(ST).post(ADDRESS, {**FILLED, "reason": "Die Förderung lief aus."})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Zwei Betriebe haben geschlossen." in page
    assert "Die Förderung lief aus." in page


def test_recording_can_be_undone(edition, missed, account, browse):
    browse(KO).post(ADDRESS, FILLED)
    step = Step.objects.filter(did="Verfehltes Ziel festgehalten").first()
    undo(step=step, by=account(KO))
    assert monitoring_of(edition).missed_targets == ()


def test_a_target_that_is_not_missed_has_no_form(edition, browse):
    assert browse(KO).get(ADDRESS).status_code == 404
    assert "kein Ziel verfehlt" in browse(KO).get("/ziele/verfehlt/").content.decode()


def test_the_record_stays_when_another_target_is_agreed_on(edition, missed, account, browse):
    browse(KO).post(ADDRESS, FILLED)
    later = Target(Decimal(20), 2020, Operator.AT_LEAST, Decimal(35), 2029)
    set_target(chosen=chosen_one(edition, "anteil-a"), target=later, by=account(KO))
    assert missed_targets(edition) == []
    assert [each.year for each in monitoring_of(edition).missed_targets] == [2023]


def test_the_reports_print_reason_and_decision(edition, missed, browse):
    browse(KO).post(ADDRESS, FILLED)
    run = latest_run(edition)
    assert [each.missed[0].new_year for each in findings(edition, run)] == [2029]
    for audience in Audience:
        content = report(run, audience=audience, form=Form.HTML).content.decode()
        assert "Zwei Betriebe haben geschlossen." in content
        assert "eiter mit neuem Zieljahr 2029" in content
        assert "Bitte den Grund festhalten" not in content


def test_it_travels_with_the_folder(db, tmp_path):
    record = MissedTarget("anteil-a", 2021, "Weil.", Consequence.MEASURE, "Mehr davon.")
    given = replace(shell.monitoring(tmp_path), missed_targets=(record,))
    edition = take_in(monitoring=given, phase=Phase.CONCEPT, by=Installation())
    assert monitoring_of(edition).missed_targets == (record,)
