"""The state of finality of a value: provisional and final results are versions of one value."""

from collections.abc import Iterable
from enum import StrEnum


class Finality(StrEnum):
    """What the producer says about how final a value is; where it says nothing, nothing is assumed.

    The marks behind printed numbers are those of German official statistics (Statistisches Bundesamt,
    Zeichenerklärung: p = vorläufige Zahl, r = berichtigte Zahl, s = geschätzte Zahl).
    """

    UNSTATED = "nicht-angegeben"
    FINAL = "endgueltig"
    REVISED = "berichtigt"
    ESTIMATED = "geschaetzt"
    PROVISIONAL = "vorlaeufig"

    @property
    def label(self) -> str:
        """The German word."""
        return _LABELS[self]

    @property
    def mark(self) -> str:
        """The letter behind a printed number; "" where none is printed."""
        return _MARKS.get(self, "")

    @property
    def meaning(self) -> str:
        """The German explanation of the mark under a table; "" without a mark."""
        return _MEANINGS.get(self, "")

    @property
    def open(self) -> bool:
        """Whether the producer has announced that another value will come."""
        return self in (Finality.PROVISIONAL, Finality.ESTIMATED)


def together(states: Iterable[Finality]) -> Finality:
    """The state of what is computed from several values: as open as the most open of them, final only if all are.

    >>> together([Finality.FINAL, Finality.PROVISIONAL]).label, together([Finality.FINAL, Finality.UNSTATED]).label
    ('vorläufig', 'nicht angegeben')
    >>> together([Finality.FINAL, Finality.FINAL]).label, together([]).label
    ('endgültig', 'nicht angegeben')
    """
    found = set(states)
    if len(found) == 1:
        return found.pop()
    return next((state for state in _MOST_OPEN_FIRST if state in found), Finality.UNSTATED)


_MOST_OPEN_FIRST = (
    Finality.PROVISIONAL,
    Finality.ESTIMATED,
    Finality.REVISED,
    Finality.UNSTATED,
    Finality.FINAL,
)

_LABELS = {
    Finality.UNSTATED: "nicht angegeben",
    Finality.FINAL: "endgültig",
    Finality.REVISED: "berichtigt",
    Finality.ESTIMATED: "geschätzt",
    Finality.PROVISIONAL: "vorläufig",
}

_MARKS = {Finality.PROVISIONAL: "p", Finality.ESTIMATED: "s", Finality.REVISED: "r"}

_MEANINGS = {
    Finality.PROVISIONAL: "vorläufige Zahl: Das endgültige Ergebnis kann abweichen",
    Finality.ESTIMATED: "geschätzte Zahl: Das Ergebnis kann abweichen",
    Finality.REVISED: "berichtigte Zahl: Sie ersetzt einen früher genannten Wert",
}
