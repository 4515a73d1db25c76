"""The first page says where the edition stands and what comes next, for each role its own."""

import pytest
from django.urls import reverse

from mehrklang.assessment.warning import SignalKind
from mehrklang.catalogue import load
from mehrklang.package import Selection
from mehrklang.planning import Remark
from mehrklang.planning.remark import About
from mehrklang_web.agreements.actions import write_remark
from mehrklang_web.audit.actions import Installation, Subject, act
from mehrklang_web.audit.models import Entry
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.results.queries import latest_run
from mehrklang_web.selection.actions import choose
from mehrklang_web.signals.models import Signal


def steps(client):
    return [(step.title, step.text) for step in client.get("/").context["overview"].steps]


WRITE = ("Übergang B", "Interpretation schreiben.")
AGREE = ("3 Vereinbarungen lesen und unterschreiben", "Kernset; Definition Anteil A; 1 weitere.")
AND_TARGET = ("4 Vereinbarungen lesen und unterschreiben", "Kernset; Definition Anteil A; 2 weitere.")


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.COORDINATION, [AGREE, WRITE]),
        (Role.STATISTICS, [AND_TARGET, WRITE]),
        (Role.DEPARTMENT, [WRITE]),
        (Role.PARTNER, []),
        (Role.LEADERSHIP, []),
    ],
)
def test_next_steps_are_those_of_the_role(browse, role, expected):
    assert steps(browse(role)) == expected


@pytest.mark.parametrize("taken_up", [False, True])
def test_the_counts_by_role_are_those_of_the_lists_also_where_a_signal_waits(browse, edition, account, taken_up):
    with act("Probe", by=Installation(), to=Subject("", "", "")):
        words = {"code": "anteil-a", "year": 2024, "kind": SignalKind.DRIFT.value, "content": "{}"}
        person = account(Role.STATISTICS) if taken_up else None
        Signal.objects.create(
            edition=edition, run=latest_run(edition), office=Role.COORDINATION, person=person, **words
        )
    waiting = {}
    for role in (Role.COORDINATION, Role.STATISTICS, Role.DEPARTMENT):
        shown = browse(role).get("/").context["overview"]
        counts = {each.role: each.count for each in shown.roles}
        assert counts[role] == len(shown.steps)
        waiting[role] = any("Frühwarnung" in step.title for step in shown.steps)
    assert waiting == {Role.COORDINATION: not taken_up, Role.STATISTICS: taken_up, Role.DEPARTMENT: False}


def test_remarks_that_wait_for_an_office_are_one_step_to_the_agenda(browse, edition, account):
    for to in ("Koordination", "", "Statistik"):
        remark = Remark(About.CONCEPT, "", f"An {to}", to=to)
        write_remark(edition=edition, remark=remark, by=account(Role.PARTNER))
    found = [step for step in browse(Role.COORDINATION).get("/").context["overview"].steps if "Anmerkung" in step.title]
    assert [(step.title, step.address) for step in found] == [
        ("2 Anmerkungen beantworten oder abschließen", reverse("agenda:points"))
    ]


def test_the_administration_is_led_to_the_accounts(browse):
    assert browse(Role.ADMINISTRATION).get("/")["Location"] == reverse("people:accounts")


def test_the_coordination_moves_the_edition_to_another_phase(browse, edition):
    browse(Role.COORDINATION).post(reverse("workplace:phase"), {"phase": "berichten"})
    edition.refresh_from_db()
    assert edition.phase == Phase.REPORT
    assert (Entry.objects.first().old, Entry.objects.first().new) == ("Interpretieren", "Berichten")


def test_a_phase_that_does_not_exist_is_a_bad_request(browse):
    assert browse(Role.COORDINATION).post(reverse("workplace:phase"), {"phase": "erfunden"}).status_code == 400


def test_the_overview_asks_the_database_seldom(browse, django_assert_max_num_queries):
    """Each room that names next steps asks once or twice, however many indicators there are."""
    client = browse(Role.STATISTICS)
    with django_assert_max_num_queries(38):
        client.get("/")


@pytest.mark.parametrize(("role", "counted", "without"), [(Role.STATISTICS, 2, 1), (Role.PARTNER, 1, 2)])
def test_the_tiles_and_the_table_speak_of_the_same_indicators(browse, edition, role, counted, without):
    """A supplementary indicator without data, too, is listed; what has no state is said beside the tiles."""
    choose(edition=edition, selection=Selection(min(load().indicators), "Probe", core=False), by=Installation())
    answer = browse(role).get("/")
    overview, page = answer.context["overview"], answer.content.decode()
    assert (sum(tally.count for tally in overview.states), overview.without_value) == (counted, without)
    assert counted + without == len(overview.lines) == page.count('<th scope="row">') == 3
    assert "ergänzend" in page
    assert "noch keinen Stand" in page
