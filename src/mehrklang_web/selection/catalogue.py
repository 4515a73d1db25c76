"""The catalogue as an edition sees it: the packaged one and, on top, what the office added itself."""

from collections.abc import Mapping

from mehrklang.catalogue import Break, IndicatorDefinition, Source, load
from mehrklang_web.catalogues.queries import own_indicators, own_sources
from mehrklang_web.monitors.models import Edition
from mehrklang_web.selection.models import Addition


def definitions(edition: Edition) -> Mapping[str, IndicatorDefinition]:
    """The catalogue's indicators and, on top, the office's own, by code."""
    return {**load().indicators, **{own.code: own for own in own_indicators(edition)}}


def sources(edition: Edition) -> Mapping[str, Source]:
    """The catalogue's sources and, on top, the office's own, by key."""
    return {**load().sources, **{own.key: own for own in own_sources(edition)}}


def name_of(edition: Edition, code: str) -> str:
    """The name of an indicator, for people; its code where no catalogue knows it."""
    own = load().indicators.get(code)
    definition = own or next((each for each in own_indicators(edition) if each.code == code), None)
    return definition.name if definition else code


def own_breaks(edition: Edition) -> dict[str, tuple[Break, ...]]:
    """Breaks that the office entered itself, per indicator."""
    rows = Addition.objects.filter(edition=edition, kind=Addition.Kind.BREAKS)
    return {row.key: breaks for row in rows if (breaks := row.to_value())}
