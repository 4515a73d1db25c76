"""Differences between two versions of an answer or of the whole concept, as pieces of text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from mehrklang.planning.concept import Answer, Concept
from mehrklang.planning.questions import place_of
from mehrklang.vocabulary.german import format_exact


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "unverändert"
    ADDED = "hinzugekommen"
    REMOVED = "weggefallen"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and what became of it."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """How an answer differs between two versions; None: there was none.

    `pieces` put together without what was removed are the later text, without what was added the earlier one.
    """

    question: str
    before: Answer | None
    after: Answer | None
    pieces: tuple[Piece, ...]


def told(answer: Answer | None) -> str:
    """An answer as plain text, one line per choice and entry; "" for none.

    >>> from decimal import Decimal
    >>> from mehrklang.planning.concept import Entry
    >>> told(Answer("stunden", "geschätzt", entries=(Entry("Statistik", "Daten", Decimal("120")),)))
    'Statistik: Daten (120 Stunden im Jahr)\\ngeschätzt'
    """
    return "\n".join(_lines(answer)) if answer else ""


def _lines(answer: Answer) -> Iterator[str]:
    if point := answer.open_point:
        yield "Noch nicht entschieden."
        yield from point.sentences
    yield from answer.chosen
    for entry in answer.entries:
        hours = "" if entry.hours is None else f" ({format_exact(entry.hours)} Stunden im Jahr)"
        yield f"{entry.name}: {entry.text}{hours}" if entry.text else f"{entry.name}{hours}"
    if answer.text:
        yield answer.text


def text_pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Word by word, what was added and what was removed.

    >>> [(piece.change.value, piece.text) for piece in text_pieces("alle zwei Jahre", "alle drei Jahre")]
    [('unverändert', 'alle '), ('weggefallen', 'zwei'), ('hinzugekommen', 'drei'), ('unverändert', ' Jahre')]
    """
    old, new = _words(before), _words(after)
    found: list[Piece] = []
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Piece(Change.SAME, "".join(old[old_from:old_to])))
            continue
        gone, come = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        found += [Piece(Change.REMOVED, gone)] if gone else []
        found += [Piece(Change.ADDED, come)] if come else []
    return tuple(found)


def _words(text: str) -> list[str]:
    """Words and the blanks between them; put together they are the text."""
    return re.findall(r"\s+|\S+", text)


def changes(before: Concept, after: Concept) -> tuple[AnswerChange, ...]:
    """The answers that differ between two concepts, in the order of the questions."""
    keys = {each.question for each in (*before.answers, *after.answers)}
    pairs = ((key, before.answer(key), after.answer(key)) for key in sorted(keys, key=place_of))
    return tuple(change_of(key, old, new) for key, old, new in pairs if not _alike(old, new))


def change_of(key: str, before: Answer | None, after: Answer | None) -> AnswerChange:
    """How two versions of one answer differ."""
    return AnswerChange(key, before, after, text_pieces(told(before), told(after)))


def _alike(old: Answer | None, new: Answer | None) -> bool:
    return old.same_as(new) if old and new else old is new
