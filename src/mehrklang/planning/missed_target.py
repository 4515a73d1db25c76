"""A target that was missed: why, and what was decided about it. It is kept, also when another target follows."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mehrklang.planning.decision import CouncilDecision


class Consequence(StrEnum):
    """What follows from a missed target."""

    NEW_YEAR = "neues-zieljahr"
    NEW_TARGET = "ziel-aendern"
    MEASURE = "massnahme"
    DROP = "aufgeben"

    @property
    def label(self) -> str:
        """The German words."""
        return _LABELS[self]


_LABELS = {
    Consequence.NEW_YEAR: "weiter mit neuem Zieljahr",
    Consequence.NEW_TARGET: "Zielwert ändern",
    Consequence.MEASURE: "mit einer Maßnahme gegensteuern",
    Consequence.DROP: "Ziel aufgeben",
}


@dataclass(frozen=True, slots=True)
class MissedTarget:
    """Reason and decision about the target of an indicator for a year. `area` and `group` are "" for the monitoring's
    own area and the group that the selection looks at.

    `consequence` None: the reason is recorded, the decision is still to be taken. `text` says it in the office's words;
    `new_year` belongs to NEW_YEAR alone and lies after `year`; `measure` is the key of a measure. `decision` is that of
    the council, where there is one; `by` and `day` say who recorded it.

    >>> missed = MissedTarget("quote", 2025, "Zu wenige Plätze.", Consequence.NEW_YEAR, new_year=2028)
    >>> missed.decided, missed.told
    (True, 'Weiter mit neuem Zieljahr 2028')
    """

    indicator: str
    year: int
    reason: str
    consequence: Consequence | None = None
    text: str = ""
    new_year: int | None = None
    measure: str = ""
    area: str = ""
    group: str = ""
    decision: CouncilDecision | None = None
    by: str = ""
    day: date | None = None

    @property
    def decided(self) -> bool:
        """Whether it is settled how things go on."""
        return self.consequence is not None

    @property
    def told(self) -> str:
        """The decision in a few words; "" while it is open."""
        if self.consequence is None:
            return ""
        year = f" {self.new_year}" if self.new_year else ""
        return f"{self.consequence.label[0].upper()}{self.consequence.label[1:]}{year}"
