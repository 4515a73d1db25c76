"""Other rules of secrecy are asked about before they hold: what changes, and for looser ones why and on which legal
basis.

An act that would change them raises `AskFirstError` unless an answer is given for it (`answering`). On the web one
middleware gives the answers and shows the question (`results.asking`), so that no way in can forget to ask.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from mehrklang.catalogue import RuleChange, Safeguards, loosened


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody has said to the question. `seen`: that what changes was shown; stricter rules need no more."""

    reason: str = ""
    legal_basis: str = ""
    seen: bool = False

    @property
    def justifies(self) -> bool:
        """Whether both stand there."""
        return bool(self.reason.strip() and self.legal_basis.strip())


@dataclass(frozen=True, slots=True)
class Question:
    """What would change in an edition. `after` is how it would be protected; None where the edition is only coming in,
    and is compared with those that are there. `refused`: whoever asks may not decide it."""

    edition: int
    changes: tuple[RuleChange, ...]
    after: Safeguards | None = None
    refused: bool = False

    @property
    def looser(self) -> tuple[RuleChange, ...]:
        """What would become looser."""
        return loosened(self.changes)


class AskFirstError(Exception):
    """Rules of secrecy would change and nobody has confirmed it; nothing is written."""

    def __init__(self, question: Question) -> None:
        told = "; ".join(f"{each.kind.label} „{each.name}“: {', '.join(each.looser)}" for each in question.looser)
        super().__init__(f"Die Geheimhaltung würde gelockert: {told}." if told else "Die Geheimhaltung würde anders.")
        self.question = question


_answer: ContextVar[Answer | None] = ContextVar("answer about rules of secrecy", default=None)


@contextmanager
def answering(answer: Answer) -> Iterator[None]:
    """While this is open, the answer holds for every act."""
    token = _answer.set(answer)
    try:
        yield
    finally:
        _answer.reset(token)


def the_answer() -> Answer | None:
    """The answer that holds now; None where nobody was asked (commands, preparations)."""
    return _answer.get()
