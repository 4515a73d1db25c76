"""Whether what an entry points to exists: sources, feature definitions, rule sets and other indicators."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.comparability import ComparedPair, Degree
from mehrklang.catalogue.definition import Binding, IndicatorDefinition, IndicatorKind
from mehrklang.catalogue.feature_definition import FeatureDefinition
from mehrklang.catalogue.lines import KeyPath
from mehrklang.catalogue.rules import RuleSet
from mehrklang.catalogue.source import Source
from mehrklang.vocabulary import Unit


def faults_in_sources_named(definition: IndicatorDefinition, sources: Mapping[str, Source]) -> Iterator[Fault]:
    """Bindings and terms that name an unknown source."""
    for index, binding in enumerate(definition.bindings):
        named: list[tuple[str, KeyPath]] = [(binding.source, ("quelle",))]
        for place, group in enumerate(binding.groups):
            named += [
                (term.source, ("gruppe", place)) for term in (*group.numerator, *group.denominator) if term.source
            ]
        for key, at in named:
            if key and key not in sources:
                message = f"Die Quelle „{key}“ ist nicht beschrieben."
                yield Fault("K-QUELLE-01", message, _near(key, sources), ("bezug", index, *at))


def faults_in_features_named(
    definition: IndicatorDefinition, definitions: Mapping[str, FeatureDefinition]
) -> Iterator[Fault]:
    """Features and feature definitions that nobody has defined, or that do not belong together."""
    features = {entry.feature for entry in definitions.values()}
    for feature in definition.features:
        if feature not in features:
            message = f"Für das Merkmal „{feature}“ gibt es keine Definition."
            yield Fault("K-MERKMAL-02", message, _near(feature, features), ("merkmale",))
    for index, binding in enumerate(definition.bindings):
        yield from _feature_of(binding, definitions, ("bezug", index))


def _feature_of(binding: Binding, definitions: Mapping[str, FeatureDefinition], at: KeyPath) -> Iterator[Fault]:
    found = definitions.get(binding.definition)
    if found is None:
        message = f"Die Merkmalsdefinition „{binding.definition}“ gibt es nicht."
        yield Fault("K-MERKMAL-01", message, _near(binding.definition, definitions), (*at, "definition"))
    elif found.feature != (binding.feature or found.feature):
        message = f"Die Definition „{found.key}“ gehört zum Merkmal „{found.feature}“, nicht zu „{binding.feature}“."
        yield Fault("K-MERKMAL-03", message, f'Schreiben Sie: merkmal = "{found.feature}"', (*at, "merkmal"))


def faults_in_derivation(
    definition: IndicatorDefinition, indicators: Mapping[str, IndicatorDefinition]
) -> Iterator[Fault]:
    """An unknown indicator, an unknown group, a circle, or a unit that the result does not have."""
    derivation = definition.derivation
    if derivation is None or not derivation.indicator:
        return
    found = indicators.get(derivation.indicator)
    if found is None:
        message = f"Der Indikator „{derivation.indicator}“, aus dem errechnet wird, ist nicht bekannt."
        yield Fault("K-ABLEITUNG-03", message, _near(derivation.indicator, indicators), ("ableitung", "indikator"))
        return
    if _circular(definition, indicators):
        message = f"Der Indikator „{definition.code}“ wird über Umwege aus sich selbst errechnet."
        yield Fault(
            "K-ABLEITUNG-05", message, "Leiten Sie aus einem Indikator ab, der eine Quelle hat.", ("ableitung",)
        )
    unit = _derived_unit(definition.kind, found.unit)
    if definition.unit is not unit:
        message = f"Aus Werten in „{found.unit}“ ergibt sich die Einheit „{unit}“, nicht „{definition.unit}“."
        yield Fault("K-EINHEIT-04", message, f'Schreiben Sie: einheit = "{unit}"', ("einheit",))
    groups = {group.group for binding in found.bindings for group in binding.groups}
    for key, name in (("gruppe", derivation.group), ("bezugsgruppe", derivation.base)):
        if name and groups and name not in groups:
            message = f"Die Gruppe „{name}“ gibt es im Indikator „{found.code}“ nicht."
            yield Fault("K-ABLEITUNG-04", message, _near(name, groups), ("ableitung", key))


def _derived_unit(kind: IndicatorKind, unit: Unit) -> Unit:
    if kind is IndicatorKind.RATIO:
        return Unit.RATIO
    return unit.of_change if kind is IndicatorKind.CHANGE else unit.of_difference


def _circular(definition: IndicatorDefinition, indicators: Mapping[str, IndicatorDefinition]) -> bool:
    seen = {definition.code}
    step = definition.derivation
    while step and step.indicator in indicators:
        if step.indicator in seen:
            return step.indicator == definition.code
        seen.add(step.indicator)
        step = indicators[step.indicator].derivation
    return False


def faults_in_rule_set_named(source: Source, rule_sets: Mapping[str, RuleSet]) -> Iterator[Fault]:
    """A source whose rule set of disclosure control does not exist."""
    if source.rule_set and source.rule_set not in rule_sets:
        message = f"Den Regelsatz „{source.rule_set}“ der Geheimhaltung gibt es nicht."
        yield Fault("K-REGEL-01", message, _near(source.rule_set, rule_sets), ("regelsatz",))


def faults_in_pair(pair: ComparedPair, definitions: Mapping[str, FeatureDefinition]) -> Iterator[Fault]:
    """A pair that names an unknown definition, or one definition twice, or says nothing to the reader."""
    for key, name in (("erste", pair.first), ("zweite", pair.second)):
        if name and name not in definitions:
            message = f"Die Merkmalsdefinition „{name}“ gibt es nicht."
            yield Fault("K-MERKMAL-01", message, _near(name, definitions), (key,))
    if (pair.first == pair.second) != (pair.answer.degree is Degree.SAME) or not pair.answer.warning:
        message = (
            "Ein Vergleich nennt zwei verschiedene Definitionen, einen anderen Grad als „gleich“ und eine Warnung."
        )
        yield Fault("K-VERGLEICH-01", message, "Ergänzen Sie eine Zeile: warnung = …")


def _near(key: str, known: Mapping[str, object] | set[str]) -> str:
    near = get_close_matches(key, known, n=1)
    return f"Gemeint ist vermutlich „{near[0]}“." if near else f"Bekannt sind: {', '.join(sorted(known)[:30])}."
