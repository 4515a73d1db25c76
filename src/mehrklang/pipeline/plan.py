"""Which binding a chosen indicator is obtained by, and which cells of which sources that takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from mehrklang.catalogue import Binding, IndicatorDefinition
from mehrklang.package import FurtherTarget, Selection
from mehrklang.pipeline.deliveries import Delivery, Received
from mehrklang.pipeline.register import Register
from mehrklang.store import Request


@dataclass(frozen=True, slots=True)
class Need:
    """One cell that is needed, of one source."""

    source: str
    request: Request


@dataclass(frozen=True, slots=True)
class Plan:
    """How a chosen indicator comes about.

    `chain` runs from the indicator to the one that is computed from cells (itself, unless it is derived); `binding` is
    that one's. Where the chain ends in a composite, `parts` are the plans of what it is put together from, and
    `binding` is that of the first.
    """

    selection: Selection
    chain: tuple[IndicatorDefinition, ...]
    binding: Binding
    parts: tuple["Plan", ...] = ()

    @property
    def definition(self) -> IndicatorDefinition:
        """The chosen indicator."""
        return self.chain[0]

    @property
    def needs(self) -> tuple[Need, ...]:
        """Every cell that is needed, each once."""
        if self.parts:
            return tuple(dict.fromkeys(need for part in self.parts for need in part.needs))
        terms = (term for group in self.binding.groups for term in group.terms)
        needs = (
            Need(term.source or self.binding.source, Request(term.measure, term.unit, term.where)) for term in terms
        )
        return tuple(dict.fromkeys(needs))

    @property
    def definitions(self) -> tuple[IndicatorDefinition, ...]:
        """The chosen indicator and all that it is computed from, each once."""
        parts = (definition for part in self.parts for definition in part.definitions)
        return tuple(dict.fromkeys((*self.chain, *parts)))

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, that of the binding first."""
        return tuple(dict.fromkeys((self.binding.source, *(need.source for need in self.needs))))

    @property
    def group(self) -> str:
        """The group that target and assessment look at."""
        derivation = self.definition.derivation
        return self.selection.group or (derivation.group if derivation else self.binding.groups[0].group)

    def target_of(self, area: str, group: str, *, main: str) -> FurtherTarget | None:
        """The target of an area and group; that of the selection belongs to the main area and the group in view."""
        for further in self.selection.further_targets:
            if (further.area or main, further.group or self.group) == (area, group):
                return further
        own = self.selection.target
        if own is None or (area, group) != (main, self.group):
            return None
        return FurtherTarget(own, area, group, self.selection.target_signed_by)

    def label(self, group: str) -> str:
        """What a group is called; a compared one with what it is compared to."""
        labels = {each.group: each.label for each in self.binding.groups}
        base = self.definition.derivation.base if self.definition.derivation else ""
        if self.parts:
            return self.chain[-1].name  # of several indicators no group's own name fits
        return f"{labels[group]} gegenüber {labels[base]}" if base else labels[group]

    def used(self, received: Received) -> tuple[Delivery, ...]:
        """The deliveries that hold a needed measure."""
        needed = {(need.source, need.request.measure) for need in self.needs}
        return tuple(
            delivery
            for delivery in received.deliveries
            if any((delivery.source, measure) in needed for measure in delivery.measures)
        )


def plan(selection: Selection, register: Register, received: Received) -> Plan | None:
    """The plan by the first binding for which everything was delivered; None where there is none."""
    chain = tuple(_chain(selection.code, register))
    derivation = chain[-1].derivation
    if derivation and derivation.parts:
        return _composite(selection, chain, register, received)
    for binding in chain[-1].bindings:
        candidate = Plan(selection, chain, binding)
        if selection.source in ("", binding.source) and _delivered(candidate, received):
            return candidate
    return None


def _composite(
    selection: Selection, chain: tuple[IndicatorDefinition, ...], register: Register, received: Received
) -> Plan | None:
    """The plans of all parts, or none."""
    assert chain[-1].derivation is not None  # the caller has looked
    parts = [
        plan(Selection(code, selection.why, source=selection.source), register, received)
        for code in chain[-1].derivation.indicators
    ]
    found = tuple(part for part in parts if part is not None)
    return Plan(selection, chain, found[0].binding, found) if found and len(found) == len(parts) else None


def _chain(code: str, register: Register) -> Iterator[IndicatorDefinition]:
    definition = register.definition(code)
    yield definition
    if definition.derivation and not definition.derivation.parts:
        yield from _chain(definition.derivation.indicator, register)


def _delivered(candidate: Plan, received: Received) -> bool:
    delivered = {(delivery.source, measure) for delivery in received.deliveries for measure in delivery.measures}
    return all((need.source, need.request.measure) in delivered for need in candidate.needs)
