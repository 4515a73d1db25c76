"""The signs of DIN 55301 in a cell or said in a comment, and the figure that cell, sign and comment make together."""

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum

from mehrklang.sources.finality import of_remark
from mehrklang.sources.labels import fold
from mehrklang.vocabulary import Figure, Finality, Reason, Sign

_BRACKETS = re.compile(r"\(\s*(.+?)\s*\)|(.*\d)\s*\(\s*\)")

_CELLS = {
    "-": Figure.nothing(),
    "–": Figure.nothing(),
    "—": Figure.nothing(),
    ".": Figure.withheld(Reason.SOURCE_SECRET),
    "*": Figure.withheld(Reason.SOURCE_SECRET),
    "/": Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE),
    "x": Figure.signed(Sign.BLOCKED, Reason.SOURCE_NOT_MEANINGFUL),
    "X": Figure.signed(Sign.BLOCKED, Reason.SOURCE_NOT_MEANINGFUL),
    "…": Figure.signed(Sign.PENDING, Reason.SOURCE_LATER),
    "...": Figure.signed(Sign.PENDING, Reason.SOURCE_LATER),
}

BLANK = Figure.withheld(Reason.SOURCE_BLANK)
"""An empty cell without a reason: not zero."""

NEGLIGIBLE = Figure.signed(Sign.NEGLIGIBLE, Reason.BELOW_HALF_UNIT)
"""A bare 0 in a rounded unit: more than nothing."""


class Comment(Enum):
    """What a comment beside a value says."""

    NONE = "keine"
    SECRET = "gesperrt"  # noqa: S105 — a comment of the source, not a password
    UNPUBLISHED = "nicht veröffentlicht"
    LIMITED = "eingeschränkt"
    OTHER = "andere"


_COMMENTS = (
    ("gesperrt", Comment.SECRET),
    ("geheim", Comment.SECRET),
    ("nicht veroeffentlicht", Comment.UNPUBLISHED),
    ("nicht ausreichend genau", Comment.UNPUBLISHED),
    ("statistisch unsicher", Comment.LIMITED),
    ("aussagewert eingeschraenkt", Comment.LIMITED),
)


def read_comment(text: str) -> Comment:
    """What a comment means.

    >>> read_comment("Statistisch unsicher"), read_comment("Gesperrt"), read_comment("")
    (<Comment.LIMITED: 'eingeschränkt'>, <Comment.SECRET: 'gesperrt'>, <Comment.NONE: 'keine'>)
    >>> read_comment("vorläufig; gesperrt"), read_comment("vorläufig")
    (<Comment.SECRET: 'gesperrt'>, <Comment.NONE: 'keine'>)
    """
    parts = [fold(part) for part in text.split(";")]
    found = (comment for part in parts for words, comment in _COMMENTS if part.startswith(words))
    plain = not any(parts) or of_remark(text) is not Finality.UNSTATED
    return next(found, Comment.NONE if plain else Comment.OTHER)


def read_sign(text: str) -> Figure | None:
    """The figure of a cell that holds a sign and no number; None for any other text.

    >>> read_sign("–").number, read_sign("/").reason, read_sign("12") is None
    (Decimal('0'), <Reason.SOURCE_UNRELIABLE: 'quelle-unsicher'>, True)
    """
    return _CELLS.get(text.strip())


def read_figure(text: str, comment: Comment, parse: Callable[[str], Decimal | None]) -> Figure | None:
    """The figure of a cell with its comment; None if the cell is not understood.

    A blocked number stays blocked although the file tells it. A comment of limited reliability without a number means
    that the source did not tell the number.

    >>> read_figure("(12)", Comment.NONE, Decimal)
    Figure(number=Decimal('12'), sign=<Sign.LIMITED: '( )'>, reason=<Reason.SOURCE_LIMITED: 'quelle-eingeschraenkt'>)
    >>> read_figure("4.7", Comment.SECRET, Decimal).known, read_figure("", Comment.NONE, Decimal) == BLANK
    (False, True)
    """
    stripped = text.strip()
    if not stripped:
        return _without_number(comment)
    bracketed = _BRACKETS.fullmatch(stripped)
    number = parse(bracketed.group(1) or bracketed.group(2)) if bracketed else parse(stripped)
    if number is None:
        return read_sign(stripped)
    if comment is Comment.SECRET:
        return Figure.withheld(Reason.SOURCE_SECRET)
    if comment is Comment.UNPUBLISHED:
        return Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE)
    return Figure.limited(number) if bracketed or comment is Comment.LIMITED else Figure.of(number)


def _without_number(comment: Comment) -> Figure:
    match comment:
        case Comment.SECRET:
            return Figure.withheld(Reason.SOURCE_SECRET)
        case Comment.UNPUBLISHED | Comment.LIMITED:
            return Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE)
        case _:
            return BLANK
