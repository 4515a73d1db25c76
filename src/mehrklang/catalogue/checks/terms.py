"""Whether the cells that a definition takes from its sources fit its kind."""

from collections import Counter
from collections.abc import Iterator

from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.definition import GroupBinding, IndicatorDefinition, IndicatorKind, Term
from mehrklang.catalogue.lines import KeyPath

_QUOTIENT = frozenset({IndicatorKind.SHARE, IndicatorKind.RATE})


def faults_in_bindings(definition: IndicatorDefinition) -> Iterator[Fault]:
    """Every fault in the bindings: units, denominators, groups that occur twice."""
    for index, binding in enumerate(definition.bindings):
        for place, group in enumerate(binding.groups):
            at: KeyPath = ("bezug", index, "gruppe", place)
            yield from _units(definition, group, at)
            yield from _denominator(definition, group, at)
    yield from _groups_once(definition)


def _units(definition: IndicatorDefinition, group: GroupBinding, at: KeyPath) -> Iterator[Fault]:
    for side, terms in (("zaehler", group.numerator), ("nenner", group.denominator)):
        if len(terms) > 1 and not all(term.unit.additive for term in terms):
            message = f"Die Gruppe „{group.group}“ addiert im {_SIDES[side]} Werte, die sich nicht addieren lassen."
            remedy = "Addiert werden nur Anzahlen (anzahl, tausend), nie Anteile, Raten oder Mittelwerte."
            yield Fault("K-EINHEIT-02", message, remedy, (*at, side))
    wanted = _units_wanted(definition, group)
    for side, terms in (("zaehler", group.numerator), ("nenner", group.denominator)):
        for term in terms:
            if term.unit not in wanted:
                message = f"Die Gruppe „{group.group}“ nimmt im {_SIDES[side]} einen Wert in „{term.unit}“."
                remedy = f"Hier gehört: {' oder '.join(f'„{unit}“' for unit in sorted(wanted))}."
                yield Fault("K-EINHEIT-03", message, remedy, (*at, side))


_SIDES = {"zaehler": "Zähler", "nenner": "Nenner"}


def _units_wanted(definition: IndicatorDefinition, group: GroupBinding) -> frozenset[str]:
    """A quotient takes counts of one unit above and below; every other kind takes values in its own unit."""
    if definition.kind not in _QUOTIENT:
        return frozenset({definition.unit})
    first: tuple[Term, ...] = group.numerator[:1]
    return frozenset(term.unit for term in first if term.unit.additive) or frozenset({"anzahl", "tausend"})


def _denominator(definition: IndicatorDefinition, group: GroupBinding, at: KeyPath) -> Iterator[Fault]:
    if definition.kind in _QUOTIENT and not group.denominator:
        message = f"Der Gruppe „{group.group}“ fehlt der Nenner."
        yield Fault("K-NENNER-01", message, "Ergänzen Sie: nenner = [{ tabelle = …, einheit = … }]", at)
    if definition.kind not in _QUOTIENT and group.denominator:
        message = f"Die Gruppe „{group.group}“ hat einen Nenner, die Art „{definition.kind}“ aber keinen Quotienten."
        remedy = "Streichen Sie den Nenner, oder wählen Sie die Art „anteil“ oder „rate“."
        yield Fault("K-NENNER-02", message, remedy, (*at, "nenner"))


def _groups_once(definition: IndicatorDefinition) -> Iterator[Fault]:
    counted = Counter((binding.source, group.group) for binding in definition.bindings for group in binding.groups)
    for (source, group), times in counted.items():
        if times > 1:
            message = f"Die Gruppe „{group}“ kommt für die Quelle „{source}“ {times}-mal vor."
            yield Fault("K-GRUPPE-01", message, "Geben Sie jeder Gruppe einen eigenen Schlüssel.", ("bezug", 0))
