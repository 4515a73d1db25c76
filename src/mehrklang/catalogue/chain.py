"""An indicator with all that it is derived from, and the sources that these take."""

from collections.abc import Iterator, Mapping

from mehrklang.catalogue.definition import IndicatorDefinition


def chain(
    definition: IndicatorDefinition, indicators: Mapping[str, IndicatorDefinition]
) -> Iterator[IndicatorDefinition]:
    """The definition and all that it is derived from, each once."""
    seen, waiting = {definition.code}, [definition]
    while waiting:
        each = waiting.pop()
        yield each
        below = set(each.derivation.indicators if each.derivation else ()) & indicators.keys() - seen
        seen |= below
        waiting += [indicators[code] for code in sorted(below)]


def sources_taken(definition: IndicatorDefinition, indicators: Mapping[str, IndicatorDefinition]) -> frozenset[str]:
    """The keys of the sources that it is computed from, also by way of the indicators that it is derived from."""
    return frozenset(
        term.source or binding.source
        for each in chain(definition, indicators)
        for binding in each.bindings
        for group in binding.groups
        for term in group.terms
    )
