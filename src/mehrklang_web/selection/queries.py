"""The chosen indicators of an edition and its additions to the catalogue."""

from collections.abc import Mapping

from mehrklang.catalogue import Break, IndicatorDefinition, Source, load
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
from mehrklang_web.selection.models import Addition, ChosenIndicator


def chosen(edition: Edition) -> list[ChosenIndicator]:
    """The chosen indicators in their order, with goals, targets and signatures."""
    rows = ChosenIndicator.objects.filter(edition=edition)
    return list(rows.select_related("agreed_target").prefetch_related("goals", "agreed_target__signatures"))


def chosen_one(edition: Edition, code: str) -> ChosenIndicator | None:
    """One chosen indicator, loaded as in `chosen`; None if the edition has not chosen it."""
    return next((each for each in chosen(edition) if each.code == code), None)


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


def own_breaks(edition: Edition) -> dict[str, tuple[Break, ...]]:
    """Breaks that the office entered itself, per indicator."""
    return {row.key: from_text(tuple[Break, ...], row.content) for row in _rows(edition, Addition.Kind.BREAKS)}


def _rows(edition: Edition, kind: Addition.Kind) -> list[Addition]:
    return list(Addition.objects.filter(edition=edition, kind=kind))
