"""Sources, calendar, reminders and the data-need list in the browser's eyes."""

import csv
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from mehrklang.catalogue import Access, Authority, Cadence, ExpectedDay, Supply
from mehrklang.package import read_folder, write_folder
from mehrklang.planning.expected import ExpectedDelivery
from mehrklang.vocabulary import Period
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.collection import actions, queries
from mehrklang_web.collection.actions import ArrivedFile, OwnConditions, set_supply
from mehrklang_web.collection.models import Arrival, Obligation, OtherUse, OwnSupply, Reminder, Step
from mehrklang_web.collection.standing import Standing, Word
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.addressing import looking_at
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.results.assembly import monitoring_of
from tests.factories import shell

TODAY = timezone.localdate()
TYPED = {
    "holder": "Landesamt, Abteilung 3",
    "access": "verweigert",
    "authority": "land",
    "effort_hours": "2,5",
    "effort_basis": "Gezählt 2025.",
}
SUPPLY = Supply(
    holder="=Amt für Schule",
    authority=Authority.STATE,
    access=Access.ON_REQUEST,
    cadence=Cadence.YEARLY,
    expected=ExpectedDay(7, 15),
    cost_euro=Decimal("12.5"),
)


@pytest.fixture
def known(edition, account):
    """The source is known, with an address for reminders."""
    own = OwnConditions(SUPPLY, "Kora Dinter", "daten@example.org")
    actions.set_supply(edition=edition, source="probe", own=own, by=account(Role.COORDINATION))
    return edition


@pytest.fixture
def row(known, account):
    """An obligation that has been overdue since yesterday."""
    planned = ExpectedDelivery("probe", Period.parse("2025"), TODAY - timedelta(days=1))
    actions.plan(edition=known, expected=(planned,), by=account(Role.COORDINATION))
    return Obligation.objects.get()


def standing(edition, number):
    return queries.expectation(edition, number, TODAY)[1].standing


def test_own_conditions_stand_in_place_of_the_catalogues_and_can_be_undone(browse, edition):
    client = browse(Role.STATISTICS)
    page = client.post(reverse("collection:edit_source", args=["probe"]), TYPED | {"version": "0"}, follow=True).text
    assert "Landesamt, Abteilung 3" in page
    assert "2,5 Stunden" in page
    assert queries.supplies(edition)["probe"].effort_hours == Decimal("2.5")
    undo = page.split('class="messages__undo" method="post" action="')[1].split('"')[0]
    client.post(undo, {"zurueck": "/quellen/"})
    assert queries.supplies(edition) == {}


def test_faults_in_the_form_are_all_named_and_nothing_is_kept(browse, edition):
    typed = {"months": "7", "cost_euro": "viel", "address": "kein-at"}
    page = browse(Role.STATISTICS).post(reverse("collection:edit_source", args=["probe"]), typed)
    assert page.status_code == 422
    for sentence in ("Bitte Monat und Tag angeben", "Bitte eine Zahl angeben", "Bitte eine E-Mail-Adresse"):
        assert sentence in page.text
    typed = {"reference_days": "31.02.", "months": "7", "day": "15"}
    page = browse(Role.STATISTICS).post(reverse("collection:edit_source", args=["probe"]), typed)
    assert "Der Stichtag „31.02.“ ist kein Tag des Jahres" in page.text
    assert OwnSupply.objects.count() == 0


def test_two_who_edit_a_source_at_once_see_both_texts(browse, known):
    page = browse(Role.STATISTICS).post(reverse("collection:edit_source", args=["probe"]), TYPED | {"version": "0"})
    assert page.status_code == 409
    assert "=Amt für Schule" in page.text
    assert "Landesamt, Abteilung 3" in page.text
    assert queries.supplies(known)["probe"] == SUPPLY


def test_export_and_import_keep_the_own_conditions(known, tmp_path):
    given = monitoring_of(known)
    write_folder(given, tmp_path)
    text = (tmp_path / "quellen.toml").read_text(encoding="utf-8")
    assert "=Amt für Schule" in text
    again = take_in(monitoring=_readable(tmp_path), phase=Phase.CONCEPT, by=Installation())
    assert again.pk != known.pk
    assert monitoring_of(again).supplies == given.supplies == {"probe": SUPPLY}


def _readable(folder):
    """The folder as it is read, with its data file in place; the probe's own source says who may have the figures."""
    source = replace(shell.SOURCE, access="frei", rhythm="jährlich", references=("Probe",))
    monitoring = replace(shell.monitoring(folder / "neu"), own_sources=(source,))
    write_folder(monitoring, folder / "neu")
    (folder / "neu" / "quellen.toml").write_bytes((folder / "quellen.toml").read_bytes())
    reading = read_folder(folder / "neu")
    assert reading.monitoring is not None, [issue.message for issue in reading.issues]
    return reading.monitoring


def test_what_falls_due_by_cadence_is_proposed_and_planned_once(browse, known):
    proposed = queries.proposals(known, TODAY)
    assert [each.source.key for each in proposed] == ["probe"]
    client = browse(Role.COORDINATION)
    client.post(reverse("collection:plan_proposals"), {"vorschlag": [proposed[0].key, "erfunden 2025"]})
    assert [row.due for row in Obligation.objects.all()] == [proposed[0].due]
    assert queries.proposals(known, TODAY) == ()


def test_a_delivery_can_be_planned_by_hand_only_with_a_period_that_is_one(browse, edition):
    client = browse(Role.COORDINATION)
    typed = {"source": "probe", "period": "letztes Jahr"}
    page = client.post(reverse("collection:plan"), typed)
    assert (page.status_code, Obligation.objects.count()) == (422, 0)
    assert "2026-Q1 oder 2025/26" in page.text
    client.post(reverse("collection:plan"), typed | {"period": "2025-Q4", "due": "2026-03-01"})
    client.post(reverse("collection:plan"), typed | {"period": "2025-Q4", "due": "2027-03-01"})
    assert [(each.period.label, each.due) for each in Obligation.objects.all()] == [
        ("4. Quartal 2025", date(2026, 3, 1))
    ]


def test_from_late_through_asked_and_promised_to_late_again(browse, row, known):
    client, address = browse(Role.STATISTICS), reverse("collection:expectation", args=[row.pk])
    assert standing(known, row.pk) is Standing.LATE
    day, later = TODAY.isoformat(), (TODAY + timedelta(days=9)).isoformat()
    assert client.post(address, {"kind": "zugesagt", "day": day}).status_code == 422
    client.post(address, {"kind": "angefragt", "day": day, "note": "per Brief"})
    page = client.post(address, {"kind": "zugesagt", "day": day, "promised_for": later}, follow=True).text
    assert standing(known, row.pk) is Standing.PROMISED
    assert "vermerkt von Person Statistik" in page
    assert "per Brief" in page
    assert queries.expectation(known, row.pk, TODAY + timedelta(days=10))[1].standing is Standing.LATE
    assert [entry.did for entry in Entry.objects.filter(kind="Erwartete Lieferung").order_by("pk")] == [
        "Lieferung angefragt",
        "Lieferung zugesagt",
    ]


def test_a_refusal_needs_its_reason_and_stands_in_the_data_need_list(browse, row):
    client, address = browse(Role.STATISTICS), reverse("collection:expectation", args=[row.pk])
    assert client.post(address, {"kind": "verweigert", "day": TODAY.isoformat()}).status_code == 422
    client.post(address, {"kind": "verweigert", "day": TODAY.isoformat(), "note": "zu kleine Zahlen"})
    page = client.get(reverse("publication:needs"), {"traeger": "land"}).text
    assert "Der Zugang ist verweigert." in page
    assert "2025: zu kleine Zahlen" in page
    assert "Kein Eintrag" in client.get(reverse("publication:needs"), {"traeger": "bund"}).text


def test_in_the_csv_of_needs_nothing_runs_as_a_formula(browse, row):
    answer = browse(Role.STATISTICS).get(reverse("publication:needs_table"))
    rows = list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert {each["indikator"] for each in rows} == {"anteil-a", "anteil-b"}
    assert {each["datenhaltende_stelle"] for each in rows} == {"'=Amt für Schule"}
    assert "überfällig" in rows[0]["was_fehlt"]


def test_an_accepted_delivery_settles_what_was_expected_until_it_is_withdrawn(row, known):
    file = ArrivedFile("probe", 77, "probe.csv", "0" * 64, TODAY)
    actions.note_arrival(edition=known, file=file, periods=(Period.parse("2025-12-31"),), by=Installation())
    assert standing(known, row.pk) is Standing.ARRIVED
    actions.withdraw_arrival(delivery=77, by=Installation())
    assert standing(known, row.pk) is Standing.LATE


def test_the_overview_names_what_is_overdue_to_those_who_keep_sources(browse, row):
    assert "Probestatistik, 2025" in browse(Role.COORDINATION).get("/").text
    assert "Probestatistik, 2025" not in browse(Role.PARTNER).get("/").text


def test_another_day_is_kept_unless_somebody_else_was_faster(browse, row, known, account):
    client, address = browse(Role.COORDINATION), reverse("collection:move", args=[row.pk])
    client.post(address, {"due": "2099-05-01", "version": row.version})
    assert standing(known, row.pk) is Standing.PLANNED
    assert client.post(address, {"due": "2098-05-01", "version": row.version}).status_code == 409
    assert Obligation.objects.get().due == date(2099, 5, 1)


def test_the_calendar_narrows_and_goes_out_as_a_file(browse, row):
    client = browse(Role.DEPARTMENT)
    assert "1 von 1 erwarteten" in client.get(reverse("collection:calendar"), {"stand": "LATE"}).text
    assert "0 von 1 erwarteten" in client.get(reverse("collection:calendar"), {"stand": "ARRIVED"}).text
    answer = client.get(reverse("collection:calendar_file"))
    assert answer["Content-Type"].startswith("text/calendar")
    assert f"UID:erwartet-{row.pk}@mehrklang" in answer.content.decode()


def test_reminders_go_out_once_a_day_with_an_entry_and_a_preview_sends_nothing(row, settings, capsys):
    settings.EMAIL_HOST = "mail.example.org"
    call_command("erinnern", "--vorschau")
    assert "An: daten@example.org" in capsys.readouterr().out
    assert (len(mail.outbox), Reminder.objects.count()) == (0, 0)
    call_command("erinnern")
    call_command("erinnern")
    assert [letter.to for letter in mail.outbox] == [["daten@example.org"]]
    assert "Probestatistik, 2025" in mail.outbox[0].body
    assert Entry.objects.filter(did="Erinnerung verschickt").count() == Reminder.objects.count() == 1


def test_without_a_mail_server_nothing_is_sent_and_that_is_said(row, settings):
    settings.EMAIL_HOST = ""
    with pytest.raises(CommandError, match="nicht eingerichtet"):
        call_command("erinnern")


def test_a_letter_that_the_mail_server_refuses_counts_as_not_sent(row, settings, monkeypatch):
    settings.EMAIL_HOST = "mail.example.org"

    def refuse(*args, **options):
        raise ConnectionRefusedError("nicht erreichbar")

    monkeypatch.setattr(actions, "send_mail", refuse)
    with pytest.raises(CommandError, match="nicht erreichbar"):
        call_command("erinnern")
    assert Reminder.objects.count() == 0


def test_other_monitorings_with_the_same_source_are_named(browse, edition, tmp_path):
    take_in(monitoring=shell.monitoring(tmp_path), phase=Phase.CONCEPT, by=Installation())
    client, address = browse(Role.COORDINATION), reverse("collection:source", args=["probe"])
    typed = {"title": "Sozialmonitoring", "office": "Sozialamt"}
    page = client.post(reverse("collection:name_other_use", args=["probe"]), typed, follow=True).text
    assert "Sozialamt" in page
    assert "Probemonitoring, Ausgabe 2026" in page
    use = OtherUse.objects.get()
    client.post(reverse("collection:strike_other_use", args=["probe", use.pk]))
    assert "Sozialamt" not in client.get(address).text.split("ist gestrichen")[-1]


def test_the_register_shows_used_sources_first_and_all_on_demand(browse, edition):
    client = browse(Role.DEPARTMENT)
    page = client.get(reverse("collection:sources")).text
    assert "Probestatistik" in page
    assert "2 Indikatoren" in page
    every = client.get(reverse("collection:sources"), {"umfang": "alle"}).text
    assert every.count("hier nicht genutzt") > 5
    assert client.get(reverse("collection:source", args=["gibt-es-nicht"])).status_code == 404


def test_a_promise_without_a_day_and_a_refusal_without_a_reason_are_no_steps(row, account):
    for word in (Word(Step.Kind.PROMISED), Word(Step.Kind.REFUSED)):
        with pytest.raises(ValueError, match=r"has its reason|names its day"):
            actions.note_step(obligation=row, word=word, day=TODAY, note=" ", by=account(Role.STATISTICS))
    assert (Step.objects.count(), Arrival.objects.count()) == (0, 0)


def test_hours_need_their_basis(browse, edition):
    """Whoever enters hours says from where they are known; hours are never invented."""
    client = browse(Role.COORDINATION)
    address = reverse("collection:edit_source", args=["probe"])
    answer = client.post(address, TYPED | {"effort_basis": " "})
    assert answer.status_code == 422
    assert "worauf die Stunden beruhen" in answer.content.decode()
    assert client.post(address, TYPED).status_code == 302
    assert "Gezählt 2025." in client.get(reverse("collection:source", args=["probe"])).content.decode()


def test_what_another_monitor_knows_of_a_source_is_told(browse, edition, tmp_path):
    """As a proposal for the own conditions: nothing is taken over by itself."""
    other = take_in(monitoring=shell.second_monitoring(tmp_path), phase=Phase.CONCEPT, by=Installation())
    said = Supply(effort_hours=Decimal(6), effort_basis="Gezählt")
    set_supply(edition=other, source="azr", own=OwnConditions(said), by=Installation())
    with looking_at(edition.pk):
        page = browse(Role.COORDINATION).get(reverse("collection:source", args=["azr"])).content.decode()
    assert "In „Sozialmonitoring“ steht außerdem: Aufwand je Lieferung in Stunden: „6“" in page
