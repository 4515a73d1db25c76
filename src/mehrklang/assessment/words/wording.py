"""A check of wording: words that make others of people, order them, or claim effects. It doubts; people decide."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from tomllib import loads


class DoubtKind(StrEnum):
    """What may be wrong with a wording."""

    OTHERING = "ausgrenzung"
    RANKING = "rangfolge"
    EFFECT = "wirkung"

    @property
    def message(self) -> str:
        """The German sentence."""
        return _MESSAGES[self]


_MESSAGES = {
    DoubtKind.OTHERING: "Diese Wendung macht Menschen zu anderen oder schreibt ihnen Eigenschaften zu.",
    DoubtKind.RANKING: "Diese Wendung stellt Gebiete oder Gruppen in eine Rangfolge.",
    DoubtKind.EFFECT: "Diese Wendung behauptet eine Wirkung; ein Monitoring zeigt Entwicklungen.",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """One place in a text: from `start` to before `end`, the words found, and what would be better."""

    kind: DoubtKind
    start: int
    end: int
    found: str
    better: str


@dataclass(frozen=True, slots=True)
class _Word:
    kind: DoubtKind
    pattern: re.Pattern[str]
    better: str


def doubts_about(text: str) -> tuple[Doubt, ...]:
    """All doubtful places in the order of the text.

    >>> [(doubt.kind.value, doubt.found) for doubt in doubts_about("Dank der Maßnahmen liegt die Stadt auf Platz 3.")]
    [('wirkung', 'Dank der Maßnahmen'), ('rangfolge', 'auf Platz 3')]
    >>> doubts_about("Der Anteil ist von 2019 bis 2024 gestiegen.")
    ()
    """
    found = (
        Doubt(word.kind, match.start(), match.end(), match.group(), word.better)
        for word in _words()
        for match in word.pattern.finditer(text)
    )
    return tuple(sorted(found, key=lambda doubt: (doubt.start, doubt.end)))


@cache
def _words() -> tuple[_Word, ...]:
    """The words of the file beside this module."""
    table = loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return tuple(
        _Word(DoubtKind(entry["art"]), re.compile(entry["muster"], re.IGNORECASE), entry["besser"])
        for entry in table["wort"]
    )
