"""The calendar as an iCalendar file (RFC 5545): one whole-day event per expected delivery."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from mehrklang_web.collection.expectations import Expectation

_LONGEST = 75
"""Octets of a line, without its end (RFC 5545, 3.1)."""


def render(expected: Iterable[Expectation], *, name: str, stamp: datetime) -> str:
    """The file; expectations without a day cannot stand in a calendar and are left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mehrklang//Kalender//DE", f"X-WR-CALNAME:{escaped(name)}"]
    for each in expected:
        if each.due is not None:
            lines.extend(_event(each, each.due, stamp))
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(each: Expectation, due: date, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:erwartet-{each.number}@mehrklang"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{each.title} ({each.standing.value.word})')}"
    if each.holder:
        yield f"DESCRIPTION:{escaped(f'Datenhaltende Stelle: {each.holder}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    r"""Text as a property value (RFC 5545, 3.3.11).

    >>> print(escaped("Land, Amt; Stand"))
    Land\, Amt\; Stand
    """
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\\n").replace("\n", "\\n")


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets; the next piece begins with a blank, and no letter is cut in two.

    >>> [len(part.encode()) for part in folded("Ä" * 80).split(chr(13) + chr(10))]
    [74, 75, 13]
    """
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > _LONGEST:
            pieces.append(piece)
            piece = " "
        piece += letter
    return "\r\n".join((*pieces, piece))
