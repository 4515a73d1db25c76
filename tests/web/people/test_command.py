"""The first account of an installation is opened on the command line."""

import pytest
from django.core.management import CommandError, call_command

from mehrklang_web.people.models import Account, Role

COMMAND = "mehrklang_web.people.management.commands.konto_anlegen.getpass"


@pytest.mark.parametrize(
    ("password", "name", "message"),
    [("kurz", "neu", "zu kurz"), ("ein-gutes-langes-wort", "statistik", "gibt es schon")],
)
def test_a_weak_password_or_a_taken_name_is_refused_in_german(db, monkeypatch, password, name, message):
    monkeypatch.setattr(COMMAND, lambda _: password)
    with pytest.raises(CommandError, match=message):
        call_command("konto_anlegen", name, "Neu", "administration")


def test_the_account_is_opened(db, monkeypatch, capsys):
    monkeypatch.setattr(COMMAND, lambda _: "ein-gutes-langes-wort")
    call_command("konto_anlegen", "neu", "Neu Person", "administration")
    assert Account.objects.get(username="neu").role == Role.ADMINISTRATION
    assert "Angelegt: Neu Person (Administration)." in capsys.readouterr().out
