"""What waits for an account: gathered once from the rooms, told by what its role may do."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from mehrklang.planning import Remark
from mehrklang.vocabulary.german import sentence
from mehrklang_web.agreements.queries import MatterView, matters, remarks_of
from mehrklang_web.collection.expectations import Expectation
from mehrklang_web.collection.queries import late
from mehrklang_web.communication.queries import Line as PlanLine
from mehrklang_web.communication.queries import due
from mehrklang_web.deliveries.models import Trial
from mehrklang_web.deliveries.queries import waiting
from mehrklang_web.guidance.queries import OpenQuestion, open_questions
from mehrklang_web.interpretation.queries import Line
from mehrklang_web.interpretation.standing import Standing
from mehrklang_web.monitors.models import Edition, Phase
from mehrklang_web.monitors.queries import PhaseView, phases_of
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may, may_in
from mehrklang_web.results.models import Run
from mehrklang_web.signals.models import Signal
from mehrklang_web.signals.queries import Missed, missed_targets, still_open, waits_for
from mehrklang_web.workplace.first_steps import FirstStep, first_steps, next_for

_NAMED = 2
"""So many matters that wait for a signature are named; the others are counted."""
_SINGLE = 3
"""So many interpretations of one standing are a step each; more of them are told together."""
_TEXTS = (
    (
        Standing.STALE,
        "Die Daten haben sich geändert: Interpretation erneuern.",
        "veraltete Interpretationen erneuern",
    ),
    (Standing.MISSING, "Interpretation schreiben.", "Interpretationen schreiben"),
    (Standing.OPEN, "Interpretation lesen und unterschreiben.", "Interpretationen lesen und unterschreiben"),
)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that waits for the account."""

    title: str
    text: str
    address: str


class Facts:
    """What the rooms say about an edition today; each is asked once, and only if somebody wants to know."""

    def __init__(self, edition: Edition, lines: tuple[Line, ...], run: Run | None, *, is_overtaken: bool) -> None:
        self.edition, self.lines, self.run, self.is_overtaken = edition, lines, run, is_overtaken
        self.today = timezone.localdate()

    @cached_property
    def first(self) -> tuple[FirstStep, ...]:
        """The first steps, as long as there are no results or the edition is at its concept and one of them is open."""
        if self.run is not None and self.edition.phase != Phase.CONCEPT:
            return ()
        steps = first_steps(self.edition)
        return steps if self.run is None or not all(each.done for each in steps) else ()

    @cached_property
    def phases(self) -> tuple[PhaseView, ...]:
        """The phases with their plan."""
        return phases_of(self.edition, self.today)

    @cached_property
    def trials(self) -> list[Trial]:
        """Files that can be accepted."""
        return [each for each in waiting(self.edition) if each.usable]

    @cached_property
    def late(self) -> tuple[Expectation, ...]:
        """Expected deliveries whose day has passed."""
        return tuple(late(self.edition, self.today))

    @cached_property
    def signals(self) -> list[Signal]:
        """Signals of the early warning that nobody has closed."""
        return list(still_open(self.edition))

    @cached_property
    def undecided(self) -> tuple[OpenQuestion, ...]:
        """Questions of the concept that are answered with "noch nicht entschieden"."""
        return open_questions(self.edition)

    @cached_property
    def messages(self) -> tuple[PlanLine, ...]:
        """What the communication plan asks for now."""
        return due(self.edition, self.today)

    @cached_property
    def missed(self) -> tuple[Missed, ...]:
        """Missed targets that still lack reason or decision."""
        return tuple(each for each in missed_targets(self.edition) if not each.settled)

    @cached_property
    def unsigned(self) -> tuple[MatterView, ...]:
        """Matters on which an office has to say something, as soon as there is a core set."""
        return tuple(each for each in matters(self.edition) if each.open_for) if self.lines else ()

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """Remarks that wait for one of the two offices."""
        return tuple(value for each in remarks_of(self.edition) if (value := each.to_value()).waiting_for)


def steps_for(account: Account, facts: Facts) -> Iterator[Step]:
    """Everything, for one account; for one that is not saved, what waits for everybody of its role."""
    if may(account, Right.SEE_SOURCES) and (first := next_for(account.role_label, facts.first)):
        yield Step(first.title, first.text, first.address)
    yield from _deliveries(account, facts)
    if may(account, Right.ANSWER_CONCEPT):
        yield from _planning(facts)
    if number := sum(waits_for(each, account) for each in facts.signals):
        many = f"{number} Hinweise" if number > 1 else "Ein Hinweis"
        yield Step(f"{many} der Frühwarnung", "Ansehen, erklären, abschließen.", f"{reverse('signals:list')}?fuer=mich")
    if may(account, Right.CLOSE_SIGNALS):
        yield from _missed(facts)
    if may(account, Right.SIGN_TARGET):
        yield from _signatures(account, facts)
        yield from _remarks(account, facts)
    for standing, each_text, many in _TEXTS:
        yield from _interpretations([line for line in facts.lines if _asks(account, line, standing)], each_text, many)


def _deliveries(account: Account, facts: Facts) -> Iterator[Step]:
    if may(account, Right.FREEZE_RESULTS) and facts.is_overtaken and facts.lines:
        text = "Eine Lieferung ist da; berechnet ist noch nichts."
        text = "Seit dem letzten Festhalten sind Lieferungen hinzugekommen." if facts.run else text
        yield Step("Ergebnisse festhalten", text, f"{reverse('workplace:overview')}#ergebnisse")
    if may(account, Right.ACCEPT_DELIVERY):
        for trial in facts.trials:
            address = reverse("deliveries:trial", args=[trial.pk])
            yield Step(f"Lieferung „{trial.name}“ übernehmen", f"Geprüft von {trial.who}.", address)
    if may(account, Right.KEEP_SOURCES):
        for each in facts.late:
            day = f"{each.due:%d.%m.%Y}" if each.due else ""
            text = f"Erwartet bis {day}, überfällig: nachfragen oder den neuen Tag vermerken."
            yield Step(each.title, text, reverse("collection:expectation", args=[each.number]))


def _planning(facts: Facts) -> Iterator[Step]:
    """What is not decided yet in the concept, and what the communication plan asks for now."""
    for each in facts.undecided:
        text = f"Noch nicht entschieden. {sentence(each.point.text)}".strip()
        yield Step(each.question.title, text, reverse("guidance:question", args=[each.question.key]))
    for line in facts.messages:
        day = f" ({line.due:%d.%m.%Y})" if line.due else ""
        told = f" Erinnert am {line.reminded:%d.%m.%Y}." if line.reminded else ""
        text = f"{line.standing.value.capitalize()}{day}: {line.addressee}.{told}"
        yield Step(line.value.title, text, reverse("communication:plan"))


def _missed(facts: Facts) -> Iterator[Step]:
    """Missed targets of which reason or decision is not recorded yet."""
    for each in facts.missed:
        asked = "Entscheidung festhalten" if each.record else "Grund und Entscheidung festhalten"
        yield Step(each.name, f"Ziel {each.year} verfehlt: {asked}.", each.address)


def _signatures(account: Account, facts: Facts) -> Iterator[Step]:
    """One step for all that lacks the signature of the account's office."""
    open_here = [each for each in facts.unsigned if account.role_label in each.open_for]
    if not open_here:
        return
    named = [f"{each.matter.kind.label} {each.name}" if each.matter.code else each.name for each in open_here[:_NAMED]]
    more = len(open_here) - _NAMED
    text = "; ".join([*named, f"{more} weitere"] if more > 0 else named)
    title = "Eine Vereinbarung" if len(open_here) == 1 else f"{len(open_here)} Vereinbarungen"
    yield Step(f"{title} lesen und unterschreiben", f"{text}.", reverse("agreements:overview"))


def _remarks(account: Account, facts: Facts) -> Iterator[Step]:
    """One step for all remarks that wait for the account's office."""
    mine = [each for each in facts.remarks if account.role_label in each.waiting_for]
    if mine:
        title = "Eine Anmerkung" if len(mine) == 1 else f"{len(mine)} Anmerkungen"
        text = "Sie stehen mit allem anderen Offenen auf der Tagesordnung der beiden Stellen."
        yield Step(f"{title} beantworten oder abschließen", text, reverse("agenda:points"))


def _asks(account: Account, line: Line, standing: Standing) -> bool:
    """Whether the indicator's interpretation stands so, and it is for the account to do something about it."""
    if line.result is None or line.standing is not standing:
        return False
    if standing is Standing.OPEN:
        return account.role_label in line.open_offices
    return may_in(account, Right.INTERPRET, line.field)


def _interpretations(found: list[Line], text: str, many: str) -> Iterator[Step]:
    """Few indicators one by one, many of them as one step that leads to the list of them."""
    if len(found) > _SINGLE:
        named = "; ".join([*(line.name for line in found[:_NAMED]), f"{len(found) - _NAMED} weitere"])
        query = urlencode({"deutung": found[0].standing.value.word})
        yield Step(f"{len(found)} {many}", f"{named}.", f"{reverse('interpretation:indicators')}?{query}")
        return
    for line in found:
        yield Step(line.name, text, reverse("interpretation:indicator", args=[line.chosen.code]))
