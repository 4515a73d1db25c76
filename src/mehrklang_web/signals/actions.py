"""Freezing results and looking through them; what people do with a signal, and with a proposed break."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate

from mehrklang.assessment.breaks import BreakProposal
from mehrklang.assessment.warning import Signal as SignalValue
from mehrklang.catalogue import BreakKind
from mehrklang.pipeline import Evaluation, evaluate
from mehrklang.pipeline.break_proposals import break_proposals
from mehrklang.pipeline.signals import watched
from mehrklang.planning import HandledSignal
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.monitors.actions import subject_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.people.models import Account
from mehrklang_web.places.queries import areas_of, places_of
from mehrklang_web.results.actions import keep
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.models import Run
from mehrklang_web.selection.actions import add_breaks
from mehrklang_web.selection.catalogue import definitions, name_of, own_breaks
from mehrklang_web.signals.carried import signal_of, step_of
from mehrklang_web.signals.models import (
    CLOSED,
    BreakStage,
    BreakVoice,
    Cause,
    ProposedBreak,
    Signal,
    Stage,
    Step,
    Survey,
)
from mehrklang_web.signals.rules import handlers, office_for, responsible_for


@dataclass(frozen=True, slots=True)
class BreakWords:
    """What an office writes when it confirms a proposed break: kind, what changed, and the document that proves it."""

    kind: BreakKind
    text: str
    source: str


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
    _step(signal, by, "Hinweis entstanden", text=value.evidence)
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
        _step(signal, by, "Durch neue Daten wieder geöffnet", text=value.evidence)
    elif news:
        _step(signal, by, "An neuen Daten bestätigt", text=value.evidence)
    signal.save()
    return signal


def _mark_gone(signal: Signal, run: Run, by: Author) -> None:
    signal.present = False
    signal.save()
    _step(signal, by, "Nicht mehr auffällig", text=f"In den {run} tritt der Hinweis nicht mehr auf.")


def take_in(*, edition: Edition, signals: tuple[HandledSignal, ...], by: Author) -> None:
    """Keeps signals of a folder as far as people had come with them: the same data say nothing new about them."""
    if not signals:
        return
    known = definitions(edition)
    areas = {area.key: area for area in areas_of(places_of(edition.places.all(), edition.monitor.area))}
    with act("Hinweise eingelesen", by=by, to=subject_of(edition)) as trace:
        for each in signals:
            signal = signal_of(edition, each, known[each.indicator], areas.get(each.area))
            signal.save()
            Step.objects.bulk_create(step_of(signal, step) for step in each.steps)
        trace.new = f"{len(signals)} Hinweise"


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


def keep_proposals(*, run: Run, proposals: Sequence[BreakProposal], by: Author) -> None:
    """Keeps new proposals of breaks, one per indicator and year; what people decided about earlier ones stays.

    Proposals that speak of a source and of no indicator are left out: they cut no series.
    """
    found = {(each.indicator, each.first_year): each for each in reversed(proposals) if each.indicator}
    with act("Reihenbrüche vorgeschlagen", by=by, to=subject_of(run.edition)) as trace:
        rows = ProposedBreak.objects.filter(edition=run.edition)
        rows.update(present=False)
        for (code, year), proposal in found.items():
            ProposedBreak.objects.update_or_create(
                edition=run.edition,
                code=code,
                first_year=year,
                defaults={"run": run, "present": True, "evidence": proposal.evidence},
                create_defaults={
                    "run": run,
                    "name": name_of(run.edition, code),
                    "areas": list(proposal.areas),
                    "evidence": proposal.evidence,
                    "kind": proposal.kind.value,
                },
            )
        trace.new = str(len(found))


def confirm_break(*, proposal: ProposedBreak, words: BreakWords, by: Author) -> None:
    """Confirms for the author's own office; the first writes what changed and by which document, the second agrees.

    With both the break is one of the office's own, and cuts series from the next freezing on.
    """
    with act("Reihenbruch bestätigt", by=by, to=_about(proposal)) as trace:
        if not proposal.voices.exists():
            proposal.kind, proposal.text, proposal.source = words.kind.value, words.text, words.source
        BreakVoice.objects.get_or_create(
            proposal=proposal, office=by.role_label, defaults={"name": by.full_name, "day": localdate()}
        )
        both = proposal.voices.count() == 2
        proposal.stage = BreakStage.ENTERED if both else BreakStage.CONFIRMED
        proposal.save()
        if both:
            known = own_breaks(proposal.edition).get(proposal.code, ())
            breaks = (*known, proposal.to_value())
            add_breaks(edition=proposal.edition, code=proposal.code, breaks=breaks, by=by)
        trace.new = f"{by.role_label}: {proposal.text}"


def reject_break(*, proposal: ProposedBreak, reason: str, by: Author) -> None:
    """Nothing is cut; a confirmation that the other office gave falls."""
    with act("Reihenbruch verworfen", by=by, to=_about(proposal)) as trace:
        proposal.voices.all().delete()
        proposal.stage, proposal.reason = BreakStage.REJECTED, reason
        proposal.save()
        trace.new = reason


def _about(proposal: ProposedBreak) -> Subject:
    return Subject("Reihenbruch", str(proposal.pk), str(proposal))


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
