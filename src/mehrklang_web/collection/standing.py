"""How an expected delivery stands: derived from its steps, from what has arrived, and from the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mehrklang.catalogue import Cadence, Supply
from mehrklang.vocabulary import Period, PeriodKind
from mehrklang_web.collection.models import Step
from mehrklang_web.ui.states import State


class Standing(Enum):
    """How it stands, and how that looks."""

    LATE = State("▲", "überfällig", "bad")
    REFUSED = State("✕", "verweigert", "bad")
    PLANNED = State("○", "geplant", "plain")
    ASKED = State("→", "angefragt", "note")
    PROMISED = State("◔", "zugesagt", "note")
    ARRIVED = State("✓", "eingetroffen", "good")

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for it."""
        return self not in (Standing.ARRIVED, Standing.REFUSED)


_OF_STEP = {
    Step.Kind.ASKED: Standing.ASKED,
    Step.Kind.PROMISED: Standing.PROMISED,
    Step.Kind.ARRIVED: Standing.ARRIVED,
    Step.Kind.REFUSED: Standing.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Word:
    """What a step says: its kind and, of a promise, the day."""

    kind: Step.Kind
    promised_for: date | None = None


def standing_of(words: Sequence[Word], *, arrived: bool, due: date | None, today: date) -> Standing:
    """The standing on a day. An accepted delivery settles it; then the last word counts; waiting past the day is late.

    >>> standing_of([Word(Step.Kind.ASKED)], arrived=False, due=date(2026, 7, 15), today=date(2026, 7, 16)).name
    'LATE'
    """
    if arrived:
        return Standing.ARRIVED
    last = _OF_STEP[words[-1].kind] if words else Standing.PLANNED
    day = due_day(words, due)
    return Standing.LATE if last.is_open and day and today > day else last


def due_day(words: Sequence[Word], due: date | None) -> date | None:
    """The day that counts: that of the last promise where there is one, otherwise the expected one."""
    promises = [word.promised_for for word in words if word.promised_for]
    return promises[-1] if promises else due


def has_arrived(period: Period, arrived: frozenset[Period], supply: Supply) -> bool:
    """Whether one of the periods that came is the expected one.

    Of a yearly source the calendar year and its one reference date are the same: producers write either.
    """
    if period in arrived:
        return True
    named = (PeriodKind.YEAR, PeriodKind.REFERENCE_DATE)
    years = {each.year for each in arrived if each.kind in named}
    return supply.cadence is Cadence.YEARLY and period.kind in named and period.year in years
