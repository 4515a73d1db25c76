"""What people did with a signal (Hinweis) of the early warning: seen, explained, closed, and by whom."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SignalStage(StrEnum):
    """How far people have come with a signal."""

    NEW = "neu"
    SEEN = "gesehen"
    EXPLAINED = "erklaert"
    CLOSED = "abgeschlossen"


class SignalCause(StrEnum):
    """What a signal turned out to be."""

    DATA = "datenfehler"
    DEFINITION = "definition"
    REAL = "entwicklung"
    CHANCE = "zufall"
    UNCLEAR = "unklar"


@dataclass(frozen=True, slots=True)
class SignalStep:
    """One step, by whom and when; `cause` stands with explanations only, `data_version` says on which data."""

    day: date
    who: str
    did: str
    role: str = ""
    cause: SignalCause | None = None
    text: str = ""
    data_version: str = ""


@dataclass(frozen=True, slots=True)
class HandledSignal:
    """A signal that somebody has taken up: which value it speaks of (`kind` as the early warning names it), why it
    arose, how far it is, who is responsible (`office` in German, `person` by name; "" for nobody), and every step.
    """

    kind: str
    indicator: str
    area: str
    group: str
    year: int
    stage: SignalStage
    evidence: str = ""
    data_version: str = ""
    office: str = ""
    person: str = ""
    steps: tuple[SignalStep, ...] = ()

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What it speaks of; each once in a monitoring."""
        return (self.kind, self.indicator, self.area, self.group, self.year)
