"""From a chosen indicator to the bindings and sources that it may be obtained by."""

from collections.abc import Mapping

from mehrklang.catalogue import Binding, IndicatorDefinition
from mehrklang.package.monitoring import Selection


def bindings_of(selection: Selection, definitions: Mapping[str, IndicatorDefinition]) -> tuple[Binding, ...]:
    """The bindings that a selection may be obtained by; of a derived indicator those of its base."""
    definition = definitions.get(selection.code)
    while definition and definition.derivation:
        definition = definitions.get(definition.derivation.indicator)
    bindings = definition.bindings if definition else ()
    return tuple(binding for binding in bindings if selection.source in ("", binding.source))


def sources_of(binding: Binding) -> tuple[str, ...]:
    """The keys of the sources that a binding takes cells from, its own first."""
    terms = (term for group in binding.groups for term in group.terms)
    return tuple(dict.fromkeys((binding.source, *(term.source for term in terms if term.source))))
