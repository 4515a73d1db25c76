"""Own indicators, own sources and taken-in catalogues as contents that monitors share, and what is new in one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mehrklang.catalogue import (
    IndicatorDefinition,
    NamedCatalogue,
    Source,
    catalogue_changes,
    changes_between,
    fingerprint,
    source_changes,
)
from mehrklang.planning import SharedKind
from mehrklang.planning.agreement import digest
from mehrklang_web.catalogues.models import OwnIndicator, OwnSource, TakenCatalogue
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text, to_text
from mehrklang_web.sharing.rules import Content, Named

KINDS = frozenset({SharedKind.INDICATOR, SharedKind.SOURCE, SharedKind.CATALOGUE})
"""The kinds that this room keeps."""
Row = OwnIndicator | OwnSource | TakenCatalogue


@dataclass(frozen=True, slots=True)
class WholeCatalogue:
    """A catalogue of others with its indicators."""

    head: NamedCatalogue
    indicators: tuple[IndicatorDefinition, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """An entry of an edition that others may hold too, under its name for people."""

    named: Named
    name: str
    content: Content
    needs: tuple[Named, ...] = ()


def of_indicator(definition: IndicatorDefinition, change: str = "") -> Content:
    """An own indicator; its log of versions is kept and does not count."""
    return Content(to_text(definition), fingerprint(replace(definition, versions=())), change)


def of_source(source: Source, change: str = "") -> Content:
    """An own source."""
    return Content(to_text(source), fingerprint(source), change)


def of_catalogue(head: NamedCatalogue, indicators: tuple[IndicatorDefinition, ...], change: str = "") -> Content:
    """A catalogue of others."""
    prints = (fingerprint(replace(each, versions=())) for each in indicators)
    return Content(to_text(WholeCatalogue(head, indicators)), digest(fingerprint(head), *prints), change)


def things_of(edition: Edition, kinds: frozenset[SharedKind] = KINDS) -> tuple[Thing, ...]:
    """Everything of an edition that others may hold too, of these kinds: indicators, sources, catalogues."""
    return tuple(_things(edition, kinds))


def thing_of(edition: Edition, named: Named) -> Thing | None:
    """One of them; None if the edition has nothing of that name."""
    return next((each for each in _things(edition, frozenset({named.kind})) if each.named == named), None)


def _things(edition: Edition, kinds: frozenset[SharedKind]) -> Iterator[Thing]:
    if SharedKind.INDICATOR in kinds:
        for own in OwnIndicator.objects.filter(edition=edition):
            value = own.to_value()
            yield Thing(Named(SharedKind.INDICATOR, own.code), value.name, of_indicator(value), tuple(_needs(value)))
    if SharedKind.SOURCE in kinds:
        for kept in OwnSource.objects.filter(edition=edition):
            source = kept.to_value()
            yield Thing(Named(SharedKind.SOURCE, kept.key), source.name, of_source(source))
    if SharedKind.CATALOGUE in kinds:
        for taken in TakenCatalogue.objects.filter(edition=edition):
            head = taken.to_value()
            yield Thing(Named(SharedKind.CATALOGUE, taken.key), head.name, of_catalogue(head, taken.indicators))


def _needs(definition: IndicatorDefinition) -> Iterator[Named]:
    """The sources and indicators that it is computed from."""
    for binding in definition.bindings:
        terms = (term for group in binding.groups for term in group.terms)
        for key in dict.fromkeys((binding.source, *(term.source for term in terms if term.source))):
            yield Named(SharedKind.SOURCE, key)
    for code in definition.derivation.indicators if definition.derivation else ():
        yield Named(SharedKind.INDICATOR, code)


def differences(kind: SharedKind, before: str, after: str) -> tuple[str, ...]:
    """What the content `after` says otherwise than `before`, in German."""
    if kind is SharedKind.INDICATOR:
        one, other = (replace(from_text(IndicatorDefinition, text), versions=()) for text in (before, after))
        return changes_between(one, other)
    if kind is SharedKind.SOURCE:
        return source_changes(from_text(Source, before), from_text(Source, after))
    earlier, later = (from_text(WholeCatalogue, text) for text in (before, after))
    return catalogue_changes((earlier.head, earlier.indicators), (later.head, later.indicators))


def row_of(edition: Edition, named: Named) -> Row | None:
    """The row in which the edition keeps it."""
    if named.kind is SharedKind.INDICATOR:
        return OwnIndicator.objects.filter(edition=edition, code=named.key).first()
    if named.kind is SharedKind.SOURCE:
        return OwnSource.objects.filter(edition=edition, key=named.key).first()
    return TakenCatalogue.objects.filter(edition=edition, key=named.key).first()


def filled(row: Row | None, edition: Edition, named: Named, text: str) -> Row:
    """The row, or a new one, with the content; not yet saved."""
    if named.kind is SharedKind.CATALOGUE:
        whole = from_text(WholeCatalogue, text)
        taken = row if isinstance(row, TakenCatalogue) else TakenCatalogue(edition=edition, key=named.key)
        taken.head, taken.indicators_text = to_text(whole.head), to_text(whole.indicators)
        return taken
    own = row or _empty(edition, named)
    assert isinstance(own, OwnIndicator | OwnSource)
    own.content = text
    return own


def _empty(edition: Edition, named: Named) -> Row:
    if named.kind is SharedKind.INDICATOR:
        return OwnIndicator(edition=edition, code=named.key)
    return OwnSource(edition=edition, key=named.key)
