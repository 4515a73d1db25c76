"""The concept of a monitoring (Monitoringkonzept): answers to the questions, each kept in all its versions.

A concept is a log: every answer that was ever given, in the order in which it was given. What holds is the last answer
to each question; a version of the whole concept is a beginning of the log, and an adoption says how far it reaches.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from mehrklang.planning.decision import CouncilDecision
from mehrklang.planning.questions import Question, place_of, question, questions
from mehrklang.vocabulary.german import sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an answer that is a table; `hours` are working hours a year."""

    name: str
    text: str = ""
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What is not decided yet (noch nicht entschieden): what has to be clarified, who sees to it, until when."""

    text: str = ""
    responsible: str = ""
    until: date | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is known of it, each part as a German sentence.

        >>> OpenPoint("Mit dem Amt klären", "Koordination", date(2026, 11, 1)).sentences
        ('Mit dem Amt klären.', 'Zuständig: Koordination.', 'Bis 01.11.2026.')
        """
        who = f"Zuständig: {self.responsible}." if self.responsible else ""
        until = f"Bis {self.until:%d.%m.%Y}." if self.until else ""
        return tuple(part for part in (sentence(self.text), who, until) if part)


@dataclass(frozen=True, slots=True)
class Answer:
    """One version of the answer to one question, with its author, that person's office and the day.

    `open_point` is there exactly when the question is not decided; what else stands in the answer is then preliminary.
    """

    question: str
    text: str = ""
    chosen: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    open_point: OpenPoint | None = None
    author: str = ""
    office: str = ""
    day: date | None = None

    @property
    def decided(self) -> bool:
        """Whether it is a decision."""
        return self.open_point is None

    @property
    def says_something(self) -> bool:
        """Whether anything stands in it."""
        return bool(self.text or self.chosen or self.entries or self.open_point)

    def same_as(self, other: "Answer") -> bool:
        """Whether both say the same, whoever wrote it."""
        return replace(self, author="", office="", day=None) == replace(other, author="", office="", day=None)

    @property
    def signed(self) -> str:
        """Who wrote it and when.

        >>> Answer("zweck", "Überblick", author="A. Muster", office="Koordination", day=date(2026, 3, 1)).signed
        'A. Muster (Koordination), 01.03.2026'
        """
        who = f"{self.author} ({self.office})" if self.office else self.author
        return ", ".join(part for part in (who, f"{self.day:%d.%m.%Y}" if self.day else "") if part)


@dataclass(frozen=True, slots=True)
class Adoption:
    """A version of the concept was adopted: it is that of the first `answers` answers, and stays as it is.

    `by`, `office` and `day` say who entered the decision, and when.
    """

    decision: CouncilDecision
    answers: int
    by: str = ""
    office: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """All answers in the order in which they were given, and the adoptions, oldest first.

    Promise (see `faults`): no adoption reaches beyond the answers.

    >>> adopted = Adoption(CouncilDecision("Rat"), 1)
    >>> concept = Concept((Answer("zweck", "Überblick"), Answer("zweck", "Steuerung")), (adopted,))
    >>> concept.current[0].text, concept.at(1).current[0].text
    ('Steuerung', 'Überblick')
    """

    answers: tuple[Answer, ...] = ()
    adoptions: tuple[Adoption, ...] = ()

    @property
    def current(self) -> tuple[Answer, ...]:
        """The answers that hold, in the order of the questions; of an unknown question last."""
        last = {answer.question: answer for answer in self.answers}
        return tuple(last[key] for key in sorted(last, key=place_of))

    def at(self, answers: int) -> "Concept":
        """The concept as it was after so many answers."""
        return Concept(self.answers[:answers], tuple(each for each in self.adoptions if each.answers <= answers))

    def answer(self, key: str) -> Answer | None:
        """The answer that holds to a question."""
        return next((each for each in self.current if each.question == key), None)

    def versions(self, key: str) -> tuple[Answer, ...]:
        """All answers to a question, oldest first."""
        return tuple(each for each in self.answers if each.question == key)

    @property
    def undecided(self) -> tuple[Answer, ...]:
        """Answers that are no decision yet."""
        return tuple(each for each in self.current if not each.decided)

    @property
    def unanswered(self) -> tuple[Question, ...]:
        """Questions that nobody has answered."""
        answered = {each.question for each in self.answers}
        return tuple(each for each in questions() if each.key not in answered)

    @property
    def missing_for_adoption(self) -> tuple[Question, ...]:
        """Questions without which a concept should not be adopted, and that have no decided answer."""
        open_keys = {each.question for each in self.undecided} | {each.key for each in self.unanswered}
        return tuple(each for each in questions() if each.needed and each.key in open_keys)


def faults(concept: Concept) -> tuple[str, ...]:
    """What does not hold together, in German.

    >>> faults(Concept((Answer("zwek", "x"),)))
    ('Die Frage „zwek“ gibt es nicht.',)
    """
    unknown = sorted({each.question for each in concept.answers if question(each.question) is None})
    beyond = [each for each in concept.adoptions if each.answers > len(concept.answers)]
    order = [each.answers for each in concept.adoptions]
    return (
        *(f"Die Frage „{key}“ gibt es nicht." for key in unknown),
        *(_wrong_choice(each) for each in concept.answers if _strangers(each)),
        *(
            f"Der Beschluss „{each.decision}“ nennt {each.answers} Antworten; es sind nur {len(concept.answers)}."
            for each in beyond
        ),
        *(("Die Beschlüsse stehen nicht in ihrer Reihenfolge.",) if order != sorted(order) else ()),
    )


def _strangers(answer: Answer) -> tuple[str, ...]:
    """What was chosen and is no possibility of the question."""
    asked = question(answer.question)
    return tuple(each for each in answer.chosen if asked and each not in asked.choices)


def _wrong_choice(answer: Answer) -> str:
    names = ", ".join(f"„{each}“" for each in _strangers(answer))
    return f"Die Antwort auf „{answer.question}“ wählt {names}; das steht nicht zur Auswahl."
