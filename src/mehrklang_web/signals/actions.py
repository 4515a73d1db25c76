"""Freezing results and looking through them; acknowledging, explaining, closing, reopening and assigning a signal."""

from pathlib import Path

from django.conf import settings
from django.db import transaction

from mehrklang.assessment.warning import Signal as SignalValue
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.pipeline.signals import watched
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.monitors.actions import subject_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.people.models import Account
from mehrklang_web.results.actions import keep
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.models import Run
from mehrklang_web.signals.models import CLOSED, Cause, Signal, Stage, Step, Survey
from mehrklang_web.signals.rules import office_for


def freeze(*, edition: Edition, by: Author) -> Run:
    """Computes the edition, keeps the results, and looks through them for what is conspicuous."""
    evaluation = evaluate(monitoring_of(edition), store=Path(settings.STORE))
    with transaction.atomic():
        run = keep(edition=edition, evaluation=evaluation, by=by)
        look_through(run=run, evaluation=evaluation, by=by)
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
        office=office_for(value.kind),
    )
    _step(signal, by, "Hinweis entstanden", text=value.evidence)
    return signal


def _bring_back(signal: Signal, run: Run, value: SignalValue, data_version: str, by: Author) -> Signal:
    """The same data say nothing new; other data, or a return after it was gone, do."""
    news = signal.data_version != data_version or not signal.present
    signal.run, signal.content, signal.data_version, signal.present = run, to_text(value), data_version, True
    if news and signal.stage == Stage.CLOSED:
        signal.stage = Stage.NEW
        _step(signal, by, "Durch neue Daten wieder geöffnet", text=value.evidence)
    elif news:
        _step(signal, by, "An neuen Daten bestätigt", text=value.evidence)
    signal.save()
    return signal


def _mark_gone(signal: Signal, run: Run, by: Author) -> None:
    signal.present = False
    signal.save()
    _step(signal, by, "Nicht mehr auffällig", text=f"In den {run} tritt der Hinweis nicht mehr auf.")


def acknowledge(*, signal: Signal, by: Account) -> None:
    """Seen by the author, who takes it over if it goes to no person yet."""
    with act("Hinweis gesehen", by=by, to=_subject(signal)) as trace:
        signal.stage = Stage.SEEN
        signal.person = signal.person or by
        signal.save()
        _step(signal, by, "Gesehen")
        trace.new = signal.addressee


def explain(*, signal: Signal, cause: Cause, text: str, by: Author) -> None:
    """Says what the signal turned out to be; an earlier explanation stays in the history."""
    with act("Hinweis erklärt", by=by, to=_subject(signal)) as trace:
        signal.stage = Stage.EXPLAINED
        signal.save()
        _step(signal, by, "Erklärt", cause=cause, text=text)
        trace.new = cause.label


def close(*, signal: Signal, decision: str, by: Author) -> None:
    """Nothing more is to be done; the decision says why."""
    with act("Hinweis abgeschlossen", by=by, to=_subject(signal)) as trace:
        trace.old = Stage(signal.stage).label
        signal.stage = Stage.CLOSED
        signal.save()
        _step(signal, by, CLOSED, text=decision)
        trace.new = Stage.CLOSED.label


def reopen(*, signal: Signal, reason: str, by: Author) -> None:
    """Somebody has to look again."""
    with act("Hinweis wieder geöffnet", by=by, to=_subject(signal)) as trace:
        trace.old = Stage(signal.stage).label
        signal.stage = Stage.SEEN
        signal.save()
        _step(signal, by, "Wieder geöffnet", text=reason)
        trace.new = Stage.SEEN.label


def assign(*, signal: Signal, person: Account, by: Author) -> None:
    """Hands the signal to a person, and so to that person's office."""
    with act("Hinweis zugewiesen", by=by, to=_subject(signal)) as trace:
        trace.old = signal.addressee
        signal.person, signal.office = person, person.role
        signal.save()
        _step(signal, by, "Zugewiesen", text=str(person))
        trace.new = signal.addressee


def _step(signal: Signal, by: Author, did: str, *, text: str = "", cause: Cause | None = None) -> None:
    Step.objects.create(
        signal=signal,
        who=by.full_name,
        role=by.role_label,
        did=did,
        cause=cause or "",
        text=text,
        data_version=signal.data_version,
    )


def _subject(signal: Signal) -> Subject:
    return Subject("Hinweis", str(signal.pk), str(signal))
