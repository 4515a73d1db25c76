"""The shell's acceptance of a delivery in a process of its own, with a database file, to be killed meanwhile.

Each folder is an installation: database, files on trial, files accepted. `prepare` makes one, with one file on trial.
"""

import json
import os
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings

if not apps.ready:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mehrklang_web.settings.test")
    django.setup()

from django.core.management import call_command
from django.db import connections

from mehrklang.package import checksum
from mehrklang_web.audit.actions import Installation, Subject, act
from mehrklang_web.audit.models import Entry
from mehrklang_web.deliveries.actions import accept
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.settings import base
from tests.factories import shell

_NAME = "nachtrag.csv"
_CONTENT = shell.delivery().encode()
ANSWER = "antwort.json"


def prepare(folder: Path) -> None:
    """An installation with the small monitoring, and one file on trial."""
    _move_in(folder)
    call_command("migrate", verbosity=0)
    take_in(monitoring=shell.monitoring(folder / "monitoring"), phase=Phase.INTERPRETATION, by=Installation())
    waiting = folder / _NAME
    waiting.write_bytes(_CONTENT)
    digest = checksum(waiting)
    with act("Probe", by=Installation(), to=Subject("", "", "")):
        trial = Trial.objects.create(
            edition=the_edition(), name=_NAME, kind="tidy", source=shell.SOURCE.key, sha256=digest, size=len(_CONTENT),
            rows=40, who="Einrichtung",
        )  # fmt: skip
    trial.path.parent.mkdir(parents=True)
    waiting.rename(trial.path)
    connections.close_all()


def accept_in(folder: Path) -> None:
    """Accepts the file on trial."""
    _move_in(folder)
    (trial,) = Trial.objects.all()
    accept(trial=trial, note="", replaces=None, by=Installation())
    connections.close_all()


def prove(folder: Path) -> None:
    """Asserts that the delivery is there whole or not at all, that a refused one can still be accepted, and then is
    there whole. Writes into `ANSWER` whether it was there."""
    _move_in(folder)
    there = bool(_found())
    if there:
        _prove_whole()
    else:
        (trial,) = Trial.objects.all()
        assert checksum(trial.path) == trial.sha256, "the file on trial has gone, and no delivery has come"
        assert not Entry.objects.filter(did__startswith="Lieferung übernommen", name=_NAME).exists()
        accept(trial=trial, note="", replaces=None, by=Installation())
        _prove_whole()
    (folder / ANSWER).write_text(json.dumps(there), encoding="ascii")
    connections.close_all()


def _found() -> list[Delivery]:
    return list(Delivery.objects.filter(name=_NAME))


def _prove_whole() -> None:
    (delivery,) = _found()
    assert checksum(delivery.path) == delivery.sha256
    assert delivery.path.read_bytes() == _CONTENT
    assert delivery.path.stat().st_mode & 0o222 == 0
    assert delivery.rows == 40
    assert not Trial.objects.exists()
    assert Entry.objects.filter(did__startswith="Lieferung übernommen", name=_NAME).count() == 1


def _move_in(folder: Path) -> None:
    """This process works in the folder, with the database settings of an installation."""
    settings.DELIVERIES, settings.TRIALS = folder / "lieferungen", folder / "pruefung"
    settings.STORE = folder / "speicher"
    connections.settings["default"] |= {
        "NAME": str(folder / "mehrklang.sqlite3"),
        "OPTIONS": dict(base.DATABASES["default"]["OPTIONS"]),
    }
