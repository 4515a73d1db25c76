"""What is protected otherwise than before, and in what that is looser: by source, and by indicator with own rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.safeguards import Safeguards
from mehrklang.catalogue.source import Source
from mehrklang.catalogue.tightening import looser
from mehrklang.vocabulary import Material

_UNPROTECTED = "die Zahlen gelten als veröffentlicht und werden hier nicht mehr geschützt"


class Guarding(StrEnum):
    """What has rules of secrecy."""

    SOURCE = "quelle"
    INDICATOR = "indikator"

    @property
    def label(self) -> str:
        """As people read it."""
        return "Quelle" if self is Guarding.SOURCE else "Indikator"


@dataclass(frozen=True, slots=True)
class RuleChange:
    """Other rules for a source or an indicator: under which name they went and go, and in what they are `looser` (():
    in nothing). `own_counts`: the figures are counted and protected here, not by their producer."""

    kind: Guarding
    key: str
    name: str
    before: str
    after: str
    looser: tuple[str, ...]
    own_counts: bool


def rule_changes(before: Safeguards, after: Safeguards) -> tuple[RuleChange, ...]:
    """Every source and every indicator of both whose rules are others now; what is new has no rules from before.

    >>> from dataclasses import replace
    >>> from mehrklang.catalogue import load
    >>> from types import MappingProxyType
    >>> strict = replace(load().source("melderegister"), rule_set="mindestfallzahl-10")
    >>> sources = MappingProxyType({**load().sources, strict.key: strict})
    >>> [change] = rule_changes(Safeguards(replace(load(), sources=sources)), Safeguards(load()))
    >>> change.kind.label, change.after, change.looser[0]
    ('Quelle', 'Mindestfallzahl 3', 'Mindestfallzahl 3 statt 10')
    """
    return (*_of_sources(before, after), *_of_indicators(before, after))


def loosened(changes: Iterable[RuleChange]) -> tuple[RuleChange, ...]:
    """Those of them that are looser in something."""
    return tuple(each for each in changes if each.looser)


def _of_sources(before: Safeguards, after: Safeguards) -> Iterator[RuleChange]:
    for key, source in after.catalogue.sources.items():
        earlier = before.catalogue.sources.get(key)
        if earlier is None or not {earlier.rule_set, source.rule_set} <= after.catalogue.rule_sets.keys():
            continue
        rules, by = before.of_source(key), after.of_source(key)
        told = (_UNPROTECTED,) if _given_up(earlier, source) else looser(rules, by)
        if told or rules != by:
            own = Material.ADDITIVE in {earlier.material, source.material}
            yield RuleChange(Guarding.SOURCE, key, source.name, rules.name, by.name, told, own)


def _given_up(before: Source, after: Source) -> bool:
    return before.material is Material.ADDITIVE and after.material is Material.PUBLISHED


def _of_indicators(before: Safeguards, after: Safeguards) -> Iterator[RuleChange]:
    """Indicators with other rules of their own; where those of its source changed, that is told of the source."""
    for code, definition in after.catalogue.indicators.items():
        earlier = before.catalogue.indicators.get(code)
        if earlier is None or earlier.rule_set == definition.rule_set:
            continue
        found = tuple(_of_indicator(earlier, definition, before, after))
        if found:
            told = tuple(dict.fromkeys(text for each in found for text in each.looser))
            yield RuleChange(
                Guarding.INDICATOR, code, definition.name, found[0].before, found[0].after, told, own_counts=True
            )


def _of_indicator(
    earlier: IndicatorDefinition, definition: IndicatorDefinition, before: Safeguards, after: Safeguards
) -> Iterator[RuleChange]:
    """In each source of own counts that it took and takes: by the source's rules of today, so that nothing is told
    twice."""
    took = before.own_counts(earlier)
    for source in after.own_counts(definition):
        rules, by = after.of(source, earlier), after.of(source, definition)
        if source in took and rules != by:
            told = looser(rules, by)
            yield RuleChange(Guarding.INDICATOR, definition.code, definition.name, rules.name, by.name, told, True)  # noqa: FBT003 — as above
