"""The first steps of an edition in their order, each with what is done: from an empty edition to its first results."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse

from mehrklang.planning import Concept
from mehrklang.planning.candidate import CORE_LIMIT, CORE_USUAL
from mehrklang.planning.questions import questions
from mehrklang.planning.starting_point import StartingPoint
from mehrklang_web.agreements.queries import matters
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.deliveries.queries import in_use
from mehrklang_web.guidance.queries import concept_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.people.models import Account, Role
from mehrklang_web.places.models import Place
from mehrklang_web.selection.queries import candidates, chosen


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One step; `done` says whether it is behind, `text` how far it is, `who` whose it is, `ready` whether it can be
    done yet.
    """

    title: str
    text: str
    who: str
    address: str
    done: bool
    ready: bool = True


def first_steps(edition: Edition) -> tuple[FirstStep, ...]:
    """All of them in their order; `next_for` says which one comes next for whom."""
    return (*_frame(edition), *_parts(edition), *_planning(edition), *_agreeing(edition))


def next_for(role: str, steps: Iterable[FirstStep]) -> FirstStep | None:
    """The first step that is open, can be done and is the role's (its label): nobody waits for another office without
    need.
    """
    return next((each for each in steps if each.ready and not each.done and role in each.who), None)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def offices_without_account() -> str:
    """The offices that nobody can log in for, in words; "" if both have somebody."""
    offices = (Role.COORDINATION, Role.STATISTICS)
    kept = set(Account.objects.filter(is_active=True, role__in=offices).values_list("role", flat=True))
    return " und ".join(office.label for office in offices if office not in kept)


def _frame(edition: Edition) -> Iterator[FirstStep]:
    missing = offices_without_account()
    text = f"Es fehlt ein Konto für {missing}." if missing else "Koordination und Statistik haben Konten."
    address = reverse("people:own_account")
    yield FirstStep("Beide Ämter haben ein Konto", text, "Administration", address, not missing)
    phases = edition.timetable.count()
    text = "Tage und Zuständige lassen sich jederzeit ändern." if phases else "Noch ist nichts geplant."
    title = "Ein Zeitplan liegt vor" if phases else "Zeitplan aufstellen"
    yield FirstStep(title, text, Role.COORDINATION.label, reverse("monitors:timetable"), phases > 0)


def _parts(edition: Edition) -> Iterator[FirstStep]:
    """A large city looks at its parts: they have to be entered first."""
    if edition.begun_with is StartingPoint.LARGE_CITY:
        count = Place.objects.filter(parent=edition.monitor.area).count()
        text = "Stadtteile oder Bezirke einlesen, mit Grenzen für Karten."
        text = f"{_counted(count, 'Teilraum', 'Teilräume')}." if count else text
        address = reverse("places:register")
        yield FirstStep("Teilräume einlesen", text, Role.STATISTICS.label, address, count > 0)


def _concept(concept: Concept) -> FirstStep:
    """Behind as soon as nobody has left out a needed question. "Noch nicht entschieden" is an answer: it has become a
    point of the agenda and holds nothing up.
    """
    unasked, undecided = sum(each.needed for each in concept.unanswered), len(concept.undecided)
    text = f"{len(concept.current)} von {len(questions())} Fragen beantwortet"
    text += f", {undecided} davon noch nicht entschieden (auf der Tagesordnung)" if undecided else ""
    text += f", {unasked} nötige noch offen." if unasked else "."
    who = f"{Role.COORDINATION.label}, {Role.STATISTICS.label}"
    return FirstStep("Konzept beantworten", text, who, reverse("guidance:overview"), not unasked)


def _planning(edition: Edition) -> Iterator[FirstStep]:
    yield _concept(concept_of(edition))
    goals = len(goals_of(edition))
    text = "Ziele lassen sich eintragen oder aus einer Tabelle übernehmen."
    text = f"{_counted(goals, 'Ziel', 'Ziele')}." if goals else text
    yield FirstStep("Ziele eintragen", text, Role.COORDINATION.label, reverse("goals:tree"), goals > 0)
    core = sum(each.core for each in chosen(edition))
    weighed = _counted(len(candidates(edition)), "Kandidat", "Kandidaten")
    text = f"{weighed}, {core} im Kernset; üblich sind {CORE_USUAL} bis {CORE_LIMIT}."
    address = reverse("weighing:table")
    yield FirstStep("Indikatoren wägen und wählen", text, Role.COORDINATION.label, address, core >= CORE_USUAL)


def _agreeing(edition: Edition) -> Iterator[FirstStep]:
    found = matters(edition)
    signed = sum(each.holds for each in found)
    has_core = any(each.core for each in chosen(edition))
    told = f"{signed} von {len(found)} Vereinbarungen haben beide Ämter unterschrieben."
    text = told if has_core else "Sobald ein Kernset gewählt ist, unterschreiben es beide Ämter."
    who = f"{Role.COORDINATION.label}, {Role.STATISTICS.label}"
    done = bool(found) and signed == len(found) and has_core
    yield FirstStep("Kernset unterschreiben", text, who, reverse("agreements:overview"), done, has_core)
    deliveries = len(in_use(edition))
    text = "Noch keine Daten; der Kalender sagt, was erwartet wird."
    text = f"{_counted(deliveries, 'Lieferung', 'Lieferungen')}." if deliveries else text
    address = reverse("collection:calendar") if not deliveries else reverse("deliveries:list")
    yield FirstStep("Daten erheben", text, Role.STATISTICS.label, address, deliveries > 0)
