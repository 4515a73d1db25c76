"""The catalogue as an edition sees it: the packaged one and, on top, what the office added itself."""

from collections.abc import Mapping

from mehrklang.catalogue import Break, IndicatorDefinition, Source, load
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
from mehrklang_web.selection.models import Addition


def own_indicators(edition: Edition) -> tuple[IndicatorDefinition, ...]:
    """Definitions that the office wrote itself."""
    return tuple(from_text(IndicatorDefinition, row.content) for row in _rows(edition, Addition.Kind.INDICATOR))


def own_sources(edition: Edition) -> tuple[Source, ...]:
    """Sources that the office entered itself."""
    return tuple(from_text(Source, row.content) for row in _rows(edition, Addition.Kind.SOURCE))


def definitions(edition: Edition) -> Mapping[str, IndicatorDefinition]:
    """The catalogue's indicators and, on top, the office's own, by code."""
    return {**load().indicators, **{own.code: own for own in own_indicators(edition)}}


def sources(edition: Edition) -> Mapping[str, Source]:
    """The catalogue's sources and, on top, the office's own, by key."""
    return {**load().sources, **{own.key: own for own in own_sources(edition)}}


def name_of(edition: Edition, code: str) -> str:
    """The name of an indicator, for people; its code where no catalogue knows it."""
    own = Addition.objects.filter(edition=edition, kind=Addition.Kind.INDICATOR, key=code).first()
    definition = from_text(IndicatorDefinition, own.content) if own else load().indicators.get(code)
    return definition.name if definition else code


def own_breaks(edition: Edition) -> dict[str, tuple[Break, ...]]:
    """Breaks that the office entered itself, per indicator."""
    return {row.key: from_text(tuple[Break, ...], row.content) for row in _rows(edition, Addition.Kind.BREAKS)}


def _rows(edition: Edition, kind: Addition.Kind) -> list[Addition]:
    return list(Addition.objects.filter(edition=edition, kind=kind))
