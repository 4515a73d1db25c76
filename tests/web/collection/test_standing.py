"""How an expected delivery stands: against a table of all that can have happened."""

from datetime import UTC, date, datetime

import pytest

from mehrklang.catalogue import Cadence, Supply
from mehrklang.planning.communication import Contents, Form, PlannedMessage
from mehrklang.planning.communication import Standing as Due
from mehrklang.vocabulary import Period
from mehrklang_web.collection.expectations import Expectation
from mehrklang_web.collection.ical import render
from mehrklang_web.collection.models import Step
from mehrklang_web.collection.reminding import Waiting, letter_of, near, to_remind
from mehrklang_web.collection.standing import Standing, Word, due_day, has_arrived, standing_of
from mehrklang_web.communication.queries import Line
from mehrklang_web.monitors.models import Edition, Monitor

DUE, BEFORE, AFTER, PROMISED = date(2026, 7, 15), date(2026, 7, 15), date(2026, 7, 16), date(2026, 9, 1)
ASK, PROMISE = Word(Step.Kind.ASKED), Word(Step.Kind.PROMISED, PROMISED)
REFUSE, COME = Word(Step.Kind.REFUSED), Word(Step.Kind.ARRIVED)


@pytest.mark.parametrize(
    ("words", "arrived", "today", "expected"),
    [
        ([], False, BEFORE, Standing.PLANNED),
        ([], False, AFTER, Standing.LATE),
        ([ASK], False, BEFORE, Standing.ASKED),
        ([ASK], False, AFTER, Standing.LATE),
        ([ASK, PROMISE], False, AFTER, Standing.PROMISED),
        ([ASK, PROMISE], False, date(2026, 9, 1), Standing.PROMISED),
        ([ASK, PROMISE], False, date(2026, 9, 2), Standing.LATE),
        ([ASK, PROMISE, ASK], False, AFTER, Standing.ASKED),
        ([ASK, REFUSE], False, AFTER, Standing.REFUSED),
        ([ASK, REFUSE, ASK], False, AFTER, Standing.LATE),
        ([COME], False, AFTER, Standing.ARRIVED),
        ([REFUSE], True, AFTER, Standing.ARRIVED),
        ([], True, AFTER, Standing.ARRIVED),
    ],
)
def test_the_last_word_counts_unless_the_delivery_has_come_or_the_day_has_passed(words, arrived, today, expected):
    assert standing_of(words, arrived=arrived, due=DUE, today=today) is expected


def test_without_a_day_nothing_is_late():
    assert standing_of([ASK], arrived=False, due=None, today=date(2099, 1, 1)) is Standing.ASKED


def test_a_promise_counts_before_the_expected_day():
    assert (due_day([ASK], DUE), due_day([PROMISE, ASK], DUE), due_day([], None)) == (DUE, PROMISED, None)


@pytest.mark.parametrize(
    ("expected", "came", "cadence", "answer"),
    [
        ("2025", "2025", None, True),
        ("2025", "2024", Cadence.YEARLY, False),
        ("2025", "2025-12-31", Cadence.YEARLY, True),
        ("2025-12-31", "2025", Cadence.YEARLY, True),
        ("2025", "2025-12-31", Cadence.HALF_YEARLY, False),
        ("2025-Q1", "2025", Cadence.YEARLY, False),
    ],
)
def test_a_year_and_its_reference_date_are_one_only_of_a_yearly_source(expected, came, cadence, answer):
    arrived = frozenset({Period.parse(came)})
    assert has_arrived(Period.parse(expected), arrived, Supply(cadence=cadence)) is answer


def expected(number, due, standing, address="amt@example.org"):
    period = Period.parse("2025")
    return Expectation(number, "q", "Quelle; A, B", "Amt", "", address, period, due, standing)


def test_near_is_what_is_open_and_late_or_due_within_the_days_ahead():
    every = [
        expected(1, date(2026, 7, 1), Standing.LATE),
        expected(2, date(2026, 7, 17), Standing.ASKED),
        expected(3, date(2026, 7, 18), Standing.ASKED),
        expected(4, None, Standing.ASKED),
        expected(5, date(2026, 7, 1), Standing.ARRIVED),
    ]
    assert [each.number for each in near(every, today=date(2026, 7, 10), ahead=7)] == [1, 2]


def entry(title, due, address="amt@example.org", standing=Due.SOON):
    value = PlannedMessage(title.lower(), title, "rat", Contents(), Form.REPORT, due)
    return Line(1, "Rat", value, due, standing, address)


def test_reminded_is_everybody_with_an_address_once_about_all_editions_unless_reached_today():
    """One letter per address; without an address there is none."""
    first, second = (Edition(label=label, monitor=Monitor(title="Probe")) for label in ("2025", "2026"))
    deliveries = tuple(
        expected(number, date(2026, 7, number), Standing.LATE, address=address)
        for number, address in ((2, "amt@example.org"), (1, "amt@example.org"), (3, ""), (4, "schon@example.org"))
    )
    messages = (entry("Bericht", date(2026, 7, 9), standing=Due.OVERDUE), entry("Vortrag", date(2026, 7, 12), ""))
    everything = [Waiting(first, deliveries), Waiting(second, (), messages)]
    found = to_remind(everything, {"schon@example.org"})
    assert {to: [part.titles for part in parts] for to, parts in found.items()} == {
        "amt@example.org": [("Quelle; A, B, 2025",) * 2, ("Bericht",)]
    }
    letter = letter_of(found["amt@example.org"])
    assert letter.subject == "Erinnerung: 2 erwartete Lieferungen und 1 Eintrag im Kommunikationsplan, 3 überfällig"
    assert letter.text.index("bis 01.07.2026 (überfällig)") < letter.text.index("bis 02.07.2026")
    assert "Quelle; A, B, 2025, Amt: bis 01.07.2026 (überfällig)" in letter.text
    assert f"Für „{second}“ ist weiterzugeben:\n\n- Bericht für Rat: bis 09.07.2026 (überfällig)" in letter.text


def test_the_calendar_file_has_one_whole_day_per_delivery_and_no_line_above_75_octets():
    stamp = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    text = render([expected(1, DUE, Standing.ASKED), expected(2, None, Standing.ASKED)], name="Ä" * 99, stamp=stamp)
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 1
    assert {"DTSTART;VALUE=DATE:20260715", "DTEND;VALUE=DATE:20260716", "DTSTAMP:20260102T030405Z"} <= set(lines)
    assert "SUMMARY:Quelle\\; A\\, B\\, 2025 (angefragt)" in lines
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
