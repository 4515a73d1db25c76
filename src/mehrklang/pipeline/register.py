"""Everything that a monitoring may look up by key: the catalogue and, on top, what the municipality defines itself."""

from dataclasses import dataclass, replace

from mehrklang.catalogue import (
    Catalogue,
    IndicatorDefinition,
    LooserRulesError,
    RuleSet,
    Source,
    load,
    tightened,
)
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
        own, asked = self._rules(source)
        return own if self.looser(source) else asked

    def looser(self, source: str) -> str:
        """What the monitoring's rule set would loosen, in German; such a rule set is not applied. "": nothing."""
        try:
            tightened(*self._rules(source))
        except LooserRulesError as error:
            return str(error)
        return ""

    def _rules(self, source: str) -> tuple[RuleSet, RuleSet]:
        """The source's own rules, and those that the monitoring asks for."""
        own = self.source(source)
        asked = self.monitoring.rule_set if own.material is Material.ADDITIVE else ""
        return self.catalogue.rule_set(own.rule_set), self.catalogue.rule_set(asked or own.rule_set)


def unnamed_area(key: str) -> Area:
    """An area of which nothing but the key is known."""
    return Area(key, f"Gebiet {key}", AreaLevel.UNASSIGNED)
