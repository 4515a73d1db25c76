"""A forgotten password: the administration gives a first one again; at the next login the account chooses its own."""

import pytest
from django.test import Client
from django.urls import reverse

from mehrklang_web.audit.models import Entry
from mehrklang_web.people.actions import lock_account
from mehrklang_web.people.models import Account, Role
from tests.web.conftest import PASSWORD

GIVEN = "ein-neues-erstes-wort"
LOGIN = reverse("people:login")


@pytest.fixture
def address(account):
    """Where the password of the Koordination is reset."""
    return reverse("people:reset_password", args=[account(Role.COORDINATION).pk])


def log_in(client, password):
    return client.post(LOGIN, {"username": "koordination", "password": password})


def test_the_list_of_accounts_leads_there_for_everybody_but_oneself(browse, account, address):
    page = browse(Role.ADMINISTRATION).get(reverse("people:accounts")).text
    own = reverse("people:reset_password", args=[account(Role.ADMINISTRATION).pk])
    assert f'href="{address}"' in page
    assert own not in page
    assert browse(Role.ADMINISTRATION).get(own).url == reverse("people:own_account")


def test_only_the_new_password_opens_and_only_to_choose_another_one(browse, address, client):
    browse(Role.ADMINISTRATION).post(address, {"password": GIVEN})
    assert log_in(client, PASSWORD).status_code == 200
    assert log_in(client, GIVEN).status_code == 302
    assert client.get("/ziele/").url == reverse("people:first_password")
    assert "wer es Ihnen gegeben hat" in client.get(reverse("people:first_password")).text


def test_all_sessions_of_the_account_end_and_no_other(browse, address):
    here, there, other = browse(Role.COORDINATION), browse(Role.COORDINATION), browse(Role.STATISTICS)
    administration = browse(Role.ADMINISTRATION)
    assert here.get("/").status_code == there.get("/").status_code == 200
    assert administration.post(address, {"password": GIVEN}, follow=True).status_code == 200
    for client in (here, there):
        assert client.get("/").url.startswith(LOGIN)
    assert other.get("/").status_code == 200


def test_the_protokoll_tells_who_did_it_without_the_password(browse, address):
    browse(Role.ADMINISTRATION).post(address, {"password": GIVEN})
    entry = Entry.objects.first()
    assert (entry.did, entry.name) == ("Passwort zurückgesetzt", "Person Koordination")
    assert not [each for each in Entry.objects.all() if GIVEN in f"{each.old}{each.new}{each.name}{each.did}"]


def test_whoever_was_refused_after_too_many_failures_gets_in_at_once(browse, address, client, settings):
    settings.AXES_ENABLED = True
    for _ in range(5):
        log_in(client, "vergessen")
    assert log_in(client, PASSWORD).status_code == 429
    browse(Role.ADMINISTRATION).post(address, {"password": GIVEN})
    assert log_in(client, GIVEN).status_code == 302


@pytest.mark.parametrize(
    ("password", "sentence"), [("kurz", "mindestens 12 Zeichen"), ("Person Koordination", "zu ähnlich"), ("", "")]
)
def test_a_weak_password_changes_nothing(browse, address, account, password, sentence):
    answer = browse(Role.ADMINISTRATION).post(address, {"password": password})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert account(Role.COORDINATION).check_password(PASSWORD)
    assert not account(Role.COORDINATION).first_password


def test_a_locked_account_stays_locked_and_the_page_says_so(browse, address, account):
    lock_account(account=account(Role.COORDINATION), by=account(Role.ADMINISTRATION))
    client = browse(Role.ADMINISTRATION)
    assert "Das Konto ist gesperrt und bleibt es" in client.get(address).text
    client.post(address, {"password": GIVEN})
    assert not Account.objects.get(role=Role.COORDINATION).is_active
    assert log_in(Client(), GIVEN).status_code == 200


def test_an_account_that_is_not_there_is_not_found(browse):
    address = reverse("people:reset_password", args=[10**6])
    assert browse(Role.ADMINISTRATION).get(address).status_code == 404
