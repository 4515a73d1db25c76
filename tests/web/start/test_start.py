"""Starting twice is starting once: logins stay, and a taken port is passed over."""

import gc
import json
import socket
import stat

import pytest

from mehrklang.catalogue import load
from mehrklang_web.people.models import Account
from mehrklang_web.start.cast import logins
from mehrklang_web.start.first_account import first_account
from mehrklang_web.start.server import LOOPBACK, free_port, leave
from mehrklang_web.start.settling import settle


def test_the_logins_are_made_once_and_for_the_owner_alone(db, settings, tmp_path):
    settings.VAR = tmp_path
    Account.objects.all()._raw_delete("default")
    first = logins()
    assert logins() == first
    assert not Account.objects.filter(username__in=[each.username for each in first], first_password=True).exists()
    assert Account.objects.count() == len(first) == 6
    assert all(Account.objects.get(username=each.username).check_password(each.password) for each in first)
    path = tmp_path / "demonstration-zugaenge.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len({entry["password"] for entry in json.loads(path.read_text(encoding="utf-8"))}) == 6


def test_a_port_that_somebody_uses_is_passed_over():
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) > port
    assert free_port(0) > 0


def test_the_first_account_is_the_administration_and_is_opened_once(db):
    """Its password is told once and kept nowhere but as its hash."""
    assert first_account() is None, "there are accounts already"
    Account.objects.all()._raw_delete("default")
    first = first_account()
    kept = Account.objects.get()
    assert (kept.role, kept.check_password(first.password)) == ("administration", True)
    assert kept.first_password, "it was shown on the screen, so it is changed"
    assert len(first.password.replace("-", "")) == 16
    assert first_account() is None


@pytest.mark.parametrize(
    ("left_by", "code"), [(SystemExit(0), 0), (SystemExit(3), 3), (SystemExit(), 0), (OSError(), 1)]
)
def test_a_worker_leaves_with_the_code_it_was_to_end_with(monkeypatch, left_by, code):
    """gunicorn tells by it whether a worker could not start; nothing is torn down behind it."""
    left = []
    monkeypatch.setattr("os._exit", left.append)
    monkeypatch.setattr("sys.exc_info", lambda: (type(left_by), left_by, None))
    leave(None, None)
    monkeypatch.undo()
    assert left == [code]


def test_garbage_is_not_looked_for_in_what_stays_loaded():
    """What is frozen is not among the objects that a collection looks through."""
    try:
        settle()
        kept = load().indicators
        assert not any(each is kept for each in gc.get_objects())
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()
    assert any(each is kept for each in gc.get_objects())
