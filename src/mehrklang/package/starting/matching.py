"""Names of an own publication held against the names of the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from mehrklang.catalogue import IndicatorDefinition
from mehrklang.sources.labels import fold, words

_LEAST = 0.6
_CLOSE = 0.85


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A proposed entry of the catalogue; `degree` is "gleich" or "ähnlich" by the name alone: people decide."""

    code: str
    name: str
    degree: str


def matches(name: str, definitions: Mapping[str, IndicatorDefinition], most: int = 3) -> tuple[NameMatch, ...]:
    """The entries whose names are most alike, best first; () if none is.

    >>> from mehrklang.catalogue import load
    >>> [(each.code, each.degree) for each in matches("Arbeitslosen-Quote", load().indicators, 1)]
    [('arbeitslosenquote', 'gleich')]
    >>> matches("Vereinsmitgliedschaften im Sport", load().indicators)
    ()
    """
    asked = _plain(name)
    found = [(_likeness(asked, _plain(each.name)), each) for each in definitions.values()]
    good = [pair for pair in found if pair[0] >= _LEAST]
    good.sort(key=lambda pair: (-pair[0], not pair[1].computable, pair[1].name))
    return tuple(
        NameMatch(each.code, each.name, "gleich" if likeness >= _CLOSE else "ähnlich") for likeness, each in good[:most]
    )


def _plain(name: str) -> str:
    return fold(name).replace("-", "")


def _likeness(one: str, other: str) -> float:
    """By letters, or by words if all words of the shorter name stand in the longer one."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    letters = matcher.ratio() if matcher.quick_ratio() >= _LEAST else 0.0
    short, long = sorted((words(one), words(other)), key=len)
    return max(letters, 0.7 if short and short <= long else 0.0)
