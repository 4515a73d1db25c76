"""Whether what an entry points to exists: sources, feature definitions, rule sets and other indicators."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from mehrklang.catalogue.chain import sources_taken
from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.comparability import ComparedPair, Degree
from mehrklang.catalogue.definition import Binding, IndicatorDefinition
from mehrklang.catalogue.derived_unit import derived_unit
from mehrklang.catalogue.feature_definition import FeatureDefinition
from mehrklang.catalogue.kind import IndicatorKind
from mehrklang.catalogue.lines import KeyPath
from mehrklang.catalogue.match import MatchDegree
from mehrklang.catalogue.rules import RuleSet
from mehrklang.catalogue.source import Source
from mehrklang.catalogue.tightening import refusal
from mehrklang.vocabulary import Material, Unit


def faults_in_sources_named(definition: IndicatorDefinition, sources: Mapping[str, Source]) -> Iterator[Fault]:
    """Bindings and terms that name an unknown source."""
    for index, binding in enumerate(definition.bindings):
        named: list[tuple[str, KeyPath]] = [(binding.source, ("quelle",))]
        for place, group in enumerate(binding.groups):
            named += [(term.source, ("gruppe", place)) for term in group.terms if term.source]
        for key, at in named:
            if key and key not in sources:
                message = f"Die Quelle „{key}“ ist nicht beschrieben."
                yield Fault("K-QUELLE-01", message, near(key, sources), ("bezug", index, *at))


def faults_in_features_named(
    definition: IndicatorDefinition, definitions: Mapping[str, FeatureDefinition]
) -> Iterator[Fault]:
    """Features and feature definitions that nobody has defined, or that do not belong together."""
    features = {entry.feature for entry in definitions.values()}
    for feature in definition.features:
        if feature not in features:
            message = f"Für das Merkmal „{feature}“ gibt es keine Definition."
            yield Fault("K-MERKMAL-02", message, near(feature, features), ("merkmale",))
    for key in definition.definitions:
        if key not in definitions:
            message = f"Die Merkmalsdefinition „{key}“ gibt es nicht."
            yield Fault("K-MERKMAL-01", message, near(key, definitions), ("definitionen",))
    for index, binding in enumerate(definition.bindings):
        yield from _feature_of(binding, definitions, ("bezug", index))


def faults_in_matches(
    definition: IndicatorDefinition, indicators: Mapping[str, IndicatorDefinition]
) -> Iterator[Fault]:
    """A match with an unknown indicator, with itself or named twice, or one that does not say what differs."""
    seen: set[str] = set()
    for index, match in enumerate(definition.matches):
        at: KeyPath = ("entsprechung", index)
        if match.indicator and match.indicator not in indicators:
            message = f"Der Indikator „{match.indicator}“, dem er entsprechen soll, ist nicht bekannt."
            yield Fault("K-ENTSPRECHUNG-01", message, near(match.indicator, indicators), (*at, "indikator"))
        if match.indicator in seen | {definition.code}:
            message = f"„{match.indicator}“ ist hier der Indikator selbst oder doppelt genannt."
            yield Fault("K-ENTSPRECHUNG-02", message, "Nennen Sie jeden anderen Indikator einmal.", at)
        if match.degree is not MatchDegree.SAME and not match.difference:
            message = f"Zum Grad „{match.degree}“ fehlt, worin sich die Indikatoren unterscheiden."
            yield Fault("K-ENTSPRECHUNG-03", message, "Ergänzen Sie die Angabe „unterschied“.", at)
        seen.add(match.indicator)


def _feature_of(binding: Binding, definitions: Mapping[str, FeatureDefinition], at: KeyPath) -> Iterator[Fault]:
    found = definitions.get(binding.definition)
    if found is None:
        message = f"Die Merkmalsdefinition „{binding.definition}“ gibt es nicht."
        yield Fault("K-MERKMAL-01", message, near(binding.definition, definitions), (*at, "definition"))
    elif found.feature != (binding.feature or found.feature):
        message = f"Die Definition „{found.key}“ gehört zum Merkmal „{found.feature}“, nicht zu „{binding.feature}“."
        yield Fault("K-MERKMAL-03", message, f"Das Merkmal ist hier „{found.feature}“.", (*at, "merkmal"))


def faults_in_derivation(
    definition: IndicatorDefinition, indicators: Mapping[str, IndicatorDefinition]
) -> Iterator[Fault]:
    """An unknown indicator, an unknown group, a circle, or a unit that the result does not have."""
    derivation = definition.derivation
    if derivation is None or not derivation.indicator:
        return
    named = [(part.indicator, part.group, "") for part in derivation.parts] or [
        (derivation.indicator, derivation.group, derivation.base)
    ]
    for code, group, base in named:
        found = indicators.get(code)
        if found is None:
            message = f"Der Indikator „{code}“, aus dem errechnet wird, ist nicht bekannt."
            yield Fault("K-ABLEITUNG-03", message, near(code, indicators), ("ableitung", "indikator"))
            continue
        yield from _derived_from(definition, found, (("gruppe", group), ("bezugsgruppe", base)))
    if _circular(definition, indicators):
        message = f"Der Indikator „{definition.code}“ wird über Umwege aus sich selbst errechnet."
        yield Fault(
            "K-ABLEITUNG-05", message, "Leiten Sie aus einem Indikator ab, der eine Quelle hat.", ("ableitung",)
        )


def _derived_from(
    definition: IndicatorDefinition, found: IndicatorDefinition, named: tuple[tuple[str, str], ...]
) -> Iterator[Fault]:
    assert definition.derivation is not None  # the caller has looked
    unit = derived_unit(definition.kind, definition.derivation, found.unit)
    if definition.unit is not unit:
        message = f"Aus Werten in „{found.unit}“ ergibt sich die Einheit „{unit}“, nicht „{definition.unit}“."
        yield Fault("K-EINHEIT-04", message, f"Die Einheit ist hier „{unit}“.", ("einheit",))
    if definition.kind is IndicatorKind.COMPOSITE and found.unit is not Unit.INDEX:
        message = f"„{found.code}“ ist keine Messzahl: Ein Gesamtindex mittelt nur Werte, die alle die Basis 100 haben."
        yield Fault("K-ABLEITUNG-07", message, "Leiten Sie daraus zuerst eine Messzahl ab.", ("ableitung", "teil"))
    groups = {group.group for binding in found.bindings for group in binding.groups}
    for key, name in named:
        if name and groups and name not in groups:
            message = f"Die Gruppe „{name}“ gibt es im Indikator „{found.code}“ nicht."
            yield Fault("K-ABLEITUNG-04", message, near(name, groups), ("ableitung", key))


def _circular(definition: IndicatorDefinition, indicators: Mapping[str, IndicatorDefinition]) -> bool:
    """Whether following what it is derived from leads back to it."""
    waiting, seen = [definition], set[str]()
    while waiting:
        derivation = waiting.pop().derivation
        for code in derivation.indicators if derivation else ():
            if code == definition.code:
                return True
            if code not in seen and code in indicators:
                seen.add(code)
                waiting.append(indicators[code])
    return False


def faults_in_rule_set_named(source: Source, rule_sets: Mapping[str, RuleSet]) -> Iterator[Fault]:
    """A source whose rule set of disclosure control does not exist."""
    if source.rule_set and source.rule_set not in rule_sets:
        message = f"Den Regelsatz „{source.rule_set}“ der Geheimhaltung gibt es nicht."
        yield Fault("K-REGEL-01", message, near(source.rule_set, rule_sets), ("regelsatz",))


def faults_in_tightening(
    definition: IndicatorDefinition,
    rule_sets: Mapping[str, RuleSet],
    sources: Mapping[str, Source],
    indicators: Mapping[str, IndicatorDefinition],
) -> Iterator[Fault]:
    """An indicator whose own rules do not exist, or loosen those of a source of own counts that it takes, also by way
    of the indicators that it is derived from.
    """
    if not definition.rule_set:
        return
    if definition.rule_set not in rule_sets:
        message = f"Den Regelsatz „{definition.rule_set}“ der Geheimhaltung gibt es nicht."
        yield Fault("K-REGEL-01", message, near(definition.rule_set, rule_sets), ("regelsatz",))
        return
    named = sources_taken(definition, indicators)
    for source in (sources[key] for key in sorted(named & sources.keys())):
        own = rule_sets.get(source.rule_set)
        told = refusal(own, rule_sets[definition.rule_set]) if own and source.material is Material.ADDITIVE else ""
        if told:
            remedy = "Wählen Sie einen mindestens ebenso strengen Regelsatz oder keinen: Dann gelten die der Quelle."
            yield Fault("K-REGEL-08", told, remedy, ("regelsatz",))


def faults_in_pair(pair: ComparedPair, definitions: Mapping[str, FeatureDefinition]) -> Iterator[Fault]:
    """A pair that names an unknown definition, or one definition twice, or says nothing to the reader."""
    for key, name in (("erste", pair.first), ("zweite", pair.second)):
        if name and name not in definitions:
            message = f"Die Merkmalsdefinition „{name}“ gibt es nicht."
            yield Fault("K-MERKMAL-01", message, near(name, definitions), (key,))
    if (pair.first == pair.second) != (pair.answer.degree is Degree.SAME) or not pair.answer.warning:
        message = (
            "Ein Vergleich nennt zwei verschiedene Definitionen, einen anderen Grad als „gleich“ und eine Warnung."
        )
        yield Fault("K-VERGLEICH-01", message, "Ergänzen Sie die Angabe „warnung“.")


def near(key: str, known: Mapping[str, object] | set[str]) -> str:
    """The remedy for an unknown key: the nearest known one, or what is known."""
    nearest = get_close_matches(key, known, n=1)
    return f"Gemeint ist vermutlich „{nearest[0]}“." if nearest else f"Bekannt sind: {', '.join(sorted(known)[:30])}."
