"""Where an edition uses the indicators of a taken-in catalogue or an own source: found in whatever room keeps rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from mehrklang.catalogue import IndicatorDefinition
from mehrklang_web.audit.models import Traced
from mehrklang_web.catalogues.models import OwnIndicator, TakenCatalogue
from mehrklang_web.monitors.models import Edition

_WHERE = {
    "selection.chosenindicator": "ausgewählt",
    "selection.candidate": "als Kandidat vorgeschlagen",
    "selection.verdict": "in der Auswahl abgewogen",
    "catalogues.retiredindicator": "stillgelegt",
    "agreements.keptvoice": "unterschrieben oder abgelehnt",
    "interpretation.interpretation": "interpretiert",
}

_OF_SOURCES = {
    "deliveries.delivery": "hat Lieferungen",
    "deliveries.trial": "hat Dateien in der Prüfung",
    "collection.obligation": "steht im Kalender",
}
"""The rows that name a source by its key and would be about nothing without it."""


@dataclass(frozen=True, slots=True)
class Use:
    """What is used in one way, by name, in German."""

    how: str
    names: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.how}: {', '.join(self.names)}"


def uses_of(edition: Edition, kept: TakenCatalogue) -> tuple[Use, ...]:
    """What speaks against removing a catalogue; () where nothing does."""
    names = {each.code: each.name for each in kept.indicators}
    found: dict[str, set[str]] = {}
    for how, code in (*_rows(edition, names), *_own(edition, names)):
        found.setdefault(how, set()).add(names[code])
    return tuple(Use(how, tuple(sorted(those))) for how, those in found.items())


def uses_of_source(edition: Edition, key: str) -> tuple[Use, ...]:
    """What speaks against removing an own source; () where nothing does."""
    found: dict[str, set[str]] = {}
    for label, how in _OF_SOURCES.items():
        kept = apps.get_model(label).objects.filter(edition=edition, source=key)
        found[how] = found.get(how, set()) | set(map(str, kept))
    for own in _own_definitions(edition):
        terms = (term for binding in own.bindings for group in binding.groups for term in group.terms)
        if key in {binding.source for binding in own.bindings} | {term.source for term in terms}:
            found.setdefault("Grundlage von Indikatoren", set()).add(own.name)
    return tuple(Use(how, tuple(sorted(names))) for how, names in found.items() if names)


def _own_definitions(edition: Edition) -> Iterator[IndicatorDefinition]:
    for own in OwnIndicator.objects.filter(edition=edition):
        yield own.to_value()
    for taken in TakenCatalogue.objects.filter(edition=edition):
        yield from taken.indicators


def _rows(edition: Edition, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    for model in apps.get_models():
        fields = {field.name: field for field in model._meta.fields}  # noqa: SLF001 — Django's documented interface
        of_edition = "edition" in fields and fields["edition"].related_model is Edition
        if of_edition and "code" in fields and issubclass(model, Traced):
            how = _WHERE.get(model._meta.label_lower, "in Gebrauch")  # noqa: SLF001 — Django's documented interface
            kept = model.objects.filter(models.Q(("edition", edition), ("code__in", list(names))))
            yield from ((how, str(getattr(row, "code"))) for row in kept)  # noqa: B009 — the model is any with a code


def _own(edition: Edition, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Own indicators that are derived from one of them, or are said to match one."""
    for row in OwnIndicator.objects.filter(edition=edition):
        own = row.to_value()
        derived = own.derivation.indicators if own.derivation else ()
        for code in (code for code in derived if code in names):
            yield f"Grundlage von „{own.name}“", code
        for code in (match.indicator for match in own.matches if match.indicator in names):
            yield f"Entsprechung von „{own.name}“", code
