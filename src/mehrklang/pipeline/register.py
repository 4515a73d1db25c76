"""Everything that a monitoring may look up by key: the catalogue and, on top, what the municipality defines itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mehrklang.catalogue import Catalogue, IndicatorDefinition, RuleSet, Safeguards, Source, load, looser, refusal
from mehrklang.disclosure.rulebook import strictest
from mehrklang.package import Monitoring
from mehrklang.vocabulary import Area, AreaLevel, Material


@dataclass(frozen=True, slots=True)
class Register:
    """The monitoring and the catalogue that it is read against."""

    monitoring: Monitoring
    catalogue: Catalogue

    @classmethod
    def of(cls, monitoring: Monitoring) -> "Register":
        """The packaged catalogue with the monitoring's own entries."""
        packaged = load()
        indicators = {**packaged.indicators, **{own.code: own for own in monitoring.own_indicators}}
        sources = {**packaged.sources, **{own.key: own for own in monitoring.own_sources}}
        return cls(monitoring, replace(packaged, indicators=indicators, sources=sources))

    def definition(self, code: str) -> IndicatorDefinition:
        """The indicator with all its breaks: the catalogue's, the municipality's, and those of what it derives from."""
        definition = self.catalogue.indicator(code)
        own = self.monitoring.own_breaks.get(code, ())
        bases = definition.derivation.indicators if definition.derivation else ()
        inherited = (each for base in bases for each in self.definition(base).breaks)
        breaks = tuple(dict.fromkeys((*definition.breaks, *own, *inherited)))
        return replace(definition, breaks=tuple(sorted(breaks, key=lambda each: each.first_year)))

    def source(self, key: str) -> Source:
        """The source."""
        return self.catalogue.source(key)

    def rules(self, source: str) -> RuleSet:
        """The rules of a source; for additive material the monitoring may ask for stricter ones."""
        return self._safeguards.of_source(source)

    def looser(self, source: str) -> str:
        """What the monitoring's rule set would loosen, in German; such a rule set is not applied. "": nothing."""
        return refusal(self.catalogue.rule_set(self.source(source).rule_set), self._safeguards.asked_of(source))

    def rules_of(self, source: str, definitions: Iterable[IndicatorDefinition]) -> RuleSet:
        """The rules of a source for an indicator that is derived from others: the strictest that one of them asks for.

        Rules that would loosen those of the source are left out (`loosened`).
        """
        asked = (definition.rule_set for definition in definitions)
        own = self.rules(source)
        stricter = [self.catalogue.rule_set(key) for key in dict.fromkeys(asked) if key in self.catalogue.rule_sets]
        return strictest((own, *(rules for rules in stricter if not looser(own, rules))))

    def loosened(self, source: str, definition: IndicatorDefinition) -> str:
        """What an indicator's rules would loosen in a source of our own counts, in German; "": nothing."""
        key = definition.rule_set
        if key not in self.catalogue.rule_sets or self.source(source).material is not Material.ADDITIVE:
            return ""
        return refusal(self.rules(source), self.catalogue.rule_set(key))

    @property
    def _safeguards(self) -> Safeguards:
        return Safeguards(self.catalogue, self.monitoring.rule_set)


def unnamed_area(key: str) -> Area:
    """An area of which nothing but the key is known."""
    return Area(key, f"Gebiet {key}", AreaLevel.UNASSIGNED)
