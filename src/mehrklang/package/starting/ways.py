"""The ways by which an indicator's figures can be had: from its bindings in the catalogue, and from ways.toml."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from mehrklang.catalogue import Catalogue, IndicatorDefinition
from mehrklang.package.chosen import bindings_of, sources_of
from mehrklang.package.monitoring import Selection
from mehrklang.vocabulary import AreaLevel


@dataclass(frozen=True, slots=True)
class Way:
    """A source (key) and the finest level for which it has the indicator (None: not known)."""

    source: str
    level: AreaLevel | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """For whom a source holds: the Land or the one municipality that its keys begin with ("" everywhere); `tables` are
    those that reach the Kreis, the others end at the Land (empty: all reach as far as the source says)."""

    begins: str = ""
    tables: frozenset[str] = frozenset()


def ways(definition: IndicatorDefinition, catalogue: Catalogue, area: str) -> tuple[Way, ...]:
    """Every way that is open to the municipality of that key, those of the catalogue's bindings first.

    >>> from mehrklang.catalogue import load
    >>> [(way.source, way.level.value) for way in ways(load().indicator("arbeitslosenquote"), load(), "03459")]
    [('lsn-integrationsmonitoring', 'land'), ('regionalstatistik', 'kreis')]
    >>> [way.source for way in ways(load().indicator("arbeitslosenquote"), load(), "09162")]
    ['regionalstatistik']
    """
    found = [*_bound(definition, catalogue), *_listed().get(definition.code, ())]
    return tuple(way for way in found if holds_for(way.source, area))


def holds_for(source: str, area: str) -> bool:
    """Whether a source has figures for the municipality of that key ("": for any).

    >>> [holds_for("lsn-integrationsmonitoring", key) for key in ("03459", "09162", "")]
    [True, False, True]
    """
    return not area or area.startswith(_limits().get(source, Limit()).begins)


def listed_ways(code: str, area: str) -> tuple[Way, ...]:
    """The ways to an indicator beside its bindings that are open to the municipality of that key ("": to any).

    >>> [(way.source, way.level.value) for way in listed_ways("sgb-ii-quote", "09162")]
    [('ba-statistik', 'kreis')]
    """
    return tuple(way for way in _listed().get(code, ()) if holds_for(way.source, area))


def sources_open(
    selections: Iterable[Selection], definitions: Mapping[str, IndicatorDefinition], area: str
) -> Mapping[str, tuple[str, ...]]:
    """The codes of the chosen indicators by the source that the municipality of that key may have them from: those of
    the bindings that hold for it; where none does, the first other way.

    >>> from mehrklang.catalogue import load
    >>> chosen = [Selection("auslaenderanteil", ""), Selection("sgb-ii-quote", "")]
    >>> [sorted(sources_open(chosen, load().indicators, key)) for key in ("03459", "09162")]
    [['ba-statistik', 'lsn-integrationsmonitoring'], ['azr', 'ba-statistik']]
    """
    found: dict[str, dict[str, None]] = {}
    for each in selections:
        for source in _sources(each, definitions, area):
            found.setdefault(source, {})[each.code] = None
    return {source: tuple(codes) for source, codes in found.items()}


def _sources(each: Selection, definitions: Mapping[str, IndicatorDefinition], area: str) -> tuple[str, ...]:
    bindings = [binding for binding in bindings_of(each, definitions) if holds_for(binding.source, area)]
    if bindings:
        return tuple(source for binding in bindings for source in sources_of(binding))
    return tuple(way.source for way in listed_ways(each.code, area) if each.source in ("", way.source))[:1]


def candidates(catalogue: Catalogue) -> tuple[IndicatorDefinition, ...]:
    """What may be proposed: the catalogue's candidates for a core set, and whatever ways.toml names besides."""
    named = (code for code in _listed() if code in catalogue.indicators)
    found = {each.code: each for each in (*catalogue.core, *map(catalogue.indicator, named))}
    return tuple(sorted(found.values(), key=lambda each: (catalogue.fields.index(each.field), not each.core)))


def _bound(definition: IndicatorDefinition, catalogue: Catalogue) -> Iterator[Way]:
    for binding in bindings_of(Selection(definition.code, ""), catalogue.indicators):
        key = sources_of(binding)[0]
        if key in catalogue.sources:
            tables = {term.measure for group in binding.groups for term in group.terms}
            limit = _limits().get(key, Limit())
            fine = not limit.tables or tables <= limit.tables
            yield Way(key, catalogue.sources[key].supply.level if fine else AreaLevel.STATE)


@cache
def _document() -> Mapping[str, list[dict[str, str | list[str]]]]:
    text = files("mehrklang.package.starting").joinpath("ways.toml").read_text(encoding="utf-8")
    document: Mapping[str, list[dict[str, str | list[str]]]] = tomllib.loads(text)
    return document


@cache
def _limits() -> Mapping[str, Limit]:
    return {
        str(row["schluessel"]): Limit(
            str(row.get("kommune") or row.get("land") or ""), frozenset(row.get("kreistabellen", ()))
        )
        for row in _document()["quelle"]
    }


@cache
def _listed() -> Mapping[str, tuple[Way, ...]]:
    found: dict[str, tuple[Way, ...]] = {}
    for row in _document()["weg"]:
        way = Way(str(row["quelle"]), AreaLevel(str(row["ebene"])), str(row.get("hinweis", "")))
        code = str(row["indikator"])
        found[code] = (*found.get(code, ()), way)
    return found
