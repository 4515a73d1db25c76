"""The cast and the stage of the shell's tests: one account per role, and the small monitoring, taken in once."""

import pytest
from django.conf import settings as django_settings
from django.test import Client

from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.actions import open_account
from mehrklang_web.people.models import Account, Role
from mehrklang_web.results.actions import freeze
from tests.factories import shell

PASSWORD = "lange-genug-zum-testen"


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, tmp_path_factory):
    """A database in which the small monitoring stands; each test sees it and leaves nothing behind."""
    var = tmp_path_factory.mktemp("var")
    django_settings.DELIVERIES, django_settings.TRIALS = var / "lieferungen", var / "pruefung"
    django_settings.STORE = var / "speicher"
    with django_db_blocker.unblock():
        edition = take_in(
            monitoring=shell.monitoring(tmp_path_factory.mktemp("folder")),
            phase=Phase.INTERPRETATION,
            by=Installation(),
        )
        freeze(edition=edition, by=Installation())
        for role in Role:
            open_account(
                username=role.value,
                full_name=f"Person {role.label}",
                role=role,
                password=PASSWORD,
                by=Installation(),
                keeps_password=True,
            )


@pytest.fixture(autouse=True)
def protokoll_in_words(request):
    """Whatever a test did: the Protokoll tells it in words, never as JSON."""
    if not {"db", "edition", "browse", "account"} & set(request.fixturenames):
        yield
        return
    request.getfixturevalue("db")
    yield
    for entry in Entry.objects.all()[:200]:
        assert not {text[:1] for text in (entry.old, entry.new)} & {"{", "["}, entry


@pytest.fixture
def edition(db):
    return the_edition()


@pytest.fixture
def account(db):
    """The account of a role."""
    return lambda role: Account.objects.get(role=role)


@pytest.fixture
def browse(db):
    """A client that is logged in with a role."""

    def logged_in(role: Role) -> Client:
        client = Client()
        client.force_login(Account.objects.get(role=role), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return logged_in


@pytest.fixture
def trials(settings, tmp_path):
    """A folder of its own for files on trial."""
    settings.TRIALS = tmp_path / "pruefung"
    return settings.TRIALS
