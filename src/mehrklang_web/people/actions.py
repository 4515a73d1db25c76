"""Opening, locking and changing accounts; logging in and out leaves a trace too."""

from collections.abc import Iterable

from axes.utils import reset as forgive_failures
from django.contrib.auth.password_validation import validate_password

from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.people.models import Account, Role


def _subject(account: Account) -> Subject:
    return Subject("Konto", account.username, account.full_name)


def open_account(  # noqa: PLR0913 — what an account is made of, all by name
    *,
    username: str,
    full_name: str,
    role: Role,
    password: str,
    by: Author,
    keeps_password: bool = False,
) -> Account:
    """A new account. ValidationError if the password is too weak.

    Somebody else knows the first password, so it is changed at the first login; `keeps_password` spares the
    demonstration that.
    """
    account = Account(username=username, full_name=full_name, role=role, first_password=not keeps_password)
    validate_password(password, account)
    account.set_password(password)
    with act("Konto angelegt", by=by, to=_subject(account)) as trace:
        account.save()
        trace.new = f"Rolle {role.label}"
    return account


def lock_account(*, account: Account, by: Author) -> None:
    """The account can no longer log in; what it wrote keeps its name."""
    with act("Konto gesperrt", by=by, to=_subject(account)) as trace:
        account.is_active = False
        account.save()
        trace.old, trace.new = "aktiv", "gesperrt"


def unlock_account(*, account: Account, by: Author) -> None:
    """The account can log in again."""
    with act("Konto entsperrt", by=by, to=_subject(account)) as trace:
        account.is_active = True
        account.save()
        trace.old, trace.new = "gesperrt", "aktiv"


def set_fields(*, account: Account, fields: Iterable[str], by: Author) -> None:
    """In which fields of action a Fachbereich writes; none: in all of them."""
    with act("Handlungsfelder des Kontos geändert", by=by, to=_subject(account)) as trace:
        trace.old = ", ".join(account.own_fields) or "alle"
        account.own_fields = list(fields)
        account.save()
        trace.new = ", ".join(account.own_fields) or "alle"


def change_password(*, account: Account, password: str, by: Author) -> None:
    """A new password, checked like the first one."""
    validate_password(password, account)
    with act("Passwort geändert", by=by, to=_subject(account)):
        account.set_password(password)
        account.first_password = False
        account.save()


def reset_password(*, account: Account, password: str, by: Author) -> None:
    """A first password again, for who has forgotten the own one. ValidationError if it is too weak.

    Every session of the account ends, because a session belongs to the password it began with; and failures to log in
    no longer count, because whoever has forgotten a password has tried before.
    """
    validate_password(password, account)
    with act("Passwort zurückgesetzt", by=by, to=_subject(account)) as trace:
        account.set_password(password)
        account.first_password = True
        account.save()
        forgive_failures(username=account.username)
        trace.new = "gilt bis zur nächsten Anmeldung"


def note_login(*, account: Account) -> None:
    """A login in the Protokoll."""
    with act("Angemeldet", by=account, to=_subject(account)):
        pass


def note_logout(*, account: Account) -> None:
    """A logout in the Protokoll."""
    with act("Abgemeldet", by=account, to=_subject(account)):
        pass
