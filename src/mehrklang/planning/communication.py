"""The communication plan: who gets what, in which form, when, and who sees to it."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mehrklang.planning.timetable import Phase, PlannedPhase


class Circle(StrEnum):
    """Where the addressees are: in the administration, in politics, or in the public."""

    ADMINISTRATION = "verwaltung"
    POLITICS = "politik"
    PUBLIC = "oeffentlichkeit"


class Form(StrEnum):
    """The form in which contents reach somebody."""

    REPORT = "bericht"
    SHORT_REPORT = "kurzbericht"
    PUBLIC_PAGE = "oeffentliche-seite"
    TALK = "vortrag"
    NEWSLETTER = "newsletter"
    PRESS_RELEASE = "pressemitteilung"


class Language(StrEnum):
    """What the addressees need so that they can read it."""

    STANDARD = "standardsprache"
    PLAIN = "einfache-sprache"
    EASY = "leichte-sprache"
    SEVERAL = "mehrsprachig"


class Rhythm(StrEnum):
    """How often an entry comes round."""

    ONCE = "einmalig"
    QUARTERLY = "vierteljaehrlich"
    HALF_YEARLY = "halbjaehrlich"
    YEARLY = "jaehrlich"
    TWO_YEARS = "zweijaehrlich"

    @property
    def months(self) -> int:
        """Months from one time to the next; 0 for once."""
        return _MONTHS[self]


_MONTHS = {Rhythm.ONCE: 0, Rhythm.QUARTERLY: 3, Rhythm.HALF_YEARLY: 6, Rhythm.YEARLY: 12, Rhythm.TWO_YEARS: 24}


@dataclass(frozen=True, slots=True)
class Addressee:
    """A group of addressees (e.g. Sozialausschuss), the form that it prefers, and the office that keeps in touch."""

    key: str
    name: str
    circle: Circle
    form: Form = Form.REPORT
    language: Language = Language.STANDARD
    contact: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What of the monitoring somebody gets: fields of action and indicators (codes); neither means all of it.

    `text` says in words what else belongs to it. A later report takes its choice from here.
    """

    fields: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    text: str = ""

    def holds(self, *, code: str, field: str) -> bool:
        """Whether an indicator of a field belongs to it.

        >>> contents = Contents(fields=("Wohnen",), indicators=("arbeitslosenquote",))
        >>> [contents.holds(code=code, field=field) for code, field in
        ...  [("mieten", "Wohnen"), ("arbeitslosenquote", "Arbeit"), ("einkommen", "Arbeit")]]
        [True, True, False]
        """
        return (not self.fields and not self.indicators) or field in self.fields or code in self.indicators


@dataclass(frozen=True, slots=True)
class PlannedMessage:
    """One entry of the plan: the addressee (key) gets the contents in a form, by a day or by the end of a phase.

    `day` is the first time; with a `rhythm` it comes round. `done` are the days on which it was done, one per time.
    `remind_before`: so many days before, the person responsible is reminded.
    """

    key: str
    title: str
    addressee: str
    contents: Contents
    form: Form
    day: date | None = None
    phase: Phase | None = None
    rhythm: Rhythm = Rhythm.ONCE
    responsible: str = ""
    remind_before: int = 14
    done: tuple[date, ...] = ()
    note: str = ""

    def due(self, timetable: tuple[PlannedPhase, ...]) -> date | None:
        """The day by which it has to be done next; None if there is none (yet, or no more).

        >>> yearly = PlannedMessage("b", "Bericht", "rat", Contents(), Form.REPORT, date(2026, 9, 30),
        ...                         rhythm=Rhythm.YEARLY, done=(date(2026, 10, 2),))
        >>> yearly.due(())
        datetime.date(2027, 9, 30)
        """
        if self.finished:
            return None
        first = self.day or next((each.ends for each in timetable if each.phase is self.phase), None)
        return later(first, self.rhythm.months * len(self.done)) if first else None

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do: it was to be done once, and was."""
        return self.rhythm is Rhythm.ONCE and bool(self.done)


def later(day: date, months: int) -> date:
    """The same day so many months later; in a shorter month its last day.

    >>> later(date(2027, 8, 31), 6)
    datetime.date(2028, 2, 29)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


class Standing(StrEnum):
    """How an entry stands on a day."""

    OVERDUE = "überfällig"
    SOON = "bald fällig"
    AHEAD = "geplant"
    UNDATED = "ohne Termin"
    DONE = "erledigt"


def standing(message: PlannedMessage, timetable: tuple[PlannedPhase, ...], today: date) -> Standing:
    """How an entry stands: on its day it is due soon, the day after it is overdue.

    >>> entry = PlannedMessage("b", "Bericht", "rat", Contents(), Form.REPORT, date(2026, 9, 30), remind_before=14)
    >>> [standing(entry, (), date(2026, 9, day)).value for day in (15, 16, 30)]
    ['geplant', 'bald fällig', 'bald fällig']
    """
    due = message.due(timetable)
    if message.finished:
        return Standing.DONE
    if due is None:
        return Standing.UNDATED
    if due < today:
        return Standing.OVERDUE
    return Standing.SOON if due - timedelta(days=message.remind_before) <= today else Standing.AHEAD


@dataclass(frozen=True, slots=True)
class CommunicationPlan:
    """The addressees and what they get.

    Promise (see `faults`): keys are there once; every entry names an addressee.
    """

    addressees: tuple[Addressee, ...] = ()
    messages: tuple[PlannedMessage, ...] = ()


def faults(plan: CommunicationPlan) -> tuple[str, ...]:
    """What does not hold together, in German.

    >>> faults(CommunicationPlan((), (PlannedMessage("b", "Bericht", "rat", Contents(), Form.REPORT),)))
    ('Der Eintrag „b“ nennt die Zielgruppe „rat“, die es nicht gibt.',)
    """
    groups = [each.key for each in plan.addressees]
    entries = [each.key for each in plan.messages]
    both = [each for each in plan.messages if each.day and each.phase]
    circling = [each for each in plan.messages if each.phase and each.rhythm is not Rhythm.ONCE]
    return (
        *(f"Die Zielgruppe „{key}“ steht mehrmals im Plan." for key in _twice(groups)),
        *(f"Der Eintrag „{key}“ steht mehrmals im Plan." for key in _twice(entries)),
        *(
            f"Der Eintrag „{each.key}“ nennt die Zielgruppe „{each.addressee}“, die es nicht gibt."
            for each in plan.messages
            if each.addressee not in groups
        ),
        *(f"Der Eintrag „{each.key}“ nennt einen Tag und eine Phase; eines von beiden gilt." for each in both),
        *(f"Der Eintrag „{each.key}“ hängt an einer Phase und kann sich nicht wiederholen." for each in circling),
    )


def _twice(keys: list[str]) -> list[str]:
    return sorted({key for key in keys if keys.count(key) > 1})
