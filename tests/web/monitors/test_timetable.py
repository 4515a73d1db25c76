"""The timetable of an edition, and the list of monitors."""

from datetime import date

import pytest
from django.urls import reverse

from mehrklang.planning import Phase as PhaseValue
from mehrklang.planning import PlannedPhase
from mehrklang_web.monitors.actions import plan
from mehrklang_web.monitors.models import Phase, PhaseInPlan
from mehrklang_web.monitors.queries import phases_of, timetable_of
from mehrklang_web.people.models import Role
from mehrklang_web.results.assembly import monitoring_of

INTERPRETING = PlannedPhase(PhaseValue.INTERPRETATION, date(2026, 9, 1), date(2026, 10, 31), "Fachstelle")
TYPED = {
    "interpretieren-beginn": "2026-09-01", "interpretieren-ende": "2026-10-31",
    "interpretieren-zustaendig": "Fachstelle",
}  # fmt: skip


@pytest.fixture
def planned(edition, account):
    plan(edition=edition, timetable=(INTERPRETING,), by=account(Role.COORDINATION))
    return edition


def view_of(edition, today):
    return {each.phase: each for each in phases_of(edition, today)}


def test_the_phase_in_which_an_edition_stands_is_late_from_the_day_after_its_end(planned):
    assert view_of(planned, date(2026, 10, 31))[Phase.INTERPRETATION].days_late == 0
    assert view_of(planned, date(2026, 11, 3))[Phase.INTERPRETATION].days_late == 3


def test_a_phase_that_is_behind_or_ahead_is_not_late(planned):
    planned.phase = Phase.REPORT
    assert {each.days_late for each in phases_of(planned, date(2030, 1, 1))} == {0}


def test_the_timetable_is_part_of_the_monitoring(planned):
    assert monitoring_of(planned).timetable == timetable_of(planned) == (INTERPRETING,)


def test_saving_shows_the_plan_and_can_be_undone(browse, edition):
    client = browse(Role.COORDINATION)
    page = client.post(reverse("monitors:timetable"), TYPED, follow=True)
    assert "31.10.2026" in page.text
    assert "Rückgängig machen" in page.text
    undo = page.text.split('class="messages__undo" method="post" action="')[1].split('"')[0]
    client.post(undo, {"zurueck": "/zeitplan/"})
    assert not [each for each in edition.timetable.all() if each.begins]


def test_days_that_do_not_fit_are_all_named_and_nothing_is_kept(browse, edition):
    typed = {"konzept-beginn": "2026-05-02", "konzept-ende": "2026-05-01", "erheben-beginn": "2026-04-01"}
    page = browse(Role.COORDINATION).post(reverse("monitors:timetable"), typed)
    assert page.status_code == 422
    assert "Die Phase „Konzept“ endet am 01.05.2026" in page.text
    assert "Die Phase „Erheben“ beginnt am 01.04.2026" in page.text
    assert PhaseInPlan.objects.count() == 0


def test_two_who_plan_at_once_see_both_plans_and_choose(browse, planned, account):
    client = browse(Role.COORDINATION)
    seen = "interpretieren:1"
    later = PlannedPhase(PhaseValue.INTERPRETATION, date(2026, 9, 1), date(2026, 12, 15), "Statistikstelle")
    plan(edition=planned, timetable=(later,), by=account(Role.STATISTICS))
    page = client.post(reverse("monitors:timetable"), TYPED | {"version": seen})
    assert page.status_code == 409
    assert "Statistikstelle" in page.text
    assert "Fachstelle" in page.text
    assert timetable_of(planned) == (later,)
    version = page.text.split('name="version" value="')[1].split('"')[0]
    chosen = TYPED | {
        "version": version, "wahl-interpretieren-ende": "andere", "andere-interpretieren-ende": "2026-12-15",
        "wahl-interpretieren-zustaendig": "meine", "andere-interpretieren-zustaendig": "Statistikstelle",
    }  # fmt: skip
    assert client.post(reverse("monitors:timetable"), chosen).status_code == 302
    kept = next(each for each in timetable_of(planned) if each.phase is PhaseValue.INTERPRETATION)
    assert (kept.ends, kept.responsible) == (date(2026, 12, 15), "Fachstelle")


def test_who_may_not_plan_reads_only(browse, planned):
    client = browse(Role.PARTNER)
    page = client.get(reverse("monitors:timetable"))
    assert "31.10.2026" in page.text
    assert "Speichern" not in page.text
    assert client.post(reverse("monitors:timetable"), TYPED).status_code == 403


def test_the_overview_says_that_a_phase_is_late(browse, planned):
    assert "verspätet seit 31.10.2026" in browse(Role.LEADERSHIP).get("/").text


def test_each_edition_is_listed_with_its_own_address(browse, edition):
    page = browse(Role.PARTNER).get(reverse("monitors:list")).text
    assert f'href="/ausgabe/{edition.pk}/"' in page
    assert edition.monitor.title in page
