"""The first account of an empty installation: the administration, with a password that is shown once."""

import secrets

from mehrklang_web.audit.actions import Installation
from mehrklang_web.people.actions import open_account
from mehrklang_web.people.models import Account, Role
from mehrklang_web.start.cast import Login

NAME = "administration"
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for one another."""


def first_account() -> Login | None:
    """Opens the account of the administration if there is no account at all; None if there is one.

    The password is kept nowhere but as its hash: who has lost it opens another account with `konto_anlegen`.
    """
    if Account.objects.exists():
        return None
    password = _draw()
    role = Role.ADMINISTRATION
    open_account(username=NAME, full_name="Administration", role=role, password=password, by=Installation())
    return Login(NAME, "Administration", role.label, password)


def _draw() -> str:
    """Four groups of four signs: 79 bits, and possible to type."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(4)) for _ in range(4))
