"""Where an edition stands for everybody: what is late, and which role has how many steps to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from mehrklang.planning.communication import Standing as Due
from mehrklang_web.people.models import Account, Role
from mehrklang_web.workplace.steps import Facts, steps_for


@dataclass(frozen=True, slots=True)
class Late:
    """Something whose day has passed, since when, and who sees to it ("": nobody is named)."""

    title: str
    since: str
    who: str
    address: str


@dataclass(frozen=True, slots=True)
class RoleSteps:
    """How many steps wait for a role, and the first of them."""

    role: Role
    count: int
    first: str


def what_is_late(facts: Facts) -> Iterator[Late]:
    """The phase, expected deliveries, undecided questions and messages whose day has passed, in this order."""
    for phase in facts.phases:
        if phase.days_late and phase.planned:
            title, planned = f"Phase {phase.phase.label}", phase.planned
            yield Late(title, _since(planned.ends, facts.today), planned.responsible, reverse("monitors:timetable"))
    for each in facts.late:
        address = reverse("collection:expectation", args=[each.number])
        yield Late(f"Lieferung {each.title}", _since(each.due, facts.today), each.responsible, address)
    yield from _late_words(facts)


def _late_words(facts: Facts) -> Iterator[Late]:
    """What was to be decided or told by a day that has passed."""
    for asked in facts.undecided:
        until = asked.point.until
        if until and until < facts.today:
            address = reverse("guidance:question", args=[asked.question.key])
            yield Late(f"Frage „{asked.question.title}“", _since(until, facts.today), asked.point.responsible, address)
    for line in facts.messages:
        if line.standing is Due.OVERDUE:
            since = _since(line.due, facts.today)
            yield Late(line.value.title, since, line.value.responsible, reverse("communication:plan"))


def _since(day: date | None, today: date) -> str:
    """As it is told: since which day, how many days that is.

    >>> _since(date(2026, 3, 1), date(2026, 3, 2))
    'seit 01.03.2026, 1 Tag'
    """
    if day is None:
        return "überfällig"
    days = (today - day).days
    return f"seit {day:%d.%m.%Y}, {days} {'Tag' if days == 1 else 'Tage'}"


def steps_by_role(facts: Facts) -> Iterator[RoleSteps]:
    """For every role that works on the edition what waits for it, whoever has that role."""
    for role in (Role.COORDINATION, Role.STATISTICS, Role.DEPARTMENT):
        found = list(steps_for(Account(role=role), facts))
        yield RoleSteps(role, len(found), f"{found[0].title}: {found[0].text}" if found else "")
