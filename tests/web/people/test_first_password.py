"""The first password is known to whoever opened the account: it is changed before anything else is done."""

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.people.actions import open_account
from mehrklang_web.people.management.commands import konto_anlegen
from mehrklang_web.people.models import Account, Role

FIRST, OWN = "das-erste-lange-wort", "ein-eigenes-langes-wort"
PAGE = reverse("people:first_password")
pytestmark = pytest.mark.django_db


@pytest.fixture
def newcomer():
    """Somebody of the Koordination who logs in for the first time."""
    open_account(username="neu", full_name="Neu Kraft", role=Role.COORDINATION, password=FIRST, by=Installation())
    client = Client()
    client.post(reverse("people:login"), {"username": "neu", "password": FIRST})
    return client


@pytest.mark.parametrize("address", ["/", "/ziele/", "/konto/", "/katalog/", "/konten/"])
def test_every_page_leads_to_the_choice_of_a_password(newcomer, address):
    assert newcomer.get(address).url == PAGE


def test_nothing_is_written_before(newcomer):
    answer = newcomer.post(reverse("goals:new"), {"title": "Zu früh", "field": "Arbeit"})
    assert answer.url == PAGE
    assert not Entry.objects.filter(name="Zu früh").exists()


def test_the_page_offers_no_section_but_help_and_the_way_out(newcomer):
    page = newcomer.get(PAGE).text
    assert "Hauptnavigation" not in page
    assert newcomer.get(reverse("ui:help")).status_code == 200
    assert newcomer.post(reverse("people:logout")).url == reverse("people:login")


def test_after_the_choice_everything_is_open_and_the_session_stays(newcomer):
    answer = newcomer.post(PAGE, {"new": OWN, "again": OWN})
    assert answer.url == "/"
    assert newcomer.get("/ziele/").status_code == 200
    assert newcomer.get(PAGE).url == reverse("people:own_account")
    assert Entry.objects.first().did == "Passwort geändert"
    assert Account.objects.get(username="neu").check_password(OWN)


@pytest.mark.parametrize(
    ("new", "again", "sentence"),
    [
        (FIRST, FIRST, "Das ist das bisherige Passwort"),
        (OWN, "etwas-anderes-langes", "nicht dasselbe Passwort"),
        ("kurz", "kurz", "mindestens 12 Zeichen"),
        ("Neu Kraft 2026", "Neu Kraft 2026", "zu ähnlich"),
    ],
)
def test_a_password_that_will_not_do_is_refused_in_german(newcomer, new, again, sentence):
    answer = newcomer.post(PAGE, {"new": new, "again": again})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert newcomer.get("/").url == PAGE


def test_the_list_of_accounts_says_who_has_not_logged_in_yet(newcomer, browse):
    line = browse(Role.ADMINISTRATION).get(reverse("people:accounts")).text.split("Neu Kraft")[1].split("</tr>")[0]
    assert "erstes Passwort" in line


def test_an_account_opened_on_the_command_line_chooses_too(monkeypatch, capsys):
    monkeypatch.setattr(konto_anlegen, "getpass", lambda _: FIRST)
    call_command("konto_anlegen", "kommando", "Von der Kommandozeile", "statistik")
    assert Account.objects.get(username="kommando").first_password
    assert "Bei der ersten Anmeldung" in capsys.readouterr().out
