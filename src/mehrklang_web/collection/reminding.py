"""The letter of a reminder, and whom it goes to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from mehrklang_web.collection.expectations import Expectation
from mehrklang_web.collection.standing import Standing


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail."""

    subject: str
    text: str


def to_remind(
    expected: Iterable[Expectation], reminded: frozenset[int], *, today: date, ahead: int
) -> Mapping[str, tuple[Expectation, ...]]:
    """What is late or due within `ahead` days, by the address that asked for reminders; the numbers in `reminded` have
    had theirs today."""
    found: defaultdict[str, list[Expectation]] = defaultdict(list)
    for each in expected:
        is_near = each.standing.is_open and each.due is not None and each.due <= today + timedelta(days=ahead)
        if is_near and each.address and each.number not in reminded:
            found[each.address].append(each)
    return {address: tuple(waiting) for address, waiting in found.items()}


def letter_of(edition: str, waiting: Sequence[Expectation]) -> Letter:
    """Late ones first, each with the office that holds the data and the day."""
    late = sum(each.standing is Standing.LATE for each in waiting)
    ordered = sorted(waiting, key=lambda each: each.due or date.max)
    lines = "\n".join(f"- {_line(each)}" for each in ordered)
    subject = f"Erinnerung: {len(waiting)} erwartete Lieferung{'en' if len(waiting) > 1 else ''}, {late} überfällig"
    return Letter(
        subject, f"Für „{edition}“ stehen Lieferungen aus:\n\n{lines}\n\nWas vereinbart ist, steht im Kalender.\n"
    )


def _line(each: Expectation) -> str:
    due = f"bis {each.due:%d.%m.%Y}" if each.due else "ohne Tag"
    holder = f", {each.holder}" if each.holder else ""
    return f"{each.title}{holder}: {due} ({each.standing.value.word})"
