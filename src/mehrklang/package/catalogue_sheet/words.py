"""What people write into the cells of a catalogue: the words of the pages, the keys of the files, and usual others."""

from collections.abc import Mapping

from mehrklang.catalogue import Catalogue, Direction, Evidence, IndicatorKind, MatchDegree
from mehrklang.catalogue.german import DIRECTIONS, EVIDENCES, KINDS
from mehrklang.sources.labels import fold
from mehrklang.vocabulary import AreaLevel, Unit

SAID: Mapping[str, Mapping[str, str]] = {
    "einheit": {each.value: each.description for each in Unit},
    "art": {each.value: KINDS[each] for each in IndicatorKind},
    "richtung": {each.value: DIRECTIONS[each] for each in Direction},
    "raumebene": {each.value: each.plural for each in AreaLevel},
    "evidenz": {each.value: EVIDENCES[each] for each in Evidence},
    "grad": {each.value: each.value for each in MatchDegree},
}
"""By the key of a column: the keys that its cells may hold, each with the word that people read on the pages."""

_ALSO: Mapping[str, Mapping[str, str]] = {
    "einheit": {
        "%": "prozent",
        "in %": "prozent",
        "v. h.": "prozent",
        "‰": "promille",
        "je 1.000": "promille",
        "je 1000": "promille",
        "pro 1.000": "promille",
        "tsd.": "tausend",
        "personen": "anzahl",
        "zahl": "anzahl",
    },
    "art": {"quote": "anteil", "durchschnitt": "mittelwert", "zahl": "anzahl", "absolutzahl": "anzahl"},
    "richtung": {
        "hoch": "hoch-gut",
        "je hoeher desto besser": "hoch-gut",
        "je höher, desto besser": "hoch-gut",
        "niedrig": "niedrig-gut",
        "je niedriger, desto besser": "niedrig-gut",
        "neutral": "kontext",
        "keine": "kontext",
    },
    "evidenz": {"befragung": "subjektiv"},
}


def key_of(column: str, text: str) -> str:
    """The key for a cell of a column; what is no known word stays as it was typed, and is told so.

    >>> key_of("richtung", "Hoch ist günstig"), key_of("richtung", "hoch gut"), key_of("einheit", "in %")
    ('hoch-gut', 'hoch-gut', 'prozent')
    >>> key_of("richtung", "positiv")
    'positiv'
    """
    plain = _plain(text)
    if column == "einheit" and plain.startswith(("je 1.000 ", "je 1000 ", "pro 1.000 ", "pro 1000 ")):
        return Unit.PER_MILLE.value
    return _KNOWN[column].get(plain, text)


def feature_key(text: str) -> str:
    """A feature (Merkmal) as its key.

    >>> feature_key("Migrationshintergrund"), feature_key("Herkunft der Eltern")
    ('migrationshintergrund', 'herkunft-der-eltern')
    """
    return short_key(text)


def in_words(column: str, text: str) -> str:
    """A sentence that names keys, with the words of the pages in their place.

    >>> in_words("richtung", "Möglich sind: „hoch-gut“, „kontext“.")
    'Möglich sind: „hoch ist günstig“, „Kontext, wird nicht bewertet“.'
    """
    for key, word in SAID.get(column, {}).items():
        text = text.replace(f"„{key}“", f"„{word}“")
    return text


def code_of(text: str, below: Catalogue) -> str:
    """The code of the indicator that a cell names: by code, by name, or by catalogue and number as pages show it.

    >>> from mehrklang.catalogue import load
    >>> code_of("Arbeitslosenquote", load()), code_of("gibt es nicht", load())
    ('arbeitslosenquote', 'gibt es nicht')
    """
    if text in below.indicators:
        return text
    asked = fold(text)
    named = [each for each in below.indicators.values() if fold(each.name) == asked]
    own = [each.code for each in named if not each.catalogue] or [each.code for each in named]
    shown = [
        each.code
        for each in below.indicators.values()
        if each.catalogue in below.named and fold(f"{below.named[each.catalogue].short} {each.number}") == asked
    ]
    found = own or shown
    return found[0] if len(found) == 1 else text


def short_key(text: str) -> str:
    """What somebody writes as the key of a catalogue, as a key.

    >>> short_key("KGSt 2.0"), short_key("kgst-2")
    ('kgst-2-0', 'kgst-2')
    """
    plain = fold(text).replace("ß", "ss")
    return "-".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in plain).split())


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("-", " ").split())


_KNOWN: Mapping[str, Mapping[str, str]] = {
    column: {
        **{_plain(said): key for said, key in _ALSO.get(column, {}).items()},
        **{_plain(word): key for key, word in words.items()},
        **{_plain(key): key for key in words},
    }
    for column, words in SAID.items()
}
