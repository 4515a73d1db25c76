"""The questions of the guided concept: why, how, what (Warum, Wie, Was), before any number.

They are data: questions.toml beside this file holds them with reason, help and examples. Source: the entry questions of
the Difu's recommendations of 2022 (named in the file).
"""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Part(StrEnum):
    """The three parts of the concept, in the order in which they are asked."""

    WHY = "warum"
    HOW = "wie"
    WHAT = "was"

    @property
    def label(self) -> str:
        """As a heading."""
        return self.value.capitalize()


class AnswerKind(StrEnum):
    """The form of an answer."""

    TEXT = "text"
    ONE = "auswahl"
    SEVERAL = "mehrfachauswahl"
    LIST = "liste"
    HOURS = "stunden"

    @property
    def has_choices(self) -> bool:
        """Whether something is chosen."""
        return self in (AnswerKind.ONE, AnswerKind.SEVERAL)

    @property
    def has_entries(self) -> bool:
        """Whether the answer is a table: name and explanation, with hours a year where the kind says so."""
        return self in (AnswerKind.LIST, AnswerKind.HOURS)


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the concept.

    `key` stays the same for ever; answers are kept under it. `reason` says why it is asked. `choices` are the
    possibilities where something is chosen; `entry_heads` the heads of the two columns where the answer is a table.
    `needed`: a concept should not be adopted without an answer.
    """

    key: str
    part: Part
    title: str
    reason: str
    help: str
    examples: tuple[str, ...]
    kind: AnswerKind
    choices: tuple[str, ...] = ()
    entry_heads: tuple[str, ...] = ()
    needed: bool = False


@cache
def questions() -> tuple[Question, ...]:
    """All questions in their order.

    >>> [len([each for each in questions() if each.part is part]) for part in Part]
    [9, 8, 6]
    """
    text = files("mehrklang.planning").joinpath("questions.toml").read_text(encoding="utf-8")
    return tuple(_question(row) for row in tomllib.loads(text)["frage"])


@cache
def _by_key() -> dict[str, Question]:
    return {each.key: each for each in questions()}


def question(key: str) -> Question | None:
    """The question of a key; None if there is none."""
    return _by_key().get(key)


def place_of(key: str) -> int:
    """The place of a question in their order, from 0; an unknown key comes last."""
    return next((at for at, each in enumerate(questions()) if each.key == key), len(questions()))


def _question(row: dict[str, str | bool | list[str]]) -> Question:
    heads = (row.get("bezeichnung"), row.get("erlaeuterung"))
    return Question(
        key=str(row["schluessel"]),
        part=Part(str(row["teil"])),
        title=str(row["frage"]),
        reason=str(row["anlass"]),
        help=str(row["hilfe"]),
        examples=_texts(row.get("beispiele")),
        kind=AnswerKind(str(row["art"])),
        choices=_texts(row.get("auswahl")),
        entry_heads=tuple(str(head) for head in heads if head),
        needed=row.get("noetig") is True,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
