"""What people do with a signal; every step stays with it."""

from mehrklang.planning import HandledSignal
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.monitors.actions import subject_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.people.models import Account
from mehrklang_web.places.queries import areas_of, places_of
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.signals.carried import signal_of, step_of
from mehrklang_web.signals.models import (
    CLOSED,
    Cause,
    Signal,
    Stage,
    Step,
)


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
        note_step(signal=signal, by=by, did="Gesehen")
        trace.new = signal.addressee


def explain(*, signal: Signal, cause: Cause, text: str, by: Author) -> None:
    """Says what the signal turned out to be; an earlier explanation stays in the history."""
    with act("Hinweis erklärt", by=by, to=_subject(signal)) as trace:
        signal.stage = Stage.EXPLAINED
        signal.save()
        note_step(signal=signal, by=by, did="Erklärt", cause=cause, text=text)
        trace.new = cause.label


def close(*, signal: Signal, decision: str, by: Author) -> None:
    """Nothing more is to be done; the decision says why."""
    with act("Hinweis abgeschlossen", by=by, to=_subject(signal)) as trace:
        trace.old = Stage(signal.stage).label
        signal.stage = Stage.CLOSED
        signal.save()
        note_step(signal=signal, by=by, did=CLOSED, text=decision)
        trace.new = Stage.CLOSED.label


def reopen(*, signal: Signal, reason: str, by: Author) -> None:
    """Somebody has to look again."""
    with act("Hinweis wieder geöffnet", by=by, to=_subject(signal)) as trace:
        trace.old = Stage(signal.stage).label
        signal.stage = Stage.SEEN
        signal.save()
        note_step(signal=signal, by=by, did="Wieder geöffnet", text=reason)
        trace.new = Stage.SEEN.label


def assign(*, signal: Signal, person: Account, by: Author) -> None:
    """Hands the signal to a person, and so to that person's office."""
    with act("Hinweis zugewiesen", by=by, to=_subject(signal)) as trace:
        trace.old = signal.addressee
        signal.person, signal.office = person, person.role
        signal.save()
        note_step(signal=signal, by=by, did="Zugewiesen", text=str(person))
        trace.new = signal.addressee


def note_step(*, signal: Signal, by: Author, did: str, text: str = "", cause: Cause | None = None) -> None:
    """What somebody did with the signal, or what new data did, as a line of its history."""
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
