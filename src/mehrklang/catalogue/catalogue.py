"""The catalogue: everything that was loaded, to be looked up by key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from mehrklang.catalogue.breaks import Break
from mehrklang.catalogue.comparability import NEVER_COMPARED, SAME_DEFINITION, Comparability, ComparedPair
from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.feature_definition import FeatureDefinition
from mehrklang.catalogue.match import Match
from mehrklang.catalogue.named import NamedCatalogue
from mehrklang.catalogue.rules import RuleSet
from mehrklang.catalogue.source import Source
from mehrklang.vocabulary import Issue

Entry = TypeVar("Entry")


class UnknownEntry(KeyError):  # noqa: N818 — the name says what is the matter
    """There is no such entry; the message is a German sentence for people."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(key)
        self.kind = kind
        self.key = key

    def __str__(self) -> str:
        return f"Im Katalog gibt es {self.kind} „{self.key}“ nicht."


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Indicators, sources, feature definitions with their comparability, rule sets, known breaks and named catalogues.

    Promise: the mappings are read-only and ordered by file name; entries with faults are left out and named in
    `issues`, so a catalogue without issues is whole: every binding names a known source, every derivation a known
    indicator, without cycles.
    """

    indicators: Mapping[str, IndicatorDefinition]
    sources: Mapping[str, Source]
    definitions: Mapping[str, FeatureDefinition]
    rule_sets: Mapping[str, RuleSet]
    breaks: Mapping[str, Break]
    pairs: tuple[ComparedPair, ...]
    issues: tuple[Issue, ...] = ()
    named: Mapping[str, NamedCatalogue] = field(default_factory=lambda: MappingProxyType({}))

    def indicator(self, code: str) -> IndicatorDefinition:
        """The indicator of that code; UnknownEntry where there is none."""
        return _entry(self.indicators, code, "den Indikator")

    def source(self, key: str) -> Source:
        """The source of that key; UnknownEntry where there is none."""
        return _entry(self.sources, key, "die Quelle")

    def definition(self, key: str) -> FeatureDefinition:
        """The feature definition of that key; UnknownEntry where there is none."""
        return _entry(self.definitions, key, "die Merkmalsdefinition")

    def rule_set(self, key: str) -> RuleSet:
        """The rule set of that key; UnknownEntry where there is none."""
        return _entry(self.rule_sets, key, "den Regelsatz")

    def of(self, catalogue: str) -> tuple[IndicatorDefinition, ...]:
        """The indicators of a named catalogue; of "" what is defined here or by the municipality."""
        return tuple(each for each in self.indicators.values() if each.catalogue == catalogue)

    def in_words(self, match: Match) -> str:
        """A match for people: catalogue and number, or the name; the degree; what differs."""
        other = self.indicators.get(match.indicator)
        head = self.named.get(other.catalogue) if other else None
        name = f"{head.short} {other.number}" if head and other else other.name if other else match.indicator
        return f"{name} ({match.degree}{f': {match.difference}' if match.difference else ''})"

    def comparability(self, first: str, second: str) -> Comparability:
        """How the definition `first` is to `second`; UnknownEntry where one of them does not exist.

        Promise: what the rule table does not list is not comparable; exchanging the two reverses "contains" and leaves
        every other answer as it is.
        """
        if self.definition(first) == self.definition(second):
            return SAME_DEFINITION
        for pair in self.pairs:
            if (pair.first, pair.second) == (first, second):
                return pair.answer
            if (pair.second, pair.first) == (first, second):
                return pair.answer.reverse
        return NEVER_COMPARED

    @property
    def core(self) -> tuple[IndicatorDefinition, ...]:
        """The candidates for a core set."""
        return tuple(indicator for indicator in self.indicators.values() if indicator.core)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of action (Handlungsfelder) of what is defined here, in the order of the files; named catalogues
        have fields of their own.
        """
        return tuple(dict.fromkeys(each.field for each in self.indicators.values() if not each.catalogue))


def _entry(entries: Mapping[str, Entry], key: str, kind: str) -> Entry:
    try:
        return entries[key]
    except KeyError:
        raise UnknownEntry(kind, key) from None
