"""What is different between two versions of a source, of the conditions of its supply, or of a whole catalogue."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from mehrklang.catalogue.changing import changes_between
from mehrklang.catalogue.contents import FileColumn, SourceContents, SourceFeature, SourceMeasure
from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.german import plain
from mehrklang.catalogue.named import NamedCatalogue
from mehrklang.catalogue.source import Source
from mehrklang.catalogue.supply import NOTHING_KNOWN, Access, Authority, Cadence, ExpectedDay, Supply
from mehrklang.vocabulary.german import format_exact

_SOURCE = {
    "name": "Name",
    "producer": "Herausgeber",
    "licence": "Lizenz",
    "citation": "Zitierweise",
    "material": "Art des Materials",
    "rule_set": "Geheimhaltung",
    "rhythm": "Rhythmus",
    "rounding": "Rundung",
    "note": "Hinweis",
    "access": "Zugang in Worten",
    "references": "Belege",
    "description": "Beschreibung",
    "rule_reason": "Begründung der Geheimhaltung",
}
_CONTENTS = {
    "population": "Grundgesamtheit",
    "measures": "Messgrößen",
    "features": "Merkmale",
    "file_kind": "Form der Dateien",
    "columns": "Spalten",
}
_SUPPLY = {
    "holder": "Datenhaltende Stelle",
    "contact": "Kontakt",
    "authority": "Träger",
    "legal_basis": "Rechtsgrundlage",
    "access": "Zugang",
    "level": "Kleinste Raumebene",
    "cadence": "Turnus",
    "time_reference": "Zeitbezug",
    "reference_days": "Stichtage",
    "expected": "Erwarteter Tag",
    "effort_hours": "Aufwand je Lieferung in Stunden",
    "effort_basis": "Grundlage des Aufwands",
    "cost_euro": "Kosten je Lieferung in Euro",
    "retention": "Aufbewahrung",
    "definitions": "Merkmalsdefinitionen",
}
_HEAD = {
    "name": "Name",
    "short": "Kurzname",
    "publisher": "Herausgeber",
    "link": "Adresse",
    "as_of": "Stand",
    "note": "Hinweis",
}


def source_changes(before: Source, after: Source) -> tuple[str, ...]:
    """Every part of a source that differs, in German, with what stood there before.

    >>> from mehrklang.catalogue import load
    >>> one = load().source("melderegister")
    >>> source_changes(one, replace(one, rounding=5, supply=replace(one.supply, effort_hours=Decimal("2.5"))))
    ('Rundung: „5“ statt „0“', 'Aufwand je Lieferung in Stunden: „2,5“ statt „–“')
    """
    return (
        *_told(before, after, _SOURCE),
        *contents_changes(before.contents, after.contents),
        *supply_changes(before.supply, after.supply),
    )


def contents_changes(before: SourceContents, after: SourceContents) -> tuple[str, ...]:
    """What is described otherwise of the files of a source, in German, with what stood there before."""
    return tuple(_told(before, after, _CONTENTS))


def supply_changes(before: Supply, after: Supply = NOTHING_KNOWN) -> tuple[str, ...]:
    """Every condition that differs, in German, with what stood there before."""
    return tuple(_told(before, after, _SUPPLY))


def catalogue_changes(
    before: tuple[NamedCatalogue, tuple[IndicatorDefinition, ...]],
    after: tuple[NamedCatalogue, tuple[IndicatorDefinition, ...]],
) -> tuple[str, ...]:
    """What of a catalogue's head differs, which indicators came or went, and what changed in each of the others."""
    return (*_told(before[0], after[0], _HEAD), *_indicators(before[1], after[1]))


def _indicators(before: tuple[IndicatorDefinition, ...], after: tuple[IndicatorDefinition, ...]) -> Iterator[str]:
    one, other = ({each.code: each for each in some} for some in (before, after))
    yield from (f"neu: „{each.name}“" for code, each in other.items() if code not in one)
    yield from (f"fällt weg: „{each.name}“" for code, each in one.items() if code not in other)
    for code in (code for code in one if code in other):
        told = changes_between(replace(one[code], versions=()), replace(other[code], versions=()))
        if told:
            yield f"„{other[code].name}“: {'; '.join(told)}"


def _told(before: object, after: object, labels: dict[str, str]) -> Iterator[str]:
    for name, label in labels.items():
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield f"{label}: „{_said(new)}“ statt „{_said(old)}“"


def _said(value: object) -> str:
    match value:
        case None | "" | ():
            return "–"
        case Access() | Cadence() | Authority():
            return value.label
        case ExpectedDay():
            return f"am {value.day}. im {value.months}. Monat danach"
        case SourceMeasure():
            return f"{value.name} ({value.unit.description})"
        case SourceFeature():
            return f"{value.name} ({' / '.join(value.categories)})" if value.categories else value.name
        case FileColumn():
            return f"{value.head}: {value.meaning.label}"
        case Decimal():
            return format_exact(value)
        case tuple():
            return ", ".join(map(_said, value))
    return plain(value)
