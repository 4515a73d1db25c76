"""A definition is never overwritten: a changed one is a new version that says what changed."""

from dataclasses import replace
from datetime import date

from mehrklang.catalogue.breaks import Break
from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.definition_version import DefinitionVersion
from mehrklang.catalogue.german import plain
from mehrklang.catalogue.match import Match

_SAID = {
    "name": "Name",
    "field": "Handlungsfeld",
    "question": "Frage",
    "relevance": "Relevanz",
    "kind": "Art",
    "numerator": "Zähler",
    "denominator": "Nenner",
    "per": "Bezugszahl",
    "population": "Grundgesamtheit",
    "unit": "Einheit",
    "direction": "Richtung",
    "perspective": "Perspektive",
    "evidence": "Evidenz",
    "source": "Quelle",
    "method": "Methode",
    "features": "Merkmale",
    "notes": "Hinweise",
    "breaks": "Reihenbrüche",
    "same_as": "Entspricht",
    "references": "Belege",
    "matches": "Entsprechungen",
    "definitions": "Merkmalsdefinitionen",
    "level": "Raumebene",
    "pooled_years": "zusammengefasste Jahre",
    "rule_set": "Strengere Geheimhaltung",
}
"""What is told with the text that stood there before, so that no version needs another file to be understood."""

_TOLD_ONLY = {"bindings": "Bezug (Fächer der Quelle)", "derivation": "Ableitung"}
"""From which cells a value is computed: that it changed is told; the cells themselves are no words."""


def new_version(
    before: IndicatorDefinition | None, after: IndicatorDefinition, day: date, who: str
) -> IndicatorDefinition:
    """`after` with the versions of `before` and one more that says what changed; the same if nothing did.

    >>> from mehrklang.catalogue import load
    >>> one = load().indicator("auslaenderanteil")
    >>> first = new_version(None, one, date(2026, 1, 2), "A.")
    >>> second = new_version(first, replace(first, question="Wie viele?"), date(2026, 3, 4), "B.")
    >>> [(each.number, each.change) for each in second.versions][0]
    (1, 'angelegt')
    >>> second.versions[1].change.startswith("Frage: „Wie viele?“ statt „")
    True
    """
    earlier = before.versions if before else ()
    changes = "; ".join(changes_between(before, after)) if before else "angelegt"
    if not changes:
        return replace(after, versions=earlier)
    number = max((each.number for each in earlier), default=0) + 1
    return replace(after, versions=(*earlier, DefinitionVersion(number, day, changes, who)))


def changes_between(before: IndicatorDefinition, after: IndicatorDefinition) -> tuple[str, ...]:
    """Every part that differs, in German; texts with what stood there before."""
    texts = ((label, getattr(before, name), getattr(after, name)) for name, label in _SAID.items())
    told = [f"{label}: „{_in_words(new)}“ statt „{_in_words(old)}“" for label, old, new in texts if old != new]
    others = (label for name, label in _TOLD_ONLY.items() if getattr(before, name) != getattr(after, name))
    return (*told, *(f"{label} geändert" for label in others))


def _in_words(value: object) -> str:
    match value:
        case None | "" | ():
            return "–"
        case tuple():
            return " | ".join(map(_in_words, value))
        case Break():
            return f"ab {value.first_year}: {value.text} ({value.source})"
        case Match():
            return ": ".join(filter(None, (f"{value.indicator} {value.degree}", value.difference)))
    return plain(value)
