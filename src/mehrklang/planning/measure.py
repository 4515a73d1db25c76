"""The measures of a municipality (Maßnahmen): what is done for its goals.

A measure shows what is done; an effect is not read off it.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from mehrklang.planning.decision import CouncilDecision

NO_CLAIM = "Maßnahmen zeigen, was getan wird; eine Wirkung wird daraus nicht abgelesen."
"""Stands wherever measures and figures are seen together."""


class MeasureState(StrEnum):
    """How far a measure is."""

    PLANNED = "geplant"
    RUNNING = "laufend"
    DONE = "abgeschlossen"
    POSTPONED = "zurückgestellt"
    STOPPED = "eingestellt"


_UNDER_WAY = frozenset({MeasureState.PLANNED, MeasureState.RUNNING})


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with the keys of the goals and the codes of the indicators that it belongs to.

    `budget` is in euro over the whole run, None where it is not known; `product` is the product of the municipal
    budget (Produkt des Haushalts). None and "": not decided.
    """

    key: str
    title: str
    goals: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    state: MeasureState = MeasureState.PLANNED
    responsible: str = ""
    budget: Decimal | None = None
    product: str = ""
    begins: date | None = None
    ends: date | None = None
    text: str = ""
    decisions: tuple[CouncilDecision, ...] = ()

    @property
    def backwards(self) -> bool:
        """Whether it would end before it begins."""
        return self.begins is not None and self.ends is not None and self.ends < self.begins

    def overdue(self, today: date) -> bool:
        """Whether a date has passed without the state having followed: its end, or its beginning while only planned.

        >>> plan = Measure("m1", "Sprachcafé", begins=date(2026, 3, 1), ends=date(2027, 2, 28))
        >>> plan.overdue(date(2026, 2, 28)), plan.overdue(date(2026, 3, 2))
        (False, True)
        """
        late_end = self.ends is not None and self.ends < today and self.state in _UNDER_WAY
        late_start = self.begins is not None and self.begins < today and self.state is MeasureState.PLANNED
        return late_end or late_start
