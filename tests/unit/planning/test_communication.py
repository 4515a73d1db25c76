"""The communication plan: when what is due, and how it stands."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.planning import CommunicationPlan, Phase, PlannedPhase
from mehrklang.planning.communication import (
    Addressee,
    Circle,
    Contents,
    Form,
    PlannedMessage,
    Rhythm,
    Standing,
    faults,
    later,
    standing,
)

DAY = date(2026, 9, 30)
TIMETABLE = (PlannedPhase(Phase.REPORT, date(2026, 10, 1), date(2026, 11, 15)),)


def entry(**other):
    return PlannedMessage(
        **{"key": "b", "title": "B", "addressee": "rat", "contents": Contents(), "form": Form.TALK} | other
    )


def test_an_entry_of_a_phase_is_due_at_its_end():
    assert entry(phase=Phase.REPORT).due(TIMETABLE) == date(2026, 11, 15)
    assert entry(phase=Phase.REVIEW).due(TIMETABLE) is None


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (DAY - timedelta(days=15), Standing.AHEAD),
        (DAY - timedelta(days=14), Standing.SOON),
        (DAY, Standing.SOON),
        (DAY + timedelta(days=1), Standing.OVERDUE),
    ],
)
def test_how_an_entry_stands(today, expected):
    assert standing(entry(day=DAY), (), today) is expected


def test_done_once_is_done_and_done_again_and_again_comes_round():
    assert standing(entry(day=DAY, done=(DAY,)), (), DAY) is Standing.DONE
    assert standing(entry(), (), DAY) is Standing.UNDATED
    assert entry(day=DAY, rhythm=Rhythm.HALF_YEARLY, done=(DAY, DAY)).due(()) == date(2027, 9, 30)


@given(day=st.dates(date(2000, 1, 1), date(2090, 1, 1)), months=st.integers(0, 60))
def test_later_is_the_same_day_or_the_last_of_a_shorter_month(day, months):
    """Against walking month by month."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    found = later(day, months)
    assert (found.year, found.month) == (year, month)
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


def test_a_plan_that_does_not_hold_together_is_told():
    group = Addressee("rat", "Rat", Circle.POLITICS)
    assert faults(CommunicationPlan((group,), (entry(day=DAY),))) == ()
    broken = CommunicationPlan((group, group), (entry(day=DAY, phase=Phase.REPORT), entry(addressee="x")))
    assert len(faults(broken)) == 4
