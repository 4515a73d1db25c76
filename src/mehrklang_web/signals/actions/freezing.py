"""Freezing results, and looking through them for what is conspicuous."""

from pathlib import Path

from django.conf import settings
from django.db import transaction

from mehrklang.assessment.warning import Signal as SignalValue
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.pipeline.break_proposals import break_proposals
from mehrklang.pipeline.signals import watched
from mehrklang_web.audit.actions import Author, act
from mehrklang_web.monitors.actions import subject_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.results.actions import keep
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.models import Run
from mehrklang_web.signals.actions.breaks import keep_proposals
from mehrklang_web.signals.actions.handling import note_step
from mehrklang_web.signals.models import (
    Signal,
    Stage,
    Survey,
)
from mehrklang_web.signals.rules import handlers, office_for, responsible_for


def freeze(*, edition: Edition, by: Author) -> Run:
    """Computes the edition, keeps the results, and looks through them for what is conspicuous."""
    evaluation = evaluate(monitoring_of(edition), store=Path(settings.STORE), secret=settings.GUARD_SECRET)
    proposals = break_proposals(evaluation, store=Path(settings.STORE))
    with transaction.atomic():
        run = keep(edition=edition, evaluation=evaluation, by=by)
        look_through(run=run, evaluation=evaluation, by=by)
        keep_proposals(run=run, proposals=proposals, by=by)
    return run


def look_through(*, run: Run, evaluation: Evaluation, by: Author) -> Survey:
    """Keeps new signals, opens closed ones again that new data bring back, and marks those that are gone."""
    found = watched(evaluation)
    with act("Ergebnisse auf Hinweise durchgesehen", by=by, to=subject_of(run.edition)) as trace:
        survey = Survey.objects.create(run=run, judged=found.judged, rare=str(found.rare), limit=found.limit.sentence)
        kept = [_find(run, evaluation, value, by) for value in found.signals]
        gone = Signal.objects.filter(edition=run.edition, present=True).exclude(pk__in=[each.pk for each in kept])
        for signal in gone:
            _mark_gone(signal, run, by)
        trace.new = f"{len(kept)} Hinweise aus {found.judged} Reihen"
    return survey


def _find(run: Run, evaluation: Evaluation, value: SignalValue, by: Author) -> Signal:
    result = evaluation.results[value.indicator]
    areas = {area.key: area.name for area in (evaluation.area, *evaluation.parts)}
    signal = Signal.objects.filter(
        edition=run.edition,
        code=value.indicator,
        area=value.area,
        group=value.group,
        kind=value.kind.value,
        year=value.year,
    ).first()
    if signal is not None:
        return _bring_back(signal, run, value, result.data_version, by)
    signal = Signal.objects.create(
        edition=run.edition,
        run=run,
        code=value.indicator,
        name=result.definition.name,
        field=result.definition.field,
        area=value.area,
        area_name=areas[value.area],
        group=value.group,
        group_name=result.labels[value.group],
        kind=value.kind.value,
        year=value.year,
        content=to_text(value),
        data_version=result.data_version,
        **_addressee(run.edition, value),
    )
    note_step(signal=signal, by=by, did="Hinweis entstanden", text=value.evidence)
    return signal


def _addressee(edition: Edition, value: SignalValue) -> dict[str, object]:
    """The person whom the target names as responsible, if there is such an account; else the office for the kind."""
    named = responsible_for(edition, value.indicator)
    person = next((each for each in handlers() if named and each.full_name == named), None)
    return {"person": person, "office": person.role if person else office_for(value.kind)}


def _bring_back(signal: Signal, run: Run, value: SignalValue, data_version: str, by: Author) -> Signal:
    """The same data say nothing new; other data, or a return after it was gone, do."""
    news = signal.data_version != data_version or not signal.present
    signal.run, signal.content, signal.data_version, signal.present = run, to_text(value), data_version, True
    if news and signal.stage == Stage.CLOSED:
        signal.stage = Stage.NEW
        note_step(signal=signal, by=by, did="Durch neue Daten wieder geöffnet", text=value.evidence)
    elif news:
        note_step(signal=signal, by=by, did="An neuen Daten bestätigt", text=value.evidence)
    signal.save()
    return signal


def _mark_gone(signal: Signal, run: Run, by: Author) -> None:
    signal.present = False
    signal.save()
    note_step(signal=signal, by=by, did="Nicht mehr auffällig", text=f"In den {run} tritt der Hinweis nicht mehr auf.")
