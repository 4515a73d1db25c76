"""Accepting a tried file for good, with a reason where there are warnings, or rejecting it."""

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from mehrklang.vocabulary import Period
from mehrklang_web.audit.actions import Author, act
from mehrklang_web.collection.actions import withdraw_arrival
from mehrklang_web.deliveries.actions.told import subject_of, tell_arrival
from mehrklang_web.deliveries.arrival import freeze, remove, set_down
from mehrklang_web.deliveries.models import Delivery, Trial


def accept(*, trial: Trial, note: str, replaces: Delivery | None, by: Author) -> Delivery:
    """Keeps the file for good; `replaces` is the delivery that it corrects, which stays but is no longer used.

    The bytes come first: they are set down beside the others, whole and summed up anew, and get their name and their
    row in one transaction. ValueError if the trial has an error, was decided by somebody else, or has warnings and
    `note` gives no reason for accepting it all the same; ChangedBytesError if its bytes are no longer those tried.
    """
    if not trial.usable:
        raise ValueError("a delivery with errors or without a source is not accepted")
    if trial.needs_reason and not note.strip():
        raise ValueError("a delivery with warnings is accepted with a reason only")
    arriving = set_down(trial.path, Path(settings.DELIVERIES), trial.sha256)
    try:
        delivery = _keep_for_good(trial, note, replaces, arriving, by)
    finally:
        remove(arriving)
    transaction.on_commit(lambda: _remove_unless_waiting(trial))
    return delivery


def reject(*, trial: Trial, reason: str, by: Author) -> None:
    """Throws the trial away, with its bytes; an entry of the Protokoll stays, with the reason if there is one."""
    with act("Lieferung abgelehnt", by=by, to=subject_of(trial)) as trace:
        trace.new = reason
        Trial.objects.filter(edition=trial.edition, sha256=trial.sha256).delete()
    _remove_unless_waiting(trial)


def _keep_for_good(trial: Trial, note: str, replaces: Delivery | None, arriving: Path, by: Author) -> Delivery:
    did = "Lieferung mit Begründung übernommen" if trial.needs_reason else "Lieferung übernommen"
    with act(did, by=by, to=subject_of(trial)) as trace:
        if not Trial.objects.select_for_update().filter(pk=trial.pk).exists():
            raise ValueError("somebody else has decided about this trial")
        delivery = _delivery_of(trial, note, by)
        freeze(arriving, delivery.path, delivery.sha256)
        delivery.save()
        if replaces is not None:
            replaces.replaced_by, replaces.replaced_at = delivery, timezone.now()
            replaces.save()
            withdraw_arrival(delivery=replaces.pk, by=by)
            trace.old = replaces.name
        tell_arrival(delivery=delivery, periods=_periods_of(trial), by=by)
        # without the checksum: who knows the form of the file could try out suppressed numbers until it fits
        trace.new = trial.name + (f": {note}" if note else "")
        Trial.objects.filter(edition=trial.edition, sha256=trial.sha256).delete()
    return delivery


def _periods_of(trial: Trial) -> tuple[Period, ...]:
    keys = trial.understood.period_keys if trial.understood else ()
    return tuple(Period.parse(key) for key in keys)


def _delivery_of(trial: Trial, note: str, by: Author) -> Delivery:
    return Delivery(
        edition=trial.edition,
        name=trial.name,
        kind=trial.kind,
        source=trial.source,
        period_key=trial.period_key,
        unit_key=trial.unit_key,
        finality_key=trial.finality_key,
        profile_text=trial.profile_text,
        sha256=trial.sha256,
        size=trial.size,
        rows=trial.rows,
        issues_text=trial.issues_text,
        understood_text=trial.understood_text,
        notes_text=trial.notes_text,
        by_id=by.pk,
        who=by.full_name,
        note=note,
    )


def _remove_unless_waiting(trial: Trial) -> None:
    """The bytes on trial go, unless the same file waits in another edition."""
    if not Trial.objects.filter(sha256=trial.sha256).exists():
        remove(trial.path.parent)
