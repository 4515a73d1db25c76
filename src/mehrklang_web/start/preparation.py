"""What has to be there before the first page: folders and tables, the demonstration, or the first account."""

import shutil
import tempfile
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from mehrklang.demo import write_demo
from mehrklang.package import read_folder
from mehrklang_web.audit.actions import Installation
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.monitors.queries import current_edition
from mehrklang_web.signals.actions import freeze
from mehrklang_web.start.cast import Login, logins
from mehrklang_web.start.first_account import first_account


def prepare() -> tuple[Login, ...]:
    """Brings the installation to where it can be used, and gives the demonstration's logins. A second call changes
    nothing."""
    _furnish()
    if current_edition() is None:
        _load_demonstration()
    return logins()


def prepare_empty() -> Login | None:
    """An installation without a municipality; the first account, on the first call."""
    _furnish()
    return first_account()


def _furnish() -> None:
    for folder in (settings.VAR, settings.DELIVERIES, settings.TRIALS, settings.STORE):
        Path(folder).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)


def _load_demonstration() -> None:
    """Writes the demonstration as a folder and reads it in, as any other monitoring would be."""
    with tempfile.TemporaryDirectory(dir=settings.VAR) as name:
        folder = Path(name) / "monitoring"
        write_demo(folder)
        reading = read_folder(folder)
        assert reading.monitoring is not None, reading.issues
        edition = take_in(monitoring=reading.monitoring, phase=Phase.INTERPRETATION, by=Installation())
        freeze(edition=edition, by=Installation())
        shutil.rmtree(folder)
