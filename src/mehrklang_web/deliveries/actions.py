"""Trying a file, accepting it, throwing the trial away."""

import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction

from mehrklang.catalogue import Source
from mehrklang.package import DataReference
from mehrklang.sources import Reading, read
from mehrklang.vocabulary import Issue
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.deliveries.arrival import Kept, Upload, keep
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial: a trial that can be accepted, or none, and every issue that was found."""

    trial: Trial | None
    issues: tuple[Issue, ...]


def try_file(*, edition: Edition, upload: Upload, kind: str, source: Source, by: Author) -> Tried:
    """Reads the upload without keeping anything of it that has an error. `kind` "": it is recognised."""
    kept = keep(upload, Path(settings.TRIALS))
    reading = read(kept.path, kind=kind, material=source.material)
    if not reading.usable:
        shutil.rmtree(kept.path.parent)
        return Tried(None, reading.issues)
    return Tried(_note_trial(edition, kept, reading, source, by), reading.issues)


def _note_trial(edition: Edition, kept: Kept, reading: Reading, source: Source, by: Author) -> Trial:
    with act("Lieferung geprüft", by=by, to=Subject("Lieferung", kept.sha256, kept.name)) as trace:
        trace.new = f"{len(reading.observations)} Werte, {len(reading.issues)} Meldungen"
        return Trial.objects.create(
            edition=edition,
            name=kept.name,
            kind=reading.kind,
            source=source.key,
            sha256=kept.sha256,
            size=kept.size,
            rows=len(reading.observations),
            issues_text=to_text(reading.issues),
            by_id=by.pk,
            who=by.full_name,
        )


def accept(*, trial: Trial, note: str, replaces: Delivery | None, by: Author) -> Delivery:
    """Keeps the file for good; `replaces` is the delivery that it corrects, which stays but is no longer used."""
    with act("Lieferung übernommen", by=by, to=Subject("Lieferung", trial.sha256, trial.name)) as trace:
        delivery = _delivery_of(trial, note, by)
        delivery.save()
        _freeze(trial.path, delivery.path)
        if replaces is not None:
            replaces.replaced_by = delivery
            replaces.save()
            trace.old = f"{replaces.name} ({replaces.sha256[:12]})"
        trace.new = f"{trial.name} ({trial.sha256[:12]})"
        Trial.objects.filter(sha256=trial.sha256).delete()
    transaction.on_commit(lambda: shutil.rmtree(trial.path.parent, ignore_errors=True))
    return delivery


def discard(*, trial: Trial, by: Author) -> None:
    """Throws the trial away, with its bytes."""
    with act("Prüfung verworfen", by=by, to=Subject("Lieferung", trial.sha256, trial.name)):
        Trial.objects.filter(sha256=trial.sha256).delete()
    shutil.rmtree(trial.path.parent, ignore_errors=True)


def take_in(*, edition: Edition, folder: Path, reference: DataReference, size: int, by: Author) -> Delivery:
    """Keeps a file that comes with a whole monitoring, as it lies in that monitoring's folder."""
    delivery = Delivery(
        edition=edition,
        name=reference.path.name,
        kind=reference.kind,
        source=reference.source,
        sha256=reference.sha256,
        size=size,
        by_id=by.pk,
        who=by.full_name,
    )
    with act("Lieferung übernommen", by=by, to=Subject("Lieferung", delivery.sha256, delivery.name)):
        delivery.save()
        _freeze(folder / reference.path, delivery.path)
    return delivery


def _delivery_of(trial: Trial, note: str, by: Author) -> Delivery:
    return Delivery(
        edition=trial.edition,
        name=trial.name,
        kind=trial.kind,
        source=trial.source,
        sha256=trial.sha256,
        size=trial.size,
        rows=trial.rows,
        issues_text=trial.issues_text,
        by_id=by.pk,
        who=by.full_name,
        note=note,
    )


def _freeze(source: Path, target: Path) -> None:
    """Copies the bytes and takes the right to write from everybody."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    arriving = target.with_name(f".{target.name}.ankommend")
    shutil.copyfile(source, arriving)
    arriving.chmod(stat.S_IRUSR | stat.S_IRGRP)
    arriving.replace(target)
