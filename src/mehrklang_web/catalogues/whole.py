"""The catalogue as an edition sees it: what is shipped and, on top, what the office has defined and taken in.

Acts look at it too (what a change does to the rules of secrecy), so it stands below both acts and queries.
"""

from dataclasses import replace
from types import MappingProxyType

from mehrklang.catalogue import Catalogue, IndicatorDefinition, NamedCatalogue, Safeguards, Source, load
from mehrklang_web.catalogues.models import OwnIndicator, OwnSource, TakenCatalogue
from mehrklang_web.monitors.models import Edition


def own_indicators(edition: Edition) -> tuple[IndicatorDefinition, ...]:
    """What the office has defined itself, then the indicators of the catalogues that it has taken in."""
    own = (row.to_value() for row in OwnIndicator.objects.filter(edition=edition))
    taken = (each for row in TakenCatalogue.objects.filter(edition=edition) for each in row.indicators)
    return (*own, *taken)


def own_sources(edition: Edition) -> tuple[Source, ...]:
    """The sources that the office has described itself."""
    return tuple(row.to_value() for row in OwnSource.objects.filter(edition=edition))


def taken_catalogues(edition: Edition) -> tuple[NamedCatalogue, ...]:
    """The catalogues of others that the office has taken in."""
    return tuple(row.to_value() for row in TakenCatalogue.objects.filter(edition=edition))


def whole(edition: Edition, *, without: str = "") -> Catalogue:
    """The shipped catalogue and, on top, the edition's own indicators and sources and the catalogues it has taken in.

    `without` is the key of one of those that is left out.
    """
    shipped = load()
    own = (each for each in own_indicators(edition) if not without or each.catalogue != without)
    indicators = {**shipped.indicators, **{each.code: each for each in own}}
    named = {**shipped.named, **{each.key: each for each in taken_catalogues(edition) if each.key != without}}
    sources = {**shipped.sources, **{each.key: each for each in own_sources(edition)}}
    return replace(
        shipped,
        indicators=MappingProxyType(indicators),
        named=MappingProxyType(named),
        sources=MappingProxyType(sources),
    )


def safeguards(edition: Edition) -> Safeguards:
    """Which rules of secrecy hold in the edition: its indicators and sources, without the heads of catalogues."""
    shipped = load()
    indicators = {**shipped.indicators, **{each.code: each for each in own_indicators(edition)}}
    sources = {**shipped.sources, **{each.key: each for each in own_sources(edition)}}
    catalogue = replace(shipped, indicators=MappingProxyType(indicators), sources=MappingProxyType(sources))
    return Safeguards(catalogue, edition.rule_set)
