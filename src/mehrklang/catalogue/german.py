"""German words for what a definition says in keys: for pages, and for what a new version has changed."""

from enum import StrEnum

from mehrklang.catalogue.definition import Direction, Evidence, Perspective
from mehrklang.catalogue.kind import IndicatorKind
from mehrklang.vocabulary import AreaLevel, Unit

KINDS = {
    IndicatorKind.COUNT: "Anzahl",
    IndicatorKind.SHARE: "Anteil",
    IndicatorKind.RATE: "Rate",
    IndicatorKind.PUBLISHED: "veröffentlichter Wert",
    IndicatorKind.COVERAGE: "Reichweite",
    IndicatorKind.PARTICIPATION: "Teilnahmen",
    IndicatorKind.MEAN: "Mittelwert",
    IndicatorKind.MEDIAN: "Median",
    IndicatorKind.STANDARDISED: "standardisierte Rate",
    IndicatorKind.INDIRECTLY_STANDARDISED: "indirekt standardisierte Rate",
    IndicatorKind.REPRESENTATION: "Repräsentanz",
    IndicatorKind.SURVEY: "Anteil aus einer Befragung",
    IndicatorKind.SIMPSON: "Vielfalt (Simpson)",
    IndicatorKind.SHANNON: "Vielfalt (Shannon)",
    IndicatorKind.DISSIMILARITY: "Segregation",
    IndicatorKind.BEYOND_CHANCE: "Segregation über den Zufall hinaus",
    IndicatorKind.ISOLATION: "Isolation",
    IndicatorKind.EXPOSURE: "Kontaktmöglichkeit",
    IndicatorKind.GAP: "Abstand",
    IndicatorKind.RATIO: "Verhältnis",
    IndicatorKind.CHANGE: "Veränderung",
    IndicatorKind.INDEX: "Messzahl",
    IndicatorKind.COMPOSITE: "Gesamtindex",
}
DIRECTIONS = {
    Direction.HIGH_IS_GOOD: "hoch ist günstig",
    Direction.LOW_IS_GOOD: "niedrig ist günstig",
    Direction.CONTEXT: "Kontext, wird nicht bewertet",
}
PERSPECTIVES = {
    Perspective.STRENGTH: "Stärke",
    Perspective.DEFICIT: "Defizit",
    Perspective.CONTEXT: "Kontext",
}
EVIDENCES = {Evidence.OBJECTIVE: "gezählt", Evidence.SUBJECTIVE: "von den Menschen selbst gesagt"}
_BY_KEY: dict[str, dict[str, str]] = {
    "art": {key.value: word for key, word in KINDS.items()},
    "richtung": {key.value: word for key, word in DIRECTIONS.items()},
    "perspektive": {key.value: word for key, word in PERSPECTIVES.items()},
    "evidenz": {key.value: word for key, word in EVIDENCES.items()},
    "einheit": {each.value: each.description for each in Unit},
    "raumebene": {each.value: each.plural for each in AreaLevel},
    "ebene": {each.value: each.plural for each in AreaLevel},
}
_KEY_OF: dict[type[StrEnum], str] = {
    IndicatorKind: "art",
    Direction: "richtung",
    Perspective: "perspektive",
    Evidence: "evidenz",
    Unit: "einheit",
    AreaLevel: "raumebene",
}


def plain(value: object) -> str:
    """A value of a definition for people; what is no key is said as it is.

    >>> plain(Direction.HIGH_IS_GOOD), plain(Unit.PERCENT), plain("Wie viele?")
    ('hoch ist günstig', 'Prozent', 'Wie viele?')
    """
    if not isinstance(value, StrEnum):
        return str(value)
    return _BY_KEY[_KEY_OF[type(value)]][value.value] if type(value) in _KEY_OF else value.value


def meanings() -> dict[str, str]:
    """Every code of the catalogue's files with what it says, whatever key it stands under.

    >>> meanings()["hoch-gut"], meanings()["anzahl"]
    ('hoch ist günstig', 'Anzahl')
    """
    return {code: word for words in reversed(_BY_KEY.values()) for code, word in words.items()}


def plain_text(key: str, text: str) -> str:
    """What stands under a key of the catalogue's files, for people; the key may have others before it ("grundlage.a.").

    >>> plain_text("richtung", "hoch-gut"), plain_text("frage", "hoch-gut")
    ('hoch ist günstig', 'hoch-gut')
    """
    return _BY_KEY.get(key.rpartition(".")[2], {}).get(text, text)
