"""Trying a file, and reading it in another way."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files import File

from mehrklang.catalogue import Source
from mehrklang.plausibility import DryRun
from mehrklang.sources import look, profile_text
from mehrklang.vocabulary import Issue, Material
from mehrklang_web.audit.actions import Author, act
from mehrklang_web.deliveries.actions.told import subject_of
from mehrklang_web.deliveries.arrival import ChangedBytesError, Upload, checksum_of, keep, remove
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.deliveries.trying import Examined, Told, examine
from mehrklang_web.deliveries.understood import Understood, understood_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text


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
    trial.finality = told.finality
    trial.profile_text = profile_text(told.profile) if told.profile else ""
    trial.issues_text, trial.understood_text = to_text(run.issues), to_text(_understood(seen))
    trial.notes_text = to_text(seen.reading.notes)
    with act(did, by=by, to=subject_of(trial)) as trace:
        trial.save()
        trace.new = _in_short(told.source, run)


def _in_short(source: Source | None, run: DryRun) -> str:
    """What the Protokoll keeps, which others than the statistics office read, too: how many figures there are only of
    published material (decision 0011).
    """
    issues = "1 Meldung" if len(run.issues) == 1 else f"{len(run.issues)} Meldungen"
    published = source is not None and source.material is Material.PUBLISHED
    return f"{run.observations} Werte, {issues}" if published else issues


def _understood(seen: Examined) -> Understood:
    source = seen.told.source
    return understood_of(
        seen.run,
        against=seen.earlier.title if seen.earlier else "",
        protected=source is not None and source.material is Material.PUBLISHED,
    )
