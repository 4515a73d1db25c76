"""Which rules protect which counts: those of the source, or stricter ones that edition or indicator ask for."""

from dataclasses import dataclass

from mehrklang.catalogue.catalogue import Catalogue
from mehrklang.catalogue.chain import sources_taken
from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.rules import RuleSet
from mehrklang.catalogue.tightening import looser
from mehrklang.vocabulary import Material


@dataclass(frozen=True, slots=True)
class Safeguards:
    """The catalogue as an edition sees it, and the key of the rule set that the edition asks for its own counts (one
    that does not exist: each source has its own).

    UnknownEntry where a source is asked that does not exist.
    """

    catalogue: Catalogue
    asked: str = ""

    def asked_of(self, source: str) -> RuleSet:
        """The rules that the edition asks for; those of the source itself where it asks for none, or where its
        producer has protected it."""
        own = self.catalogue.source(source)
        rules = self.catalogue.rule_set(own.rule_set)
        return self.catalogue.rule_sets.get(self.asked, rules) if own.material is Material.ADDITIVE else rules

    def of_source(self, source: str) -> RuleSet:
        """The rules that hold for a source; what would loosen its own is not applied."""
        own, asked = self.catalogue.rule_set(self.catalogue.source(source).rule_set), self.asked_of(source)
        return own if looser(own, asked) else asked

    def of(self, source: str, definition: IndicatorDefinition) -> RuleSet:
        """The rules that hold for an indicator in a source; what would loosen those of the source is not applied."""
        rules = self.of_source(source)
        own = self.catalogue.rule_sets.get(definition.rule_set, rules)
        return rules if looser(rules, own) else own

    def own_counts(self, definition: IndicatorDefinition) -> tuple[str, ...]:
        """The sources of own counts that an indicator takes, in the order of their keys; unknown ones are left out."""
        known = self.catalogue.sources
        taken = sorted(sources_taken(definition, self.catalogue.indicators) & known.keys())
        return tuple(key for key in taken if known[key].material is Material.ADDITIVE)
