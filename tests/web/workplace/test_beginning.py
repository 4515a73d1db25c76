"""What the first page says of an almost empty edition, of what is late, and of who has the move."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mehrklang.planning import Answer, ExpectedDelivery, Phase, PlannedPhase
from mehrklang.planning.concept import OpenPoint
from mehrklang.planning.questions import questions
from mehrklang.vocabulary import Period
from mehrklang_web.audit.actions import Installation
from mehrklang_web.collection.actions import plan as expect
from mehrklang_web.guidance.actions import answer
from mehrklang_web.monitors.actions import enter_phase, open_edition, open_monitor, plan
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.models import Phase as Stage
from mehrklang_web.people.actions import lock_account
from mehrklang_web.people.models import Role
from mehrklang_web.workplace.first_steps import first_steps, next_for

AGO = timezone.localdate() - timedelta(days=3)


@pytest.fixture
def empty(db):
    """A further edition in which nothing is entered; it is the newest and therefore shown."""
    monitor = open_monitor(title="Leer", organisation="Stadt Probstadt", area="99000001", by=Installation())
    return open_edition(edition=Edition(monitor=monitor, label="1"), places=[], by=Installation())


def done(edition):
    return {step.title: step.done for step in first_steps(edition)}


def test_an_empty_edition_shows_its_first_steps_and_the_next_one(browse, empty):
    page = browse(Role.COORDINATION).get("/")
    assert page.context["next"].title == "Zeitplan aufstellen"
    assert [step.done for step in page.context["overview"].first] == [True, *[False] * 6]
    text = page.content.decode()
    assert "Noch einmal neu beginnen" in text
    assert "Noch ist kein Indikator gewählt" in text
    assert "Ergebnisse festhalten" not in text, "nothing can be computed yet"


def steps(browse, role):
    return [step.title for step in browse(role).get("/").context["overview"].steps]


def test_each_office_is_told_its_own_next_step_and_waits_for_no_other_without_need(browse, empty):
    assert steps(browse, Role.COORDINATION) == ["Zeitplan aufstellen"]
    assert steps(browse, Role.STATISTICS) == ["Konzept beantworten"]
    city = open_monitor(title="Groß", organisation="Stadt", area="09162", by=Installation())
    begun = Edition(monitor=city, label="1", starting_point="grosse-stadt")
    plan(
        edition=open_edition(edition=begun, places=[], by=Installation()),
        timetable=[PlannedPhase(Phase.CONCEPT, AGO)],
        by=Installation(),
    )
    assert steps(browse, Role.COORDINATION) == ["Konzept beantworten"]
    assert steps(browse, Role.STATISTICS) == ["Teilräume einlesen"]


def test_what_cannot_be_done_yet_is_nobodys_next_step(empty, account):
    """Without a core set there is nothing to sign; the Statistik can see to the deliveries meanwhile."""
    found = [each for each in first_steps(empty) if each.title in ("Kernset unterschreiben", "Daten erheben")]
    assert next_for(Role.STATISTICS.label, found).title == "Daten erheben"


def test_the_administration_is_told_which_accounts_are_missing(browse, account):
    page = browse(Role.ADMINISTRATION).get("/", follow=True).content.decode()
    assert "Als Nächstes: ein Konto" not in page
    lock_account(account=account(Role.STATISTICS), by=Installation())
    assert "ein Konto für Statistik anlegen" in browse(Role.ADMINISTRATION).get("/", follow=True).content.decode()


def test_an_edition_with_results_shows_no_first_steps(browse, edition):
    page = browse(Role.COORDINATION).get("/")
    assert page.context["overview"].first == ()
    assert "Erste Schritte" not in page.content.decode()


def test_results_do_not_hide_a_concept_that_is_not_answered_yet(browse, edition):
    """Who takes own series over has results before the concept; the first steps stay until they are done."""
    enter_phase(edition=edition, phase=Stage.CONCEPT, by=Installation())
    assert "Konzept beantworten" in [
        step.title for step in browse(Role.COORDINATION).get("/").context["overview"].first
    ]


def test_a_step_is_done_when_what_it_asks_for_is_there(empty, account):
    plan(edition=empty, timetable=[PlannedPhase(Phase.CONCEPT, AGO)], by=Installation())
    assert done(empty)["Ein Zeitplan liegt vor"]
    lock_account(account=account(Role.STATISTICS), by=Installation())
    assert not done(empty)["Beide Ämter haben ein Konto"]


@pytest.fixture
def answered(empty):
    """Every needed question of the concept has a decided answer but the last one, which nobody has answered."""
    plan(edition=empty, timetable=[PlannedPhase(Phase.CONCEPT, AGO)], by=Installation())
    *known, last = [each.key for each in questions() if each.needed]
    for key in known:
        answer(edition=empty, value=Answer(key, "Entschieden."), seen=0, by=Installation())
    return empty, last


def test_a_needed_question_that_nobody_has_answered_is_what_comes_next(browse, answered):
    assert browse(Role.COORDINATION).get("/").context["next"].title == "Konzept beantworten"
    assert "1 nötige noch offen" in browse(Role.COORDINATION).get("/").text


def test_a_question_not_decided_yet_is_a_point_of_the_agenda_and_holds_nothing_up(browse, answered):
    edition, last = answered
    open_point = OpenPoint("Mit dem Rat klären", "Amt 10", AGO)
    answer(edition=edition, value=Answer(last, open_point=open_point), seen=0, by=Installation())
    page = browse(Role.COORDINATION).get("/")
    assert page.context["next"].title == "Ziele eintragen"
    assert done(edition)["Konzept beantworten"]
    assert "1 davon noch nicht entschieden (auf der Tagesordnung)" in page.text
    assert "Mit dem Rat klären" in browse(Role.COORDINATION).get("/tagesordnung/").text


@pytest.mark.parametrize(("area", "expected"), [("99000001", True), ("09162", False)])
def test_a_large_city_is_asked_for_its_parts(empty, area, expected):
    """The small town of the tests has its quarters in the register, another city has none yet."""
    assert "Teilräume einlesen" not in done(empty)
    empty.starting_point, empty.monitor.area = "grosse-stadt", area
    assert done(empty)["Teilräume einlesen"] is expected


def test_what_is_late_is_said_with_day_and_who_sees_to_it(browse, empty):
    plan(edition=empty, timetable=[PlannedPhase(Phase.CONCEPT, None, AGO, "Fachstelle")], by=Installation())
    expect(edition=empty, expected=[ExpectedDelivery("azr", Period.parse("2024"), AGO)], by=Installation())
    open_point = OpenPoint("Klären", "Amt 10", AGO)
    answer(edition=empty, value=Answer("zweck", open_point=open_point), seen=0, by=Installation())
    late = browse(Role.COORDINATION).get("/").context["overview"].late
    assert [each.title.split()[0] for each in late] == ["Phase", "Lieferung", "Frage"]
    assert [each.who for each in late] == ["Fachstelle", "", "Amt 10"]
    assert all(each.since == f"seit {AGO:%d.%m.%Y}, 3 Tage" for each in late)


def test_nothing_is_late_on_its_own_day(browse, empty):
    plan(edition=empty, timetable=[PlannedPhase(Phase.CONCEPT, None, timezone.localdate())], by=Installation())
    assert browse(Role.COORDINATION).get("/").context["overview"].late == ()


def test_every_role_of_the_offices_is_told_with_the_number_of_its_steps(browse, edition):
    roles = browse(Role.DEPARTMENT).get("/").context["overview"].roles
    assert [(each.role, each.count) for each in roles] == [
        (Role.COORDINATION, 2),
        (Role.STATISTICS, 2),
        (Role.DEPARTMENT, 1),
    ]
    assert browse(Role.LEADERSHIP).get("/").context["overview"].roles == ()


def test_without_any_edition_the_coordination_is_asked_to_begin(browse, edition):
    missing = f"/ausgabe/{edition.pk + 999}/"
    assert "Womit fangen Sie an?" in browse(Role.COORDINATION).get(missing).content.decode()
    assert "Die Koordination beginnt es" in browse(Role.LEADERSHIP).get(missing).content.decode()
