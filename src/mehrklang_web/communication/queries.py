"""The plan of an edition as a value and as a calendar."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.text import slugify

from mehrklang.planning import CommunicationPlan, PlannedPhase
from mehrklang.planning.communication import PlannedMessage, Standing, standing
from mehrklang_web.communication.models import KeptAddressee, KeptMessage, MessageReminder
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import timetable_of


@dataclass(frozen=True, slots=True)
class Line:
    """An entry of the plan as it stands today; reminders go to `address` ("": to nobody), the last one went on
    `reminded`."""

    number: int
    addressee: str
    value: PlannedMessage
    due: date | None
    standing: Standing
    address: str = ""
    reminded: date | None = None

    @property
    def remind_from(self) -> date | None:
        """The first day on which somebody is reminded; None while there is no day by which it is due."""
        return self.due - timedelta(days=self.value.remind_before) if self.due else None


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
    told = dict(MessageReminder.objects.filter(edition=edition).values_list("key", "day"))
    found = [
        _line(row, timetable, today, told.get(row.key))
        for row in KeptMessage.objects.filter(edition=edition).select_related("addressee")
    ]
    return tuple(sorted(found, key=lambda each: (ORDER.index(each.standing), each.due or date.max, each.number)))


def _line(row: KeptMessage, timetable: tuple[PlannedPhase, ...], today: date, reminded: date | None) -> Line:
    value = row.to_value()
    stands = standing(value, timetable, today)
    return Line(row.pk, str(row.addressee), value, value.due(timetable), stands, row.address, reminded)


def addresses(edition: Edition) -> dict[str, str]:
    """Where reminders go, by the key of the entry."""
    rows = KeptMessage.objects.filter(edition=edition).exclude(address="")
    return dict(rows.values_list("key", "address"))


def reached_on(day: date) -> frozenset[str]:
    """The addresses that got a letter about an entry of any plan that day."""
    return frozenset(MessageReminder.objects.filter(day=day).values_list("address", flat=True))


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
