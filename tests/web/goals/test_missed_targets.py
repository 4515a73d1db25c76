"""A missed target is a task until reason and decision are recorded; both go into reports and folder."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from mehrklang.assessment import Operator, Target
from mehrklang.package import FurtherTarget, further_version
from mehrklang.planning import Consequence, CouncilDecision, MissedTarget
from mehrklang.report import Audience
from mehrklang_web.agreements.actions import sign
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
from mehrklang_web.selection.actions import set_further, set_target, sign_target
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


@pytest.fixture
def missed_in_a_quarter(edition, account):
    """The target of "anteil-a" for a quarter was to be reached by 2023 and was not; the town's own still runs."""
    target = Target(Decimal(20), 2020, Operator.AT_LEAST, Decimal(35), 2023)
    quarter = FurtherTarget(target, shell.QUARTERS[0].key)
    set_further(chosen=chosen_one(edition, "anteil-a"), further=quarter, by=account(KO))
    version = further_version("anteil-a", quarter)
    for role in (KO, ST):
        sign(edition=edition, version=version, by=account(role))
    freeze(edition=edition, by=account(ST))
    return version.matter


def test_the_target_of_a_quarter_asks_for_reason_and_decision_too(edition, missed_in_a_quarter, account, browse):
    (task,) = tasks(edition, account)
    assert (task.title, task.address) == ("Anteil A (Ähren)", f"{ADDRESS}{missed_in_a_quarter.place}/")
    assert "Anteil A (Ähren)" in browse(KO).get("/ziele/verfehlt/").text
    assert browse(KO).get(ADDRESS).status_code == 404
    browse(KO).post(task.address, FILLED)
    assert tasks(edition, account) == []
    (kept,) = monitoring_of(edition).missed_targets
    assert (kept.area, kept.group, kept.new_year) == (shell.QUARTERS[0].key, "", 2029)
    assert (
        "Weiter mit neuem Zieljahr 2029" in browse(KO).get(reverse("interpretation:indicator", args=["anteil-a"])).text
    )


def test_the_report_says_of_which_quarter_a_target_was_missed(edition, missed_in_a_quarter, browse):
    browse(KO).post(f"{ADDRESS}{missed_in_a_quarter.place}/", FILLED)
    run = latest_run(edition)
    contents = {each: report(run, audience=each, form=Form.HTML).content.decode() for each in Audience}
    assert "Ziel 2023 nicht erreicht (Ähren)" in contents[Audience.VERWALTUNG]
    assert "Das ist nicht gelungen" not in contents[Audience.OEFFENTLICHKEIT], "the town's own target still runs"


def test_the_proposed_target_of_a_quarter_is_not_missed(edition, account):
    target = Target(Decimal(20), 2020, Operator.AT_LEAST, Decimal(35), 2023)
    quarter = FurtherTarget(target, shell.QUARTERS[0].key)
    set_further(chosen=chosen_one(edition, "anteil-a"), further=quarter, by=account(KO))
    freeze(edition=edition, by=account(ST))
    assert missed_targets(edition) == []


def test_it_travels_with_the_folder(db, tmp_path):
    record = MissedTarget("anteil-a", 2021, "Weil.", Consequence.MEASURE, "Mehr davon.")
    given = replace(shell.monitoring(tmp_path), missed_targets=(record,))
    edition = take_in(monitoring=given, phase=Phase.CONCEPT, by=Installation())
    assert monitoring_of(edition).missed_targets == (record,)
