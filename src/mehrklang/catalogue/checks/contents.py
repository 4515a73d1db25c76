"""Whether the described contents of a source can be: nothing named twice, columns that make a table, amounts that are
protected as amounts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.checks.references import near
from mehrklang.catalogue.contents import ColumnMeaning, FileColumn, SourceContents
from mehrklang.catalogue.feature_definition import FeatureDefinition
from mehrklang.catalogue.rules import RuleSet
from mehrklang.catalogue.source import Source
from mehrklang.vocabulary import Material

_VALUES = (ColumnMeaning.VALUE, ColumnMeaning.VALUE_BY_PERIOD)
_SINGLE = frozenset(ColumnMeaning) - {ColumnMeaning.FEATURE, ColumnMeaning.VALUE, ColumnMeaning.UNUSED}


def faults_in_contents(contents: SourceContents, definitions: Mapping[str, FeatureDefinition]) -> Iterator[Fault]:
    """Names that occur twice, unknown feature definitions, and columns that do not make a table."""
    yield from _twice([each.name for each in contents.measures], "Die Messgröße", "messgroesse")
    yield from _twice([each.name for each in contents.features], "Das Merkmal", "merkmal")
    for at, feature in enumerate(contents.features):
        yield from _twice(feature.categories, f"Von „{feature.name}“ die Ausprägung", "merkmal", at, "auspraegungen")
        if feature.definition and feature.definition not in definitions:
            message = f"Die Merkmalsdefinition „{feature.definition}“ gibt es nicht."
            remedy = near(feature.definition, definitions)
            yield Fault("K-MERKMAL-01", message, remedy, ("merkmal", at, "definition"))
    if contents.columns:
        yield from _columns(contents)


def _twice(names: Sequence[str], what: str, *at: str | int) -> Iterator[Fault]:
    """The place is that of the name that comes again; a list inside of a table has one place only."""
    for number, name in enumerate(names):
        if name in names[:number]:
            place = at if len(at) > 1 else (*at, number)
            yield Fault("K-INHALT-01", f"{what} „{name}“ ist mehrmals genannt.", "Streichen Sie die zweite.", place)


def _columns(contents: SourceContents) -> Iterator[Fault]:
    meanings = Counter(column.meaning for column in contents.columns)
    yield from _twice([column.head for column in contents.columns], "Die Spalte", "spalte")
    for meaning in sorted(_SINGLE):
        if meanings[meaning] > 1:
            message = f"„{meaning.label}“ ist mehreren Spalten gegeben; es kann nur eine sein."
            yield Fault("K-INHALT-02", message, "Geben Sie den anderen eine andere Bedeutung.", ("spalte", 0))
    if not any(meanings[each] for each in _VALUES):
        message = "Keine Spalte der Datei enthält Werte."
        yield Fault("K-INHALT-02", message, "Geben Sie einer Spalte die Bedeutung „Wert“.", ("spalte", 0))
    units = {each.unit for each in contents.measures}
    if meanings[ColumnMeaning.MEASURE] and not meanings[ColumnMeaning.UNIT] and len(units) > 1:
        message = "Die Messgrößen haben verschiedene Einheiten, und keine Spalte nennt die Einheit."
        yield Fault("K-INHALT-02", message, "Nehmen Sie eine Spalte mit der Einheit auf.", ("spalte", 0))
    described = {feature.name for feature in contents.features}
    for at, column in enumerate(contents.columns):
        if column.meaning in _VALUES and not meanings[ColumnMeaning.MEASURE]:
            yield from _value(column, contents, at)
        if column.meaning is ColumnMeaning.FEATURE and column.head not in described:
            message = f"Das Merkmal der Spalte „{column.head}“ ist nicht beschrieben."
            remedy = "Beschreiben Sie das Merkmal unter dem Namen der Spalte, oder ändern Sie deren Bedeutung."
            yield Fault("K-INHALT-03", message, remedy, ("spalte", at))


def _value(column: FileColumn, contents: SourceContents, at: int) -> Iterator[Fault]:
    """A column of values names a described measure, unless there is only one."""
    if not column.measure and len(contents.measures) != 1:
        message = f"Zur Spalte „{column.head}“ ist nicht gesagt, welche Messgröße ihre Werte haben."
        yield Fault("K-INHALT-03", message, "Nennen Sie bei der Spalte eine der Messgrößen.", ("spalte", at))
    elif column.measure and contents.unit_of(column.measure) is None:
        message = f"Die Messgröße „{column.measure}“ der Spalte „{column.head}“ ist nicht beschrieben."
        remedy = near(column.measure, {each.name for each in contents.measures})
        yield Fault("K-INHALT-03", message, remedy, ("spalte", at, "messgroesse"))


def faults_in_amounts(source: Source, rule_sets: Mapping[str, RuleSet]) -> Iterator[Fault]:
    """Sums of amounts that are added up here, without a rule for dominance."""
    rules = rule_sets.get(source.rule_set)
    amounts = [each.name for each in source.contents.measures if each.unit.is_amount]
    if amounts and rules is not None and source.material is Material.ADDITIVE and not protects_amounts(rules):
        message = f"„{amounts[0]}“ ist eine Summe von Beträgen; der Regelsatz „{rules.name}“ hat keine Dominanzregel."
        remedy = (
            "Wählen Sie einen Regelsatz mit Dominanzregel, zum Beispiel „betraege“: Sonst ließe sich aus einer Summe "
            "der Betrag einer einzelnen Person schätzen."
        )
        yield Fault("K-REGEL-09", message, remedy, ("regelsatz",))


def protects_amounts(rules: RuleSet) -> bool:
    """Whether the rules judge a sum by its contributors and suppress it. Rounding a great sum would protect nobody.

    >>> from mehrklang.catalogue import load
    >>> sets = load().rule_sets
    >>> protects_amounts(sets["betraege"]), protects_amounts(sets["mindestfallzahl-10"])
    (True, False)
    """
    return rules.dominance is not None and rules.rounding is None and rules.cell_key is None
