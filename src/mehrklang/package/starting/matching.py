"""Names of an own publication held against the names of the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from mehrklang.catalogue import IndicatorDefinition
from mehrklang.sources.labels import fold, words

_LEAST = 0.6
_CLOSE = 0.85
_BY_WORDS = 0.8
"""What common words alone are worth at most: never enough for "gleich"."""
_SHORTEST = 4
_STEM = 8
"""Words count from so many letters, and as the same from so many equal ones at their beginning."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A proposed entry of the catalogue; `degree` is "gleich" or "ähnlich" by the name alone: people decide."""

    code: str
    name: str
    degree: str


def matches(name: str, definitions: Mapping[str, IndicatorDefinition], most: int = 3) -> tuple[NameMatch, ...]:
    """The entries whose names or codes are most alike, best first; () if none is.

    >>> from mehrklang.catalogue import load
    >>> [(each.code, each.degree) for each in matches("Arbeitslosen-Quote", load().indicators, 1)]
    [('arbeitslosenquote', 'gleich')]
    >>> [(each.code, each.degree) for each in matches("Ausländeranteil", load().indicators, 1)]
    [('auslaenderanteil', 'gleich')]
    >>> [(each.code, each.degree) for each in matches("Kinder mit Sprachförderbedarf", {
    ...     "s": load().indicator("sprachfoerderbedarf-vor-der-einschulung")})]
    [('sprachfoerderbedarf-vor-der-einschulung', 'ähnlich')]
    >>> matches("Vereinsmitgliedschaften im Sport", load().indicators)
    ()
    """
    asked = _plain(name)
    found = [
        (max(_likeness(asked, _plain(each.name)), _letters(asked, _plain(each.code))), each)
        for each in definitions.values()
    ]
    good = [pair for pair in found if pair[0] >= _LEAST]
    good.sort(key=lambda pair: (-pair[0], not pair[1].computable, pair[1].name))
    return tuple(
        NameMatch(each.code, each.name, "gleich" if likeness >= _CLOSE else "ähnlich") for likeness, each in good[:most]
    )


def _plain(name: str) -> str:
    return fold(name).replace("-", "")


def _likeness(one: str, other: str) -> float:
    """By letters, or by words: how much of the asked name stands in the other one, and 0.7 if all words of the shorter
    name stand in the longer one.
    """
    short, long = sorted((words(one), words(other)), key=len)
    return max(_letters(one, other), _BY_WORDS * _covered(one, other), 0.7 if short and short <= long else 0.0)


def _letters(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _LEAST else 0.0


def _covered(asked: str, other: str) -> float:
    """The share of the asked name, by letters, whose words the other name has too."""
    wanted = [each for each in words(asked) if len(each) >= _SHORTEST]
    known = words(other)
    there = [each for each in wanted if any(_same(each, word) for word in known)]
    return sum(map(len, there)) / sum(map(len, wanted)) if wanted else 0.0


def _same(one: str, other: str) -> bool:
    return one == other or (len(one) >= _STEM and one[:_STEM] == other[:_STEM])
