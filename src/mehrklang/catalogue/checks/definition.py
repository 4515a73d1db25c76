"""Whether one indicator's definition is sound in itself."""

import re
from collections.abc import Iterator

from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.checks.terms import faults_in_bindings
from mehrklang.catalogue.definition import Direction, IndicatorDefinition, IndicatorKind, Perspective
from mehrklang.vocabulary import Unit

DERIVED = frozenset({IndicatorKind.GAP, IndicatorKind.RATIO, IndicatorKind.CHANGE})
QUOTIENT = frozenset({IndicatorKind.SHARE, IndicatorKind.RATE})

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_UNITS = {
    IndicatorKind.COUNT: (Unit.COUNT, Unit.THOUSAND),
    IndicatorKind.SHARE: (Unit.PERCENT,),
    IndicatorKind.RATIO: (Unit.RATIO,),
}
_RATE_UNITS = {100: Unit.PERCENT, 1000: Unit.PER_MILLE}


def faults_in_definition(definition: IndicatorDefinition) -> Iterator[Fault]:
    """Every contradiction inside the definition."""
    yield from _code(definition)
    yield from _unit(definition)
    yield from _per(definition)
    yield from _denominator(definition)
    yield from _direction(definition)
    yield from _derivation(definition)
    yield from faults_in_bindings(definition)


def _code(definition: IndicatorDefinition) -> Iterator[Fault]:
    if definition.code and not _CODE.fullmatch(definition.code):
        message = f"Der Code „{definition.code}“ enthält andere Zeichen als Kleinbuchstaben, Ziffern und Bindestriche."
        yield Fault(
            "K-CODE-02", message, "Schreiben Sie zum Beispiel „einbuergerungsquote“, Umlaute als ae, oe, ue.", ("code",)
        )


def _unit(definition: IndicatorDefinition) -> Iterator[Fault]:
    allowed = _UNITS.get(definition.kind, tuple(Unit))
    if definition.kind is IndicatorKind.RATE and definition.per in _RATE_UNITS:
        allowed = (_RATE_UNITS[definition.per],)
    if definition.unit not in allowed:
        message = f"Die Einheit „{definition.unit}“ passt nicht zur Art „{definition.kind}“."
        remedy = f"Zu dieser Art gehört: {' oder '.join(f'„{unit}“' for unit in allowed)}."
        yield Fault("K-EINHEIT-01", message, remedy, ("einheit",))


def _per(definition: IndicatorDefinition) -> Iterator[Fault]:
    if definition.per < 1 or (definition.per != 100 and definition.kind is not IndicatorKind.RATE):
        message = f"„je = {definition.per}“ passt nicht zur Art „{definition.kind}“."
        remedy = "Nur eine Rate hat eine eigene Bezugszahl (zum Beispiel je = 1000); ein Anteil gilt immer je 100."
        yield Fault("K-JE-01", message, remedy, ("je",))


def _denominator(definition: IndicatorDefinition) -> Iterator[Fault]:
    if definition.kind in QUOTIENT and not definition.denominator:
        message = (
            f"Zur Art „{definition.kind}“ fehlt der Nenner. Ohne ihn ist nicht klar, wovon der Wert ein Anteil ist."
        )
        yield Fault("K-NENNER-01", message, "Ergänzen Sie eine Zeile: nenner = …", ("nenner",))


def _direction(definition: IndicatorDefinition) -> Iterator[Fault]:
    without_direction = definition.direction is Direction.CONTEXT
    if without_direction != (definition.perspective is Perspective.CONTEXT):
        message = (
            f"Die Richtung „{definition.direction}“ und die Perspektive „{definition.perspective}“ widersprechen sich: "
            "Ein Kontextindikator wird nicht bewertet und hat keine Richtung."
        )
        remedy = "Setzen Sie beide auf „kontext“ oder keine von beiden."
        yield Fault("K-RICHTUNG-01", message, remedy, ("richtung",))


def _derivation(definition: IndicatorDefinition) -> Iterator[Fault]:
    derived, derivation = definition.kind in DERIVED, definition.derivation
    if derived and derivation is None:
        message = f"Zur Art „{definition.kind}“ fehlt die Angabe, woraus der Wert errechnet wird."
        yield Fault("K-ABLEITUNG-01", message, "Ergänzen Sie einen Abschnitt [ableitung] mit indikator und gruppe.")
    if derivation is None:
        return
    if not derived or definition.bindings:
        message = "Ein Wert kommt entweder aus einer Quelle ([[bezug]]) oder aus einem anderen Indikator ([ableitung])."
        remedy = "[ableitung] gehört nur zu den Arten abstand, verhaeltnis und veraenderung, und dort ohne [[bezug]]."
        yield Fault("K-ABLEITUNG-02", message, remedy, ("ableitung",))
    if definition.kind in (IndicatorKind.GAP, IndicatorKind.RATIO) and not derivation.base:
        message = "Zu Abstand und Verhältnis gehört eine Vergleichsgruppe, und sie muss genannt sein."
        yield Fault(
            "K-ABLEITUNG-01", message, "Ergänzen Sie in [ableitung] eine Zeile: bezugsgruppe = …", ("ableitung",)
        )
