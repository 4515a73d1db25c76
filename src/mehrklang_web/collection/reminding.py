"""The letter of a reminder, and whom it goes to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from mehrklang.planning.communication import Standing as Due
from mehrklang_web.collection.expectations import Expectation
from mehrklang_web.collection.standing import Standing
from mehrklang_web.communication.queries import Line
from mehrklang_web.monitors.models import Edition


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """What of an edition somebody is to be reminded of: expected deliveries, and entries of the communication plan."""

    edition: Edition
    deliveries: tuple[Expectation, ...] = ()
    messages: tuple[Line, ...] = ()

    @property
    def addresses(self) -> frozenset[str]:
        """Who asked for reminders."""
        found = {each.address for each in self.deliveries} | {each.address for each in self.messages}
        return frozenset(found - {""})

    @property
    def titles(self) -> tuple[str, ...]:
        """What it is, in words."""
        return (*(each.title for each in self.deliveries), *(each.value.title for each in self.messages))

    def of(self, address: str) -> "Waiting":
        """What goes to one address."""
        deliveries = tuple(each for each in self.deliveries if each.address == address)
        return Waiting(self.edition, deliveries, tuple(each for each in self.messages if each.address == address))


def near(expected: Iterable[Expectation], *, today: date, ahead: int) -> tuple[Expectation, ...]:
    """What is late or due within `ahead` days."""
    last = today + timedelta(days=ahead)
    return tuple(each for each in expected if each.standing.is_open and each.due is not None and each.due <= last)


def to_remind(everything: Iterable[Waiting], reached: Set[str]) -> Mapping[str, tuple[Waiting, ...]]:
    """By address all that it is to be reminded of, edition by edition; who is `reached` has had today's letter."""
    found: defaultdict[str, list[Waiting]] = defaultdict(list)
    for waiting in everything:
        for address in sorted(waiting.addresses - reached):
            found[address].append(waiting.of(address))
    return {address: tuple(parts) for address, parts in found.items()}


def letter_of(parts: Sequence[Waiting]) -> Letter:
    """One letter: for every edition the deliveries, each with the office that holds the data and the day, then what is
    to be told, each with the addressees; the earliest first."""
    return Letter(f"Erinnerung: {told_in_short(parts)}", "\n".join(_section(each) for each in parts))


def told_in_short(parts: Sequence[Waiting]) -> str:
    """How much a letter tells, and how much of it is overdue."""
    deliveries = [each.standing is Standing.LATE for part in parts for each in part.deliveries]
    messages = [each.standing is Due.OVERDUE for part in parts for each in part.messages]
    counts = []
    if deliveries:
        counts.append(f"{len(deliveries)} erwartete Lieferung{'en' if len(deliveries) > 1 else ''}")
    if messages:
        counts.append(f"{len(messages)} {'Einträge' if len(messages) > 1 else 'Eintrag'} im Kommunikationsplan")
    return f"{' und '.join(counts)}, {sum(deliveries) + sum(messages)} überfällig"


def _section(part: Waiting) -> str:
    deliveries = _listed(sorted(part.deliveries, key=lambda each: each.due or date.max))
    messages = _listed(sorted(part.messages, key=lambda each: each.due or date.max))
    text = ""
    if deliveries:
        text += (
            f"Für „{part.edition}“ stehen Lieferungen aus:\n\n{deliveries}\nWas vereinbart ist, steht im Kalender.\n"
        )
    if messages:
        text += "\n" if text else ""
        text += f"Für „{part.edition}“ ist weiterzugeben:\n\n{messages}\n"
        text += "Ist etwas erledigt, vermerken Sie es bitte im Kommunikationsplan.\n"
    return text


def _listed(waiting: Sequence[Expectation | Line]) -> str:
    return "".join(f"- {line}\n" for line in _lines(waiting))


def _lines(waiting: Sequence[Expectation | Line]) -> Iterator[str]:
    for each in waiting:
        until = f"bis {each.due:%d.%m.%Y}" if each.due else "ohne Tag"
        if isinstance(each, Expectation):
            holder = f", {each.holder}" if each.holder else ""
            yield f"{each.title}{holder}: {until} ({each.standing.value.word})"
        else:
            yield f"{each.value.title} für {each.addressee}: {until} ({each.standing.value})"
