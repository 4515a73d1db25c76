"""The plan of an edition as a value and as a calendar."""

from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify

from mehrklang.planning import CommunicationPlan
from mehrklang.planning.communication import PlannedMessage, Standing, standing
from mehrklang_web.communication.models import KeptAddressee, KeptMessage
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import timetable_of


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the plan as it stands today."""

    number: int
    addressee: str
    value: PlannedMessage
    due: date | None
    standing: Standing


ORDER = (Standing.OVERDUE, Standing.SOON, Standing.AHEAD, Standing.UNDATED, Standing.DONE)


def plan_of(edition: Edition) -> CommunicationPlan:
    """The library's value."""
    groups, messages = KeptAddressee.objects.filter(edition=edition), KeptMessage.objects.filter(edition=edition)
    return CommunicationPlan(tuple(each.to_value() for each in groups), tuple(each.to_value() for each in messages))


def addressees(edition: Edition) -> list[KeptAddressee]:
    """The groups in their order."""
    return list(KeptAddressee.objects.filter(edition=edition).prefetch_related("messages"))


def lines(edition: Edition, today: date) -> tuple[Line, ...]:
    """All entries: overdue ones first, then by their day; those without a day and those that are done last."""
    timetable = timetable_of(edition)
    found = [
        Line(row.pk, str(row.addressee), value, value.due(timetable), standing(value, timetable, today))
        for row in KeptMessage.objects.filter(edition=edition).select_related("addressee")
        for value in [row.to_value()]
    ]
    return tuple(sorted(found, key=lambda each: (ORDER.index(each.standing), each.due or date.max, each.number)))


def due(edition: Edition, today: date) -> tuple[Line, ...]:
    """What is overdue, or so near that its reminder falls: tasks for the overview."""
    return tuple(each for each in lines(edition, today) if each.standing in (Standing.OVERDUE, Standing.SOON))


def new_key(edition: Edition, name: str) -> str:
    """A key that neither a group nor an entry of the edition has."""
    taken = {
        *KeptAddressee.objects.filter(edition=edition).values_list("key", flat=True),
        *KeptMessage.objects.filter(edition=edition).values_list("key", flat=True),
    }
    base = slugify(name)[:50] or "eintrag"
    return next(key for at in range(1, len(taken) + 2) if (key := base if at == 1 else f"{base}-{at}") not in taken)
