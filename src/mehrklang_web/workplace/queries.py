"""What the overview says about an edition, and the next steps of an account."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from mehrklang_web.collection.queries import late
from mehrklang_web.communication.queries import due
from mehrklang_web.deliveries.queries import waiting
from mehrklang_web.guidance.queries import open_questions
from mehrklang_web.interpretation.queries import Line, lines
from mehrklang_web.interpretation.standing import Standing
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import PhaseView, phases_of
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may
from mehrklang_web.results.models import Run
from mehrklang_web.results.queries import latest_run, overtaken
from mehrklang_web.signals.queries import open_for
from mehrklang_web.ui.states import State, every_state


@dataclass(frozen=True, slots=True)
class Step:
    """Something that waits for the account."""

    title: str
    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many indicators are in a state."""

    state: State
    count: int
    query: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the page shows.

    Promise: the counts of `states` and `without_value` add up to the number of `lines`.
    """

    edition: Edition
    phases: tuple[PhaseView, ...]
    lines: tuple[Line, ...]
    states: tuple[Tally, ...]
    without_value: int
    standings: tuple[Tally, ...]
    run: Run | None
    overtaken: bool
    steps: tuple[Step, ...]


def overview(edition: Edition, account: Account) -> Overview:
    """The edition as this account sees it."""
    found = tuple(lines(edition, working_values=may(account, Right.SEE_WORKING_VALUES)))
    run = latest_run(edition)
    is_overtaken = overtaken(edition, run)
    return Overview(
        edition=edition,
        phases=phases_of(edition, timezone.localdate()),
        lines=found,
        states=_states(found),
        without_value=sum(not line.shown for line in found),
        standings=_standings(found),
        run=run,
        overtaken=is_overtaken,
        steps=tuple(_steps(edition, account, found, is_overtaken=is_overtaken)),
    )


def _states(found: tuple[Line, ...]) -> tuple[Tally, ...]:
    counts = Counter(line.result.state for line in found if line.shown and line.result)
    return tuple(Tally(state, counts[kept], kept) for kept, state in every_state())


def _standings(found: tuple[Line, ...]) -> tuple[Tally, ...]:
    counts = Counter(line.standing for line in found if line.result)
    return tuple(Tally(stands.value, counts[stands]) for stands in reversed(Standing))


def _steps(edition: Edition, account: Account, found: tuple[Line, ...], *, is_overtaken: bool) -> Iterator[Step]:
    if may(account, Right.FREEZE_RESULTS) and is_overtaken:
        yield Step(
            "Ergebnisse festhalten", "Seit dem letzten Festhalten sind Lieferungen hinzugekommen.", "#ergebnisse"
        )
    if may(account, Right.ACCEPT_DELIVERY):
        for trial in filter(lambda each: each.usable, waiting(edition)):
            address = reverse("deliveries:trial", args=[trial.pk])
            yield Step(f"Lieferung „{trial.name}“ übernehmen", f"Geprüft von {trial.who}.", address)
    if may(account, Right.KEEP_SOURCES):
        for each in late(edition, timezone.localdate()):
            due = f"{each.due:%d.%m.%Y}" if each.due else ""
            text = f"Erwartet bis {due}, überfällig: nachfragen oder den neuen Tag vermerken."
            yield Step(each.title, text, reverse("collection:expectation", args=[each.number]))
    if may(account, Right.ANSWER_CONCEPT):
        yield from _concept_steps(edition)
    if waiting_signals := len(open_for(account)):
        many = f"{waiting_signals} Hinweise" if waiting_signals > 1 else "Ein Hinweis"
        yield Step(f"{many} der Frühwarnung", "Ansehen, erklären, abschließen.", f"{reverse('signals:list')}?fuer=mich")
    for line in found:
        if line.result is not None:
            yield from _interpretation_steps(account, line)
            yield from _target_steps(account, line)


def _concept_steps(edition: Edition) -> Iterator[Step]:
    """What is not decided yet in the concept, and what the communication plan asks for now."""
    for each in open_questions(edition):
        text = f"Noch nicht entschieden. {each.point.text}".strip()
        yield Step(each.question.title, text, reverse("guidance:question", args=[each.question.key]))
    for line in due(edition, timezone.localdate()):
        day = f" ({line.due:%d.%m.%Y})" if line.due else ""
        text = f"{line.standing.value.capitalize()}{day}: {line.addressee}."
        yield Step(line.value.title, text, reverse("communication:plan"))


def _interpretation_steps(account: Account, line: Line) -> Iterator[Step]:
    address = reverse("interpretation:indicator", args=[line.chosen.code])
    if line.standing is Standing.STALE and may(account, Right.INTERPRET):
        yield Step(line.name, "Die Daten haben sich geändert: Interpretation erneuern.", address)
    if line.standing is Standing.MISSING and may(account, Right.INTERPRET):
        yield Step(line.name, "Interpretation schreiben.", address)
    if line.standing is Standing.OPEN and account.role_label in line.open_offices:
        yield Step(line.name, "Interpretation lesen und unterschreiben.", address)


def _target_steps(account: Account, line: Line) -> Iterator[Step]:
    agreed = getattr(line.chosen, "agreed_target", None)
    if agreed is None or agreed.holds or not may(account, Right.SIGN_TARGET):
        return
    if account.role_label not in {signature.office for signature in agreed.signatures.all()}:
        address = reverse("selection:indicator", args=[line.chosen.code])
        yield Step(line.name, "Zielwert lesen und unterschreiben.", address)
