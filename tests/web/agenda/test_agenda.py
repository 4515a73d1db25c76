"""The agenda: every open point once, with whose move it is and where it is done."""

from datetime import date

import pytest
from django.urls import reverse

from mehrklang.assessment.warning import SignalKind
from mehrklang.catalogue import BreakKind
from mehrklang.planning import Answer, Matter, MatterKind, Remark
from mehrklang.planning.agreement import OFFICES
from mehrklang.planning.concept import OpenPoint
from mehrklang.planning.expected import ExpectedDelivery
from mehrklang.planning.remark import About
from mehrklang.vocabulary import Period
from mehrklang_web.agenda.queries import points, turns
from mehrklang_web.agreements import queries
from mehrklang_web.agreements.actions import refuse, sign, write_remark
from mehrklang_web.audit.actions import Installation, Subject, act
from mehrklang_web.collection.actions import plan
from mehrklang_web.guidance.actions import answer
from mehrklang_web.people.models import Role
from mehrklang_web.results.queries import latest_run
from mehrklang_web.signals.actions import BreakWords, confirm_break
from mehrklang_web.signals.models import ProposedBreak, Signal, Stage

KO, ST = Role.COORDINATION, Role.STATISTICS
TODAY, MAY = date(2026, 6, 1), date(2026, 5, 31)
CORE = Matter(MatterKind.CORE_SET)


def found(edition, topic):
    return [each for each in points(edition, TODAY) if each.topic == topic]


def test_what_lacks_a_signature_waits_for_the_office_that_has_not_signed(edition, account):
    at_first = {each.title: each.offices for each in found(edition, "Unterschriften")}
    assert at_first == {"Kernset": OFFICES}, "what is signed on the page of the core set is no point of its own"
    sign(edition=edition, version=queries.matter(edition, CORE).version, by=account(KO))
    after = {each.title: each.offices for each in found(edition, "Unterschriften")}
    assert after == {
        "Kernset": ("Statistik",),
        "Definition: Anteil A": OFFICES,
        "Definition: Übergang B": OFFICES,
    }
    for role in (KO, ST):
        for view in queries.matters(edition):
            sign(edition=edition, version=view.version, by=account(role))
    assert found(edition, "Unterschriften") == []


def test_a_refusal_is_talked_over_by_both(edition, account):
    refuse(edition=edition, version=queries.matter(edition, CORE).version, reason="Zu viele.", by=account(ST))
    (point,) = found(edition, "Ablehnungen")
    assert point.offices == OFFICES
    assert "Zu viele." in point.text
    assert "Kernset" not in [each.title for each in found(edition, "Unterschriften")]


def test_remarks_and_own_points_wait_for_whom_they_are_addressed_to(edition, account):
    for about, to in ((About.CONCEPT, "Statistik"), (About.AGENDA, "")):
        write_remark(edition=edition, remark=Remark(about, "", f"Zu {about}", to=to), by=account(KO))
    (own,), (other,) = found(edition, "Eigene Punkte"), found(edition, "Anmerkungen und Vorschläge")
    assert (own.offices, other.offices) == (OFFICES, ("Statistik",))


def test_an_undecided_question_of_the_concept_waits_for_who_is_named(edition, account):
    value = Answer("zweck", open_point=OpenPoint("Der Beirat tagt.", "Koordination", date(2026, 7, 1)))
    answer(edition=edition, value=value, seen=0, by=account(KO))
    (point,) = found(edition, "Konzept")
    assert point.offices == ("Koordination",)
    assert "Bis 01.07.2026." in point.text


def test_goals_without_an_indicator_and_indicators_without_a_goal(edition):
    assert [each.title for each in found(edition, "Ziele")] == ["Übergang B", "Alle wohnen gut"]


def test_a_proposed_break_waits_for_the_office_that_has_not_confirmed_it(edition, account):
    run, kind = latest_run(edition), BreakKind.DEFINITION.value
    with_act(ProposedBreak(edition=edition, run=run, code="anteil-a", name="Anteil A", first_year=2022, kind=kind))
    kept = ProposedBreak.objects.get()
    assert found(edition, "Reihenbrüche")[0].offices == OFFICES
    words = BreakWords(BreakKind.DEFINITION, "Neue Zählung.", "Bekanntmachung")
    confirm_break(proposal=kept, words=words, by=account(KO))
    assert found(edition, "Reihenbrüche")[0].offices == ("Statistik",)


def with_act(kept):
    with act("Vorschlag", by=Installation(), to=Subject("Probe", "", "")):
        kept.save()


def test_overdue_data_are_asked_for_by_the_statistics_office(edition, account):
    expected = [ExpectedDelivery("probe", Period.parse(year), day) for year, day in (("2025", TODAY), ("2024", MAY))]
    plan(edition=edition, expected=expected, by=account(ST))
    (point,) = found(edition, "Daten")
    assert point.offices == ("Statistik",)
    assert "Erwartet bis 31.05.2026, überfällig" in point.text


def test_a_signal_that_nobody_has_looked_at_waits_for_its_office(edition):
    told = {"area": "99000001", "area_name": "Probstadt", "group": "alle", "kind": SignalKind.DRIFT.value, "year": 2024}
    told |= {"field": "Arbeit", "name": "Anteil A", "office": ST.value, "data_version": "x", "content": "{}"}
    for code, stage in (("anteil-a", Stage.NEW), ("anteil-b", Stage.SEEN)):
        with_act(Signal(edition=edition, run=latest_run(edition), code=code, stage=stage, **told))
    (point,) = found(edition, "Hinweise")
    assert point.offices == ("Statistik",)


def test_every_point_stands_once_under_who_has_the_move(edition):
    every, told = list(points(edition, TODAY)), turns(edition, TODAY)
    assert sum(turn.count for turn in told) == len(every)
    assert [turn.title for turn in told] == ["Am Zug: beide Stellen", "Am Zug: Koordination", "Am Zug: Statistik"]


@pytest.mark.parametrize("role", [KO, ST])
def test_every_line_leads_to_where_it_is_done(browse, edition, role):
    """Each link opens for both offices."""
    page = browse(role).get(reverse("agenda:points"))
    assert page.status_code == 200
    for address in {each.address for each in points(edition, TODAY)}:
        assert f'href="{address}"' in page.content.decode()
        assert browse(role).get(address).status_code == 200, address
