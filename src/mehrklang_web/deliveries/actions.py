"""Trying a file, reading it anew, accepting it (with a reason where there are warnings), rejecting, withdrawing."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from mehrklang.catalogue import Source
from mehrklang.package import DataReference
from mehrklang.sources import look, profile_text
from mehrklang.vocabulary import Finality, Issue, Material, Period
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.collection.actions import ArrivedFile, note_arrival, withdraw_arrival
from mehrklang_web.deliveries.arrival import (
    ChangedBytesError,
    Upload,
    abandoned,
    checksum_of,
    freeze,
    keep,
    remove,
    set_down,
)
from mehrklang_web.deliveries.models import Delivery, State, Trial
from mehrklang_web.deliveries.trying import Examined, Told, examine
from mehrklang_web.deliveries.understood import Understood, understood_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text

EXPIRES = timedelta(days=14)
"""So long a file with errors waits to be read in another way or rejected."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of an upload: a trial that waits for a decision, or none because nothing in the file is a table; every
    issue that was found, and what was understood."""

    trial: Trial | None
    issues: tuple[Issue, ...]
    understood: Understood


def try_file(*, edition: Edition, upload: Upload, told: Told, by: Author) -> Tried:
    """Reads the upload. Of a file that holds no table nothing is kept; any other waits, so that its faults can be seen
    at their places and it can be read in another way."""
    kept = keep(upload, Path(settings.TRIALS))
    seen = examine(edition, kept.path, told)
    if not seen.run.usable and not seen.reading.observations and not look(kept.path):
        if not Trial.objects.filter(sha256=kept.sha256).exists():
            remove(kept.path.parent)
        return Tried(None, seen.run.issues, _understood(seen))
    trial = Trial(edition=edition, name=kept.name, sha256=kept.sha256, size=kept.size, by_id=by.pk, who=by.full_name)
    _note(trial, seen, "Lieferung geprüft", by)
    return Tried(trial, seen.run.issues, _understood(seen))


def try_frozen(*, edition: Edition, delivery: Delivery, source: Source, by: Author) -> Tried:
    """Reads a delivery of another edition on trial here, in the way in which it was read there; `source` is the one of
    this edition. ChangedBytesError if the frozen bytes are no longer the accepted ones."""
    if checksum_of(delivery.path) != delivery.sha256:
        raise ChangedBytesError(delivery.name)
    told = Told(
        source,
        "" if delivery.profile else delivery.kind,
        delivery.period,
        delivery.unit,
        delivery.profile,
        delivery.finality,
    )
    with delivery.path.open("rb") as file:
        return try_file(edition=edition, upload=File(file, name=delivery.name), told=told, by=by)


def read_anew(*, trial: Trial, told: Told, by: Author) -> None:
    """Reads a file on trial in another way: other source, kind, period, unit or profile."""
    _note(trial, examine(trial.edition, trial.path, told), "Lieferung anders gelesen", by)


def _note(trial: Trial, seen: Examined, did: str, by: Author) -> None:
    told, run = seen.told, seen.run
    trial.kind, trial.rows, trial.remark = run.kind, run.observations, seen.remark[:300]
    trial.source = told.source.key if told.source else ""
    trial.period_key = told.period.key if told.period else ""
    trial.unit_key = told.unit.value if told.unit else ""
    trial.finality_key = _said(told.finality)
    trial.profile_text = profile_text(told.profile) if told.profile else ""
    trial.issues_text, trial.understood_text = to_text(run.issues), to_text(_understood(seen))
    trial.notes_text = to_text(seen.reading.notes)
    with act(did, by=by, to=_subject(trial)) as trace:
        trial.save()
        trace.new = f"{trial.rows} Werte, {len(run.issues)} Meldungen"


def _understood(seen: Examined) -> Understood:
    source = seen.told.source
    return understood_of(
        seen.run,
        against=seen.earlier.title if seen.earlier else "",
        protected=source is not None and source.material is Material.PUBLISHED,
    )


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


def _keep_for_good(trial: Trial, note: str, replaces: Delivery | None, arriving: Path, by: Author) -> Delivery:
    did = "Lieferung mit Begründung übernommen" if trial.needs_reason else "Lieferung übernommen"
    with act(did, by=by, to=_subject(trial)) as trace:
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
        _tell_arrival(delivery, _periods_of(trial), by)
        # without the checksum: who knows the form of the file could try out suppressed numbers until it fits
        trace.new = trial.name + (f": {note}" if note else "")
        Trial.objects.filter(edition=trial.edition, sha256=trial.sha256).delete()
    return delivery


def reject(*, trial: Trial, reason: str, by: Author) -> None:
    """Throws the trial away, with its bytes; an entry of the Protokoll stays, with the reason if there is one."""
    with act("Lieferung abgelehnt", by=by, to=_subject(trial)) as trace:
        trace.new = reason
        Trial.objects.filter(edition=trial.edition, sha256=trial.sha256).delete()
    _remove_unless_waiting(trial)


def _remove_unless_waiting(trial: Trial) -> None:
    """The bytes on trial go, unless the same file waits in another edition."""
    if not Trial.objects.filter(sha256=trial.sha256).exists():
        remove(trial.path.parent)


def withdraw(*, delivery: Delivery, reason: str, by: Author) -> None:
    """The delivery is no longer computed with; file, row and reason stay. ValueError if it is not in use."""
    if delivery.state is not State.VALID:
        raise ValueError("only a delivery in use is withdrawn")
    with act("Lieferung zurückgezogen", by=by, to=_subject(delivery)) as trace:
        delivery.withdrawn_at, delivery.withdrawn_who = timezone.now(), by.full_name
        delivery.withdrawn_reason = reason
        delivery.save()
        withdraw_arrival(delivery=delivery.pk, by=by)
        trace.old, trace.new = State.VALID.label, reason


def verify(*, delivery: Delivery, by: Author) -> bool:
    """Recomputes the checksum of the frozen file and keeps the answer: whether it is still the accepted one."""
    intact = checksum_of(delivery.path) == delivery.sha256
    with act("Prüfsumme nachgerechnet", by=by, to=_subject(delivery)) as trace:
        delivery.intact, delivery.summed_at = intact, timezone.now()
        delivery.save()
        trace.new = "stimmt überein" if intact else "weicht ab: Die Datei fehlt oder wurde verändert"
    return intact


def take_in(*, edition: Edition, folder: Path, reference: DataReference, size: int, by: Author) -> Delivery:
    """Keeps a file that comes with a whole monitoring, as it lies in that monitoring's folder."""
    delivery = Delivery(
        edition=edition,
        name=reference.path.name,
        kind=reference.kind,
        source=reference.source,
        period_key=reference.period.key if reference.period else "",
        unit_key=reference.unit.value if reference.unit else "",
        finality_key=_said(reference.finality),
        profile_text=profile_text(reference.profile) if reference.profile else "",
        sha256=reference.sha256,
        size=size,
        by_id=by.pk,
        who=by.full_name,
    )
    arriving = set_down(folder / reference.path, Path(settings.DELIVERIES), reference.sha256)
    try:
        with act("Lieferung übernommen", by=by, to=_subject(delivery)):
            freeze(arriving, delivery.path, delivery.sha256)
            delivery.save()
            _tell_arrival(delivery, (delivery.period,) if delivery.period else (), by)
    finally:
        remove(arriving)
    return delivery


def keep_retirement(*, delivery: Delivery, retirement: Retirement, successor: Delivery | None, by: Author) -> None:
    """That a file of a whole monitoring was replaced (`successor`) or withdrawn, as the folder tells it."""
    did = "Lieferung als ersetzt übernommen" if successor else "Lieferung als zurückgezogen übernommen"
    moment = timezone.make_aware(datetime.combine(retirement.day, time()))
    with act(did, by=by, to=_subject(delivery)) as trace:
        if successor is not None:
            delivery.replaced_by, delivery.replaced_at = successor, moment
        else:
            delivery.withdrawn_at, delivery.withdrawn_who = moment, retirement.who
            delivery.withdrawn_reason = retirement.why
        delivery.save()
        withdraw_arrival(delivery=delivery.pk, by=by)
        trace.new = f"{retirement.why} ({retirement.who}, {retirement.day:%d.%m.%Y})"


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


def _said(finality: Finality) -> str:
    return "" if finality is Finality.UNSTATED else finality.value


def _periods_of(trial: Trial) -> tuple[Period, ...]:
    keys = trial.understood.period_keys if trial.understood else ()
    return tuple(Period.parse(key) for key in keys)


def _tell_arrival(delivery: Delivery, periods: tuple[Period, ...], by: Author) -> None:
    """The calendar learns what has come; a file whose periods nobody knows yet settles nothing there."""
    if periods and delivery.source:
        file = ArrivedFile(delivery.source, delivery.pk, delivery.name, delivery.sha256, timezone.localdate())
        note_arrival(edition=delivery.edition, file=file, periods=periods, by=by)


def _subject(file: Trial | Delivery) -> Subject:
    return Subject("Lieferung", file.sha256, file.name)


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
