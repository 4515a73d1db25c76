"""Whether the cells that a definition takes from its sources fit its kind."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.checks.layers import faults_in_layers
from mehrklang.catalogue.definition import GroupBinding, IndicatorDefinition
from mehrklang.catalogue.kind import LAYERED, QUOTIENT, SPATIAL, IndicatorKind
from mehrklang.catalogue.layer import Term
from mehrklang.catalogue.lines import KeyPath
from mehrklang.vocabulary import Unit

_COUNTS = frozenset({Unit.COUNT, Unit.THOUSAND})
_AMOUNTS = frozenset({Unit.EURO_IN_TOTAL, Unit.THOUSAND_EURO})
_PERSONS_ONLY = frozenset({IndicatorKind.COVERAGE, IndicatorKind.PARTICIPATION, *SPATIAL})


def faults_in_bindings(definition: IndicatorDefinition) -> Iterator[Fault]:
    """Every fault in the bindings: units, sums, denominators, sources and groups that occur twice."""
    for index, binding in enumerate(definition.bindings):
        for place, group in enumerate(binding.groups):
            at: KeyPath = ("bezug", index, "gruppe", place)
            yield from faults_in_overlaps(group, at)
            yield from faults_in_layers(definition.kind, group, at)
            if definition.kind not in LAYERED:
                yield from _sides(definition, group, at)
                yield from _denominator(definition, group, at)
        if (definition.kind in SPATIAL) != (binding.level is not None):
            message = (
                "Wie verteilt eine Gruppe wohnt, wird aus Teilgebieten einer Ebene errechnet; nur dort steht die Ebene."
            )
            remedy = "Nennen Sie bei „teilgebiete“ die Ebene, zum Beispiel „stadtteil“; bei anderen Arten keine."
            yield Fault("K-EBENE-01", message, remedy, ("bezug", index))
    yield from _named_once(definition)


def _sides(definition: IndicatorDefinition, group: GroupBinding, at: KeyPath) -> Iterator[Fault]:
    if definition.kind is IndicatorKind.PUBLISHED and len(group.numerator) > 1:
        message = f"Die Gruppe „{group.group}“ zählt veröffentlichte Werte zusammen."
        remedy = "Ein veröffentlichter Wert wird übernommen, wie er ist; für Summen gibt es die Art „anzahl“."
        yield Fault("K-SUMME-01", message, remedy, (*at, "zaehler"))
    for key, name, terms in (("zaehler", "Zähler", group.numerator), ("nenner", "Nenner", group.denominator)):
        yield from _sum(group, terms, name, (*at, key))
        wanted = _wanted(definition, group, key)
        for unit in sorted({term.unit for term in terms} - wanted):
            message = f"Die Gruppe „{group.group}“ nimmt im {name} einen Wert in „{unit}“."
            remedy = f"Hier gehört: {' oder '.join(f'„{one}“' for one in sorted(wanted))}."
            yield Fault("K-EINHEIT-03", message, remedy, (*at, key))


def _wanted(definition: IndicatorDefinition, group: GroupBinding, key: str) -> frozenset[Unit]:
    """The units that may stand there. A share is of persons or of money, above and below the line alike; a rate is of
    events or of money, and below the line are persons.
    """
    kind = definition.kind
    if kind not in QUOTIENT and kind is not IndicatorKind.COUNT:
        return frozenset({definition.unit})
    if kind in _PERSONS_ONLY:
        return _COUNTS
    if kind is IndicatorKind.COUNT:
        return _AMOUNTS if definition.unit.is_amount else _COUNTS
    money = any(term.unit.is_amount for term in group.numerator)
    if kind is IndicatorKind.RATE:
        return _COUNTS | (_AMOUNTS if key == "zaehler" else frozenset())
    return _AMOUNTS if money else _COUNTS


def _sum(group: GroupBinding, terms: tuple[Term, ...], name: str, at: KeyPath) -> Iterator[Fault]:
    units = {term.unit for term in terms}
    if len(terms) > 1 and (len(units) > 1 or not (units <= _COUNTS or units <= _AMOUNTS)):
        message = f"Die Gruppe „{group.group}“ addiert im {name} Werte, die sich nicht addieren lassen."
        remedy = "Addiert werden nur Anzahlen oder nur Summen von Beträgen in einer Einheit, nie Anteile."
        yield Fault("K-EINHEIT-02", message, remedy, at)


def faults_in_overlaps(group: GroupBinding, at: KeyPath) -> Iterator[Fault]:
    """Sums of cells that may count the same persons twice."""
    for name, terms in (("Zähler", group.numerator), ("Nenner", group.denominator)):
        for first, second in combinations(terms, 2):
            if (first.source, first.measure) == (second.source, second.measure) and _overlap(first, second):
                message = (
                    f"Die Gruppe „{group.group}“ addiert im {name} „{first.where.label}“ und „{second.where.label}“: "
                    f"Dieselben Personen von „{first.measure}“ können in beiden stehen."
                )
                remedy = "Addieren Sie nur Ausprägungen, die sich ausschließen."
                yield Fault("K-SUMME-02", message, remedy, at)


def _overlap(first: Term, second: Term) -> bool:
    """Whether no feature tells the two cells apart; the narrower sense of a definition lies in the wider one."""
    one, other = dict(first.where.pairs), dict(second.where.pairs)
    return not any(
        one[feature] != other[feature] and not _nested(one[feature], other[feature])
        for feature in one.keys() & other.keys()
    )


def _nested(first: str, second: str) -> bool:
    """ "… im engeren Sinn" beside "… im weiteren Sinn", as the Mikrozensus prints both (Niedersachsen, table 1.3.1)."""
    return {"engeren" in first.casefold(), "engeren" in second.casefold()} == {True, False} and {
        "weiteren" in first.casefold(),
        "weiteren" in second.casefold(),
    } == {True, False}


def _denominator(definition: IndicatorDefinition, group: GroupBinding, at: KeyPath) -> Iterator[Fault]:
    if definition.kind in QUOTIENT and not group.denominator:
        message = f"Der Gruppe „{group.group}“ fehlt der Nenner."
        yield Fault("K-NENNER-01", message, "Nennen Sie unter „nenner“, welche Zahlen ihn bilden.", at)
    if definition.kind not in QUOTIENT and group.denominator:
        message = f"Die Gruppe „{group.group}“ hat einen Nenner, die Art „{definition.kind}“ aber keinen Quotienten."
        remedy = "Streichen Sie den Nenner, oder wählen Sie die Art „anteil“ oder „rate“."
        yield Fault("K-NENNER-02", message, remedy, (*at, "nenner"))


def _named_once(definition: IndicatorDefinition) -> Iterator[Fault]:
    """One binding per source, and in it every group once: so that a source and a group name one value."""
    sources = Counter(binding.source for binding in definition.bindings)
    for index, binding in enumerate(definition.bindings):
        if sources[binding.source] > 1:
            message = f"Die Quelle „{binding.source}“ ist mehrmals gebunden."
            remedy = "Führen Sie die Gruppen der Quelle zusammen, oder teilen Sie den Indikator."
            yield Fault("K-BEZUG-01", message, remedy, ("bezug", index, "quelle"))
        for group, times in Counter(group.group for group in binding.groups).items():
            if times > 1:
                message = f"Die Gruppe „{group}“ kommt für die Quelle „{binding.source}“ {times}-mal vor."
                yield Fault("K-GRUPPE-01", message, "Geben Sie jeder Gruppe einen eigenen Schlüssel.", ("bezug", index))
