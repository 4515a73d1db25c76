"""How wide a text will be, before any browser or typesetter has seen it.

Advance widths of Fira Sans Regular in thousandths of the type size, grouped; Arial and the usual system fonts differ by
a few per cent, for which callers leave room.
"""

import re
from itertools import chain

SIZE = 13.0
SMALL = 11.5
LEADING = 1.25
_BLANKS = re.compile("[ \t\r\n]+")

_WIDTHS = dict(
    chain(
        ((letter, 270) for letter in "iljI.,:;'|!·ıíìî"),
        ((letter, 360) for letter in "ftr()[]/\\-‐„“‚‘"),
        ((letter, 265) for letter in " \u00a0\u202f"),
        ((letter, 490) for letter in "cszkvxyJL?EF*"),
        ((letter, 560) for letter in "0123456789abdeghnopquäöüß€+−–=<>≥≤→_"),
        ((letter, 620) for letter in "ABCDGHKNOPQRSTUVXYZÄÖÜ&"),
        ((letter, 870) for letter in "mwMW%‰@—…"),
    )
)


def width(text: str, size: float = SIZE) -> float:
    """The estimated width in units of the picture; letters that are not listed count as wide ones.

    >>> width("iii") < width("mmm"), round(width("Beispielstadt", 10), 1)
    (True, 59.3)
    """
    return sum(_WIDTHS.get(letter, 650) for letter in text) * size / 1000


def wrap(text: str, room: float, size: float = SIZE, most: int = 3) -> tuple[str, ...]:
    """The text in at most `most` lines; words too long for a line are cut, what does not fit ends in "…".

    >>> wrap("Ausländerinnen und Ausländer", 100)
    ('Ausländerinnen', 'und Ausländer')
    >>> wrap("Bürgermeisterinnenwahl", 80)
    ('Bürgermeist-', 'erinnenwahl')
    >>> wrap("eins zwei drei", 30, most=1)
    ('ein…',)
    >>> wrap("höchstens 3,5\u00a0%", 80)  # a non-breaking blank does not break
    ('höchstens', '3,5\xa0%')
    """
    lines: list[str] = []
    for word in chain.from_iterable(_pieces(word, room, size) for word in _BLANKS.split(text.strip(" "))):
        if lines and not lines[-1].endswith("-") and width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _shorten(" ".join(lines[most - 1 :]), room, size))


def _pieces(word: str, room: float, size: float) -> list[str]:
    pieces = []
    while width(word, size) > room and len(word) > 3:
        cut = max((at for at in range(2, len(word)) if width(f"{word[:at]}-", size) <= room), default=2)
        pieces.append(f"{word[:cut].rstrip('-')}-")
        word = word[cut:]
    return [*pieces, word]


def _shorten(text: str, room: float, size: float) -> str:
    while len(text) > 1 and width(f"{text}…", size) > room:
        text = text[:-1].rstrip()
    return f"{text}…"
