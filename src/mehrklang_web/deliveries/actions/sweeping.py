"""Clearing away what interruptions left and what waits in vain."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from mehrklang_web.audit.actions import Author
from mehrklang_web.deliveries.actions.deciding import reject
from mehrklang_web.deliveries.arrival import abandoned, remove
from mehrklang_web.deliveries.models import Delivery, Trial

EXPIRES = timedelta(days=14)
"""So long a file with errors waits to be read in another way or rejected."""


def sweep(*, by: Author) -> None:
    """Clears away what interruptions left, and files that cannot be accepted and have waited for two weeks."""
    for folder in (Path(settings.TRIALS), Path(settings.DELIVERIES)):
        for path in abandoned(folder):
            remove(path)
    for trial in Trial.objects.all():
        if trial.at < timezone.now() - EXPIRES and not trial.usable:
            reject(trial=trial, reason="verfallen: mit Fehlern und ohne Entscheidung", by=by)
        else:
            _clear_half_accepted(trial)


def _clear_half_accepted(trial: Trial) -> None:
    """Bytes that were frozen before a crash, without the row that belongs to them; the trial still has them."""
    frozen = Path(settings.DELIVERIES) / trial.sha256 / trial.name
    if frozen.exists():
        with transaction.atomic():
            waits = Trial.objects.select_for_update().filter(pk=trial.pk).exists()
            if waits and not Delivery.objects.filter(sha256=trial.sha256, name=trial.name).exists():
                remove(frozen)
