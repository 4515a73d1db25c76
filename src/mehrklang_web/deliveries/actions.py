"""Trying a file, accepting it, with a reason where there are warnings, or rejecting it."""

import shutil
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings
from django.db import transaction

from mehrklang.catalogue import Source, load
from mehrklang.package import DataReference
from mehrklang.plausibility import DryRun, preview
from mehrklang.sources import read
from mehrklang.vocabulary import Issue, Material
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.deliveries.arrival import Kept, Upload, keep
from mehrklang_web.deliveries.earlier import earlier_of
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.deliveries.understood import Understood, understood_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.selection.catalogue import definitions


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial: a trial that can be accepted, or none, every issue that was found, and what was
    understood."""

    trial: Trial | None
    issues: tuple[Issue, ...]
    understood: Understood


def try_file(*, edition: Edition, upload: Upload, kind: str, source: Source, by: Author) -> Tried:
    """Reads the upload without keeping anything of it that has an error. `kind` "": it is recognised."""
    kept = keep(upload, Path(settings.TRIALS))
    reading = read(kept.path, kind=kind, material=source.material)
    earlier = earlier_of(edition, source, kept.name, reading)
    known = replace(load(), indicators=definitions(edition))
    run = preview(reading, earlier.reading if earlier else None, catalogue=known)
    understood = understood_of(
        run,
        against=earlier.title if earlier else "",
        protected=source.material is Material.PUBLISHED,
    )
    if not run.usable:
        shutil.rmtree(kept.path.parent)
        return Tried(None, run.issues, understood)
    trial = _trial_of(kept, run, understood)
    trial.edition, trial.source, trial.by_id, trial.who = edition, source.key, by.pk, by.full_name
    _note(trial, by)
    return Tried(trial, run.issues, understood)


def _trial_of(kept: Kept, run: DryRun, understood: Understood) -> Trial:
    return Trial(
        name=kept.name,
        kind=run.kind,
        sha256=kept.sha256,
        size=kept.size,
        rows=run.observations,
        issues_text=to_text(run.issues),
        understood_text=to_text(understood),
    )


def _note(trial: Trial, by: Author) -> None:
    with act("Lieferung geprüft", by=by, to=Subject("Lieferung", trial.sha256, trial.name)) as trace:
        trial.save()
        trace.new = f"{trial.rows} Werte, {len(trial.issues)} Meldungen"


def accept(*, trial: Trial, note: str, replaces: Delivery | None, by: Author) -> Delivery:
    """Keeps the file for good; `replaces` is the delivery that it corrects, which stays but is no longer used.

    ValueError if there are warnings and `note` gives no reason for accepting it all the same.
    """
    if trial.needs_reason and not note.strip():
        raise ValueError("a delivery with warnings is accepted with a reason only")
    did = "Lieferung mit Begründung übernommen" if trial.needs_reason else "Lieferung übernommen"
    with act(did, by=by, to=Subject("Lieferung", trial.sha256, trial.name)) as trace:
        delivery = _delivery_of(trial, note, by)
        delivery.save()
        _freeze(trial.path, delivery.path)
        if replaces is not None:
            replaces.replaced_by = delivery
            replaces.save()
            trace.old = f"{replaces.name} ({replaces.sha256[:12]})"
        trace.new = f"{trial.name} ({trial.sha256[:12]})" + (f": {note}" if note else "")
        Trial.objects.filter(sha256=trial.sha256).delete()
    transaction.on_commit(lambda: shutil.rmtree(trial.path.parent, ignore_errors=True))
    return delivery


def reject(*, trial: Trial, reason: str, by: Author) -> None:
    """Throws the trial away, with its bytes; an entry of the Protokoll stays, with the reason if there is one."""
    with act("Lieferung abgelehnt", by=by, to=Subject("Lieferung", trial.sha256, trial.name)) as trace:
        trace.new = reason
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
        understood_text=trial.understood_text,
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
