"""The communication plan in the browser: overdue first, done is noted, two editors see both texts."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from mehrklang.planning.communication import Rhythm, Standing
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.communication import actions, queries
from mehrklang_web.communication.models import KeptMessage, MessageReminder
from mehrklang_web.editing.actions import undo
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.opening.actions import begin_edition
from mehrklang_web.people.models import Role
from mehrklang_web.results.assembly import monitoring_of
from tests.factories import shell

GROUP = {
    "version": "0",
    "name": "Sozialausschuss",
    "circle": "politik",
    "form": "kurzbericht",
    "language": "standardsprache",
}
ENTRY = {
    "version": "0",
    "title": "Kurzbericht",
    "addressee": "sozialausschuss",
    "form": "kurzbericht",
    "rhythm": "einmalig",
    "remind_before": "14",
}


@pytest.fixture
def client(edition, browse):
    client = browse(Role.COORDINATION)
    assert client.post("/kommunikation/zielgruppe/", GROUP).status_code == 302
    return client


def plan(client, **other):
    return client.post("/kommunikation/eintrag/", ENTRY | other)


def test_overdue_entries_come_first(client, edition):
    today = timezone.localdate()
    plan(client, title="später", day=str(today + timedelta(days=90)))
    plan(client, title="ohne Termin")
    plan(client, title="versäumt", day=str(today - timedelta(days=1)))
    plan(client, title="bald", day=str(today + timedelta(days=3)))
    found = [(line.value.title, line.standing) for line in queries.lines(edition, today)]
    assert found == [
        ("versäumt", Standing.OVERDUE),
        ("bald", Standing.SOON),
        ("später", Standing.AHEAD),
        ("ohne Termin", Standing.UNDATED),
    ]
    assert [line.value.title for line in queries.due(edition, today)] == ["versäumt", "bald"]
    assert "versäumt" in client.get("/").content.decode()
    page = client.get("/kommunikation/").content.decode()
    assert page.index("versäumt") < page.index("später")


def test_what_is_done_comes_round_or_is_done_and_can_be_undone(client, edition, account):
    plan(client, day="2026-01-31", rhythm="jaehrlich")
    kept = KeptMessage.objects.get(edition=edition)
    step = actions.note_done(kept=kept, day=date(2026, 2, 2), by=account(Role.COORDINATION))
    (line,) = queries.lines(edition, date(2026, 3, 1))
    assert (line.due, line.value.done, line.value.rhythm) == (date(2027, 1, 31), (date(2026, 2, 2),), Rhythm.YEARLY)
    undo(step=step, by=account(Role.COORDINATION))
    assert queries.lines(edition, date(2026, 3, 1))[0].due == date(2026, 1, 31)
    assert client.post(f"/kommunikation/eintrag/{kept.pk}/erledigt/").status_code == 302


def test_a_day_and_a_phase_exclude_each_other(client):
    answer = plan(client, day="2026-01-31", phase="berichten")
    assert answer.status_code == 422
    assert "Bitte entweder einen Termin oder eine Phase angeben." in answer.content.decode()
    assert plan(client, phase="berichten", rhythm="jaehrlich").status_code == 422


def test_two_editors_of_an_entry_see_both_texts(client, edition):
    plan(client)
    kept = KeptMessage.objects.get(edition=edition)
    address = f"/kommunikation/eintrag/{kept.pk}/"
    assert client.post(address, ENTRY | {"version": "1", "note": "eins"}).status_code == 302
    conflict = client.post(address, ENTRY | {"version": "1", "note": "zwei"})
    assert conflict.status_code == 409
    assert "eins" in conflict.content.decode()
    chosen = ENTRY | {"version": "2", "note": "zwei", "andere-note": "eins", "wahl-note": "meine"}
    assert client.post(address, chosen).status_code == 302
    assert KeptMessage.objects.get(pk=kept.pk).to_value().note == "zwei"


def test_a_group_with_entries_stays_and_an_entry_can_go(client, edition):
    plan(client)
    kept = KeptMessage.objects.get(edition=edition)
    group = kept.addressee_id
    assert client.post(f"/kommunikation/zielgruppe/{group}/entfernen/").status_code == 404
    assert client.post(f"/kommunikation/eintrag/{kept.pk}/entfernen/").status_code == 302
    assert client.post(f"/kommunikation/zielgruppe/{group}/entfernen/").status_code == 302
    assert queries.plan_of(edition) == type(queries.plan_of(edition))()


def test_a_plan_without_groups_asks_for_one_first(edition, browse):
    assert browse(Role.COORDINATION).get("/kommunikation/eintrag/").url == "/kommunikation/zielgruppe/"
    assert browse(Role.PARTNER).get("/kommunikation/eintrag/").status_code == 403


def test_the_plan_goes_out_and_comes_in(client, edition, tmp_path):
    plan(client, day="2026-01-31", rhythm="jaehrlich", indicators=[])
    given = monitoring_of(edition).communication
    assert len(given.messages) == 1
    other = take_in(monitoring=shell.monitoring(tmp_path / "c"), phase=Phase.CONCEPT, by=Installation())
    actions.take_in(edition=other, plan=given, by=Installation())
    assert queries.plan_of(other) == given


TO = "kommunikation@example.org"


def test_who_asked_for_it_is_reminded_with_one_letter_a_day(client, edition, settings, capsys):
    """Of what is due soon or overdue; never without an address; the Protokoll, the plan and the steps tell it."""
    settings.EMAIL_HOST, today = "mail.example.org", timezone.localdate()
    plan(client, title="bald", day=str(today + timedelta(days=14)), address=TO)
    plan(client, title="fern", day=str(today + timedelta(days=15)), address=TO)
    plan(client, title="stumm", day=str(today), address="")
    call_command("erinnern", "--vorschau")
    assert f"An: {TO}" in capsys.readouterr().out
    assert (len(mail.outbox), MessageReminder.objects.count()) == (0, 0)
    call_command("erinnern")
    plan(client, title="versäumt", day=str(today - timedelta(days=1)), address=TO)
    call_command("erinnern")
    (letter,) = mail.outbox
    assert letter.to == [TO]
    assert letter.subject == "Erinnerung: 1 Eintrag im Kommunikationsplan, 0 überfällig"
    assert f"- bald für Sozialausschuss: bis {today + timedelta(days=14):%d.%m.%Y} (bald fällig)" in letter.body
    assert not [word for word in ("fern", "stumm", "versäumt") if word in letter.body]
    (written,) = Entry.objects.filter(did="Erinnerung verschickt")
    assert (written.key, written.new) == (TO, "bald")
    assert f"an {TO}, zuletzt am {today:%d.%m.%Y}" in client.get("/kommunikation/").text
    assert f"Erinnert am {today:%d.%m.%Y}." in client.get("/").text


def test_an_address_is_seen_by_those_who_plan_alone(client, edition, browse):
    plan(client, day="2099-01-31", address=TO)
    assert TO in client.get("/kommunikation/").text
    page = browse(Role.DEPARTMENT).get("/kommunikation/").text
    assert "Erinnerung ab 17.01.2099" in page
    assert TO not in page


def test_a_new_edition_keeps_where_reminders_go(client, edition, account):
    plan(client, day="2099-01-31", address=TO)
    new = begin_edition(edition=edition, label="nächste", timetable=(), by=account(Role.COORDINATION))
    assert queries.addresses(new) == {"kurzbericht": TO}
