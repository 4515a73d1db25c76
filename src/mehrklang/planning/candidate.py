"""Weighing indicators: in which state each of them is, and what was said about it, by whom and when.

What a candidate would be once it is chosen is a `package.Selection`; here is only what people decided about it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CORE_LIMIT = 20
"""Difu 2022: a compact core set of 15 to 20 indicators; past that one is swapped, not added."""

CORE_USUAL = 15
"""The lower end of the same span."""


class SelectionState(StrEnum):
    """Where an indicator stands on the working table."""

    PROPOSED = "vorgeschlagen"
    EXAMINED = "in-pruefung"
    DEFERRED = "zurueckgestellt"
    REJECTED = "abgelehnt"
    SUPPLEMENTARY = "ergaenzend"
    CORE = "kern"

    @property
    def label(self) -> str:
        """In German, for pages and lists."""
        return _LABELS[self]

    @property
    def is_chosen(self) -> bool:
        """Whether the indicator belongs to the monitoring."""
        return self in (SelectionState.SUPPLEMENTARY, SelectionState.CORE)


_LABELS = {
    SelectionState.PROPOSED: "vorgeschlagen",
    SelectionState.EXAMINED: "in Prüfung",
    SelectionState.DEFERRED: "zurückgestellt",
    SelectionState.REJECTED: "abgelehnt",
    SelectionState.SUPPLEMENTARY: "ergänzend",
    SelectionState.CORE: "Kernset",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided about an indicator (code): its state from then on, the reason, who wrote it, for which office,
    on which day. What is not known is "" or None.
    """

    code: str
    state: SelectionState
    reason: str = ""
    by: str = ""
    office: str = ""
    day: date | None = None

    @property
    def signed(self) -> str:
        """Who wrote it and when.

        >>> Verdict("x", SelectionState.DEFERRED, by="A. Muster", office="Statistik", day=date(2026, 3, 1)).signed
        'A. Muster (Statistik), 01.03.2026'
        """
        who = f"{self.by} ({self.office})" if self.by and self.office else self.by or self.office
        return ", ".join(part for part in (who, f"{self.day:%d.%m.%Y}" if self.day else "") if part)


def state_of_candidate(about: tuple[Verdict, ...]) -> SelectionState:
    """The state of an indicator that is not chosen, by the last verdict on it; without one it is proposed.

    A last verdict that says "chosen" was overtaken by taking the indicator out: it is on the table anew.

    >>> state_of_candidate((Verdict("x", SelectionState.PROPOSED), Verdict("x", SelectionState.REJECTED))).label
    'abgelehnt'
    """
    last = about[-1].state if about else SelectionState.PROPOSED
    return SelectionState.PROPOSED if last.is_chosen else last
