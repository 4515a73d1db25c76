"""Logging in, being locked out, opening and locking accounts."""

from django.test import Client
from django.urls import reverse

from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.people.actions import open_account
from mehrklang_web.people.models import Account, Role
from mehrklang_web.people.queries import accounts
from tests.web.conftest import PASSWORD

LOGIN = "people:login"


def log_in(client, password=PASSWORD):
    return client.post(reverse(LOGIN), {"username": "koordination", "password": password})


def test_a_login_leads_to_the_overview_and_is_noted(db, client):
    answer = log_in(client)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert Entry.objects.first().did == "Angemeldet"


def test_a_wrong_password_says_nothing_about_which_part_was_wrong(db, client):
    page = log_in(client, "falsch").content.decode()
    assert "Anmeldename oder Passwort stimmen nicht" in page


def test_after_five_failures_even_the_right_password_is_refused(db, client, settings):
    settings.AXES_ENABLED = True
    for _ in range(5):
        log_in(client, "falsch")
    answer = log_in(client)
    assert answer.status_code == 429
    assert "vorübergehend gesperrt" in answer.content.decode()


def test_a_form_from_elsewhere_is_refused(db):
    answer = log_in(Client(enforce_csrf_checks=True))
    assert answer.status_code == 403
    assert "Formular ist abgelaufen" in answer.content.decode()


def test_logging_out_ends_the_session_and_is_noted(browse):
    client = browse(Role.STATISTICS)
    client.post(reverse("people:logout"))
    assert Entry.objects.first().did == "Abgemeldet"
    assert client.get("/").status_code == 302


def twice(password, again=None):
    return {"new": password, "again": again or password}


NEW = {"full_name": "Neu Person", "username": "neu", "role": "fachbereich", "password": "ein-gutes-langes-wort"}


def test_the_administration_opens_an_account(browse):
    browse(Role.ADMINISTRATION).post(reverse("people:accounts"), NEW)
    assert Account.objects.get(username="neu").role == Role.DEPARTMENT
    assert Entry.objects.first().new == "Rolle Fachbereich"


def test_faults_of_a_form_are_linked_to_their_fields(browse):
    page = browse(Role.ADMINISTRATION).post(reverse("people:accounts"), NEW | {"username": "Ä", "password": "kurz"})
    text = page.content.decode()
    assert not Account.objects.filter(full_name="Neu Person").exists()
    for name in ("id_username", "id_password"):
        assert f'id="{name}_error"' in text
        assert f'href="#{name}"' in text
    assert text.count('aria-invalid="true"') == 2
    assert "id_username_error" in text.split('name="username"')[1].split(">")[0]


def test_an_account_is_locked_and_unlocked_but_never_ones_own(browse, account):
    client, other, own = browse(Role.ADMINISTRATION), account(Role.PARTNER), account(Role.ADMINISTRATION)
    client.post(reverse("people:switch", args=[other.pk]))
    assert not Account.objects.get(pk=other.pk).is_active
    client.post(reverse("people:switch", args=[other.pk]))
    assert Account.objects.get(pk=other.pk).is_active
    client.post(reverse("people:switch", args=[own.pk]))
    assert Account.objects.get(pk=own.pk).is_active


def test_a_locked_account_cannot_log_in(browse, account, client):
    browse(Role.ADMINISTRATION).post(reverse("people:switch", args=[account(Role.COORDINATION).pk]))
    assert log_in(client).status_code == 200


def test_ones_own_password_changes_only_with_the_old_one(browse, client):
    own = browse(Role.COORDINATION)
    wrong = own.post(reverse("people:own_account"), {"old": "falsch", **twice("ein-gutes-langes-wort")})
    assert "stimmt nicht" in wrong.content.decode()
    own.post(reverse("people:own_account"), {"old": PASSWORD, **twice("ein-gutes-langes-wort")})
    assert log_in(client, "ein-gutes-langes-wort").status_code == 302


def test_the_protokoll_finds_german_words_whatever_their_case(browse):
    page = browse(Role.ADMINISTRATION).get(reverse("people:trace"), {"suche": "GEBIETE ÜBERNOMMEN"})
    assert "Gebiete übernommen" in page.content.decode()


def test_accounts_are_sorted_as_germans_sort(db):
    for name in ("Zuzug", "Ärmel", "Umzug", "Übel"):
        open_account(
            username=name.lower(),
            full_name=name,
            role=Role.PARTNER,
            password="ein-gutes-langes-wort",
            by=Installation(),
        )
    found = [each.full_name for each in accounts() if each.full_name in ("Zuzug", "Ärmel", "Umzug", "Übel")]
    assert found == ["Ärmel", "Übel", "Umzug", "Zuzug"]
