"""Finding indicators by words: German endings, umlauts and compounds do not matter."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from mehrklang.catalogue.definition import IndicatorDefinition

_WORD = re.compile(r"[a-z0-9]+")
_ENDINGS = ("innen", "ungen", "ern", "nen", "ung", "en", "er", "es", "em", "in", "e", "n", "s")
_SHORTEST = 4


def search(indicators: Iterable[IndicatorDefinition], words: str) -> tuple[IndicatorDefinition, ...]:
    """The indicators in which every word occurs; those with all of them in the name, number or code go first.

    A word is found in every inflected form and inside of compounds; the order is otherwise kept.

    >>> from mehrklang.catalogue import load
    >>> [each.code for each in search(load().of(""), "arbeitslosen quote")][:2]
    ['arbeitslosenquote', 'jugendarbeitslosigkeit']
    """
    wanted = [stem(word) for word in _words(words)]
    if not wanted:
        return tuple(indicators)
    hits = [(each, _rank(each, wanted)) for each in indicators]
    return tuple(each for each, rank in sorted((hit for hit in hits if hit[1] < _NONE), key=lambda hit: hit[1]))


_NONE = 3


def _rank(definition: IndicatorDefinition, wanted: list[str]) -> int:
    """0: all in the name, in the form that begins it; 1: all in the name; 2: somewhere; 3: not all."""
    name = _plain(" ".join((definition.name, definition.number, definition.code)))
    if all(word in name for word in wanted):
        return 0 if name.startswith(wanted[0]) else 1
    text = _text(definition)
    return 2 if all(word in text for word in wanted) else _NONE


@lru_cache(maxsize=2048)
def _text(definition: IndicatorDefinition) -> str:
    """All that is said of it, in plain letters."""
    parts = (
        definition.name, definition.number, definition.code, definition.field, definition.question,
        definition.numerator, definition.denominator, definition.population, definition.source,
        *definition.features, *definition.notes,
    )  # fmt: skip
    return _plain(" ".join(parts))


def stem(word: str) -> str:
    """A plain word without its ending, if enough of it is left; never exact, the same on both sides.

    >>> stem("quoten"), stem("auslanderinnen"), stem("kita")
    ('quot', 'ausland', 'kita')
    """
    for _ in range(2):
        ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= _SHORTEST), "")
        word = word.removesuffix(ending)
    return word


def _words(text: str) -> list[str]:
    return _WORD.findall(_plain(text))


def _plain(text: str) -> str:
    """Small letters without marks; written-out umlauts like the others.

    >>> _plain("Übergänge"), _plain("Uebergaenge"), _plain("Straße")
    ('ubergange', 'ubergange', 'strasse')
    """
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return re.sub(r"([aou])e(?=[bcdfghjklmnpqrstvwxz])", r"\1", bare)
