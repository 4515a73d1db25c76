"""What a search in the catalogue of an edition finds, and what else is asked of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from mehrklang.catalogue import (
    Access,
    Catalogue,
    Guarding,
    IndicatorDefinition,
    Loosening,
    load,
    search,
)
from mehrklang.vocabulary import AreaLevel
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.catalogues.models import KeptLoosening, OwnSource, RetiredIndicator
from mehrklang_web.catalogues.whole import own_indicators, own_sources, safeguards, taken_catalogues, whole
from mehrklang_web.monitors.models import Edition

__all__ = [
    "OWN",
    "SHIPPED",
    "SMALL",
    "Asked",
    "accesses",
    "found",
    "level_of",
    "loosenings",
    "names",
    "own_indicators",
    "own_source",
    "own_sources",
    "retired",
    "safeguards",
    "shelf_of",
    "sources_of",
    "taken_catalogues",
    "whole",
]

OWN = "eigene"
SHIPPED = "mehrklang"
"""What the filter calls the municipality's own indicators and the shipped ones; named catalogues have their key."""
SMALL = frozenset({AreaLevel.BOROUGH, AreaLevel.QUARTER, AreaLevel.STATISTICAL_AREA, AreaLevel.DISTRICT_PART})


def own_source(edition: Edition, key: str) -> OwnSource | None:
    """The row of one of them; None if there is none of that key."""
    return OwnSource.objects.filter(edition=edition, key=key).first()


def names(edition: Edition) -> dict[str, str]:
    """What the edition's indicators, sources, rule sets and feature definitions are called, by their keys."""
    catalogue = whole(edition)
    entries = (catalogue.rule_sets, catalogue.definitions, catalogue.sources, catalogue.indicators)
    return {key: each.name for some in entries for key, each in some.items()}


def loosenings(edition: Edition, kind: Guarding | None = None, key: str = "") -> tuple[Loosening, ...]:
    """Where rules of secrecy were loosened, the oldest first: all of it, or of one source or indicator."""
    rows = KeptLoosening.objects.filter(edition=edition)
    return tuple(row.to_value() for row in (rows if kind is None else rows.filter(kind=kind.value, key=key)))


def retired(edition: Edition) -> Mapping[str, Retirement]:
    """The indicators that are no longer offered for choice, by code."""
    return {row.code: row.to_value() for row in RetiredIndicator.objects.filter(edition=edition)}


def shelf_of(definition: IndicatorDefinition) -> str:
    """Where an indicator stands: the key of its catalogue, the shipped ones or the office's own."""
    return definition.catalogue or (SHIPPED if definition.code in load().indicators else OWN)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for; "" does not narrow. `small`: known for small areas; `retired`: with those too."""

    words: str = ""
    shelf: str = ""
    field: str = ""
    kind: str = ""
    access: str = ""
    small: bool = False
    computable: bool = False
    retired: bool = False


def found(catalogue: Catalogue, asked: Asked, gone: Mapping[str, Retirement]) -> tuple[IndicatorDefinition, ...]:
    """The indicators that fit, the best hits first."""
    fitting = (each for each in catalogue.indicators.values() if _fits(catalogue, each, asked, gone))
    return search(fitting, asked.words)


def _fits(catalogue: Catalogue, definition: IndicatorDefinition, asked: Asked, gone: Mapping[str, Retirement]) -> bool:
    return (
        asked.shelf in ("", shelf_of(definition))
        and asked.field in ("", definition.field)
        and asked.kind in ("", definition.kind.value)
        and (asked.retired or definition.code not in gone)
        and (not asked.computable or definition.computable)
        and (not asked.access or Access(asked.access) in accesses(catalogue, definition))
        and (not asked.small or level_of(catalogue, definition) in SMALL)
    )


def sources_of(catalogue: Catalogue, definition: IndicatorDefinition) -> tuple[str, ...]:
    """The keys of the sources that it is computed from; of a derived one those of what it is derived from."""
    codes = definition.derivation.indicators if definition.derivation else ()
    bases = (catalogue.indicators[code] for code in codes if code in catalogue.indicators)
    own = (binding.source for binding in definition.bindings)
    return tuple(dict.fromkeys((*own, *(key for base in bases for key in sources_of(catalogue, base)))))


def accesses(catalogue: Catalogue, definition: IndicatorDefinition) -> frozenset[Access]:
    """Who may have the figures, over all its sources; empty where nobody has said it."""
    known = (catalogue.sources.get(key) for key in sources_of(catalogue, definition))
    return frozenset(each.supply.access for each in known if each and each.supply.access)


def level_of(catalogue: Catalogue, definition: IndicatorDefinition) -> AreaLevel | None:
    """The smallest level of areas that it is known for: its own, else the smallest of its sources."""
    known = (catalogue.sources.get(key) for key in sources_of(catalogue, definition))
    levels = [each.supply.level for each in known if each and each.supply.level]
    return definition.level or max(levels, key=list(AreaLevel).index, default=None)
