"""Freezing results."""

import hashlib
from pathlib import Path

from django.conf import settings

from mehrklang.catalogue import Direction
from mehrklang.package import Monitoring, Publication
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.pipeline import Result as ResultValue
from mehrklang.planning import MissedTarget as MissedTargetValue
from mehrklang.report import versions
from mehrklang.territory import Manner, Vintage
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.actions import subject_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.frame import Frame
from mehrklang_web.results.models import (
    EarlierRelease,
    MissedTarget,
    ReleasedCube,
    ReportedTerritory,
    Result,
    Run,
    Stabilising,
)
from mehrklang_web.selection.catalogue import name_of
from mehrklang_web.ui.states import FRAME


def freeze(*, edition: Edition, by: Author) -> Run:
    """Computes the edition from the deliveries in use and keeps what comes out."""
    evaluation = evaluate(monitoring_of(edition), store=Path(settings.STORE), secret=settings.GUARD_SECRET)
    return keep(edition=edition, evaluation=evaluation, by=by)


def keep(*, edition: Edition, evaluation: Evaluation, by: Author) -> Run:
    """Keeps what the pipeline computed for an edition."""
    with act("Ergebnisse festgehalten", by=by, to=subject_of(edition)) as trace:
        run = Run.objects.create(edition=edition, who=by.full_name, frame_text=to_text(Frame.of(evaluation)))
        Result.objects.bulk_create(
            _row(run, position, result) for position, result in enumerate(evaluation.results.values())
        )
        ReleasedCube.objects.bulk_create(_cube(run, evaluation, source) for source in evaluation.own_sources)
        trace.new = f"{len(evaluation.results)} Indikatoren, {len(evaluation.issues)} Meldungen"
    return run


def keep_releases(*, edition: Edition, monitoring: Monitoring, by: Author) -> None:
    """Keeps what a folder says was published before: from now on the guard knows it, for every edition."""
    if not monitoring.published:
        return
    with act("Frühere Veröffentlichungen eingelesen", by=by, to=subject_of(edition)) as trace:
        EarlierRelease.objects.bulk_create(_release(edition, monitoring.folder, each) for each in monitoring.published)
        trace.new = f"{len(monitoring.published)} Tabellen"


def _release(edition: Edition, folder: Path, each: Publication) -> EarlierRelease:
    content = (folder / each.path).read_bytes()
    return EarlierRelease(
        edition=edition,
        told=each.edition,
        source=each.source,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content.decode(),
        revised=each.revised,
    )


def set_stabilising(*, edition: Edition, code: str, wanted: bool, by: Author, seen: int | None = None) -> Step | None:
    """Asks for stabilised values of an indicator's parts, or no longer; a step that can be undone.

    `seen` is the version that the page showed, 0 where nobody had decided. ConflictError if somebody was quicker.
    """
    to = Subject("Stabilisierte Werte", code, name_of(edition, code))
    with edit(did="Stabilisierte Werte gewählt", by=by, to=to, edition=edition.pk) as editing:
        kept = Stabilising.objects.filter(edition=edition, code=code).first()
        if kept is None:
            editing.adds(Stabilising.objects.create(edition=edition, code=code, wanted=wanted))
        else:
            editing.changes(kept, seen=seen)
            kept.wanted = wanted
            kept.save()
        editing.new = "ja" if wanted else "nein"
    return editing.step


def choose_territory(*, edition: Edition, vintage: Vintage | None, by: Author, seen: int | None = None) -> Step | None:
    """From the next freezing on the edition reports on this territory; a step that can be undone.

    `seen` is the version that the form showed, 0 where nobody had chosen. ConflictError if somebody was quicker.
    """
    with edit(did="Gebietsstand gewählt", by=by, to=subject_of(edition), edition=edition.pk) as editing:
        kept = ReportedTerritory.objects.filter(edition=edition).first()
        content = to_text(vintage) if vintage else ""
        if kept is None:
            editing.adds(ReportedTerritory.objects.create(edition=edition, content=content))
        else:
            editing.changes(kept, seen=seen)
            editing.old = _territory(kept.to_value())
            kept.content = content
            kept.save()
        editing.new = _territory(vintage)
    return editing.step


def keep_missed_target(
    *, edition: Edition, missed: MissedTargetValue, by: Author, seen: int | None = None
) -> Step | None:
    """Records why a target was missed and what was decided, anew or changed; a step that can be undone.

    `seen` is the version that the form showed, 0 where nothing was recorded. ConflictError if somebody was quicker.
    """
    to = Subject("Verfehltes Ziel", missed.indicator, f"{name_of(edition, missed.indicator)}, Ziel {missed.year}")
    with edit(did="Verfehltes Ziel festgehalten", by=by, to=to, edition=edition.pk) as editing:
        keys = {"code": missed.indicator, "area": missed.area, "group": missed.group, "year": missed.year}
        kept = MissedTarget.objects.filter(edition=edition, **keys).first()
        if kept is None:
            editing.adds(MissedTarget.objects.create(edition=edition, content=to_text(missed), **keys))
        else:
            editing.changes(kept, seen=seen)
            editing.old = _said(kept.to_value())
            kept.content = to_text(missed)
            kept.save()
        editing.new = _said(missed)
    return editing.step


def _said(missed: MissedTargetValue) -> str:
    return ". ".join(filter(None, (missed.reason.rstrip("."), missed.told)))


def _cube(run: Run, evaluation: Evaluation, source: str) -> ReleasedCube:
    content = evaluation.publication(source)
    digest = hashlib.sha256(content).hexdigest()
    return ReleasedCube(run=run, source=source, sha256=digest, content=content.decode())


def _row(run: Run, position: int, result: ResultValue) -> Result:
    assessment = result.assessments[result.group]
    latest = assessment.latest
    return Result(
        run=run,
        code=result.selection.code,
        position=position,
        name=result.definition.name,
        field=result.definition.field,
        group=result.labels[result.group],
        latest=versions.told(latest) if latest else "kein Wert",
        period=latest.period.label if latest else "",
        state=FRAME if result.definition.direction is Direction.CONTEXT else assessment.state.value,
        trend=assessment.trend.movement.label,
        data_version=result.data_version,
        content=to_text(result),
    )


def _territory(vintage: Vintage | None) -> str:
    if vintage is None:
        return "wie geliefert"
    brought = ", ".join(one.source for one in vintage.sources if one.manner is Manner.BROUGHT)
    return f"{vintage.day:%d.%m.%Y}" + (f", umgerechnet: {brought}" if brought else "")
