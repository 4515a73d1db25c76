"""Whether one indicator's definition is sound in itself."""

import re
from collections.abc import Iterator

from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.checks.terms import faults_in_bindings
from mehrklang.catalogue.definition import Derivation, Direction, IndicatorDefinition, Perspective
from mehrklang.catalogue.kind import COMPARED, DERIVED, LAYERED, PER, QUOTIENT, IndicatorKind
from mehrklang.catalogue.layer import ChangeForm
from mehrklang.vocabulary import Unit

_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_OF_CLASSES = (Unit.YEARS, Unit.WEEKS, Unit.SQUARE_METRES, Unit.EURO_PER_SQUARE_METRE, Unit.EURO)
_SUMS = tuple(unit for unit in Unit if unit.additive)
_UNITS = {
    IndicatorKind.COUNT: _SUMS,
    IndicatorKind.SHARE: (Unit.PERCENT,),
    IndicatorKind.COVERAGE: (Unit.PERCENT,),
    IndicatorKind.MEAN: _OF_CLASSES,
    IndicatorKind.MEDIAN: _OF_CLASSES,
    IndicatorKind.REPRESENTATION: (Unit.RATIO,),
    IndicatorKind.SURVEY: (Unit.PERCENT,),
    IndicatorKind.SIMPSON: (Unit.PERCENT,),
    IndicatorKind.SHANNON: (Unit.INDEX,),
    IndicatorKind.DISSIMILARITY: (Unit.PERCENT,),
    IndicatorKind.BEYOND_CHANCE: (Unit.INDEX,),
    IndicatorKind.ISOLATION: (Unit.PERCENT,),
    IndicatorKind.EXPOSURE: (Unit.PERCENT,),
    IndicatorKind.RATIO: (Unit.RATIO,),
    IndicatorKind.INDEX: (Unit.INDEX,),
    IndicatorKind.COMPOSITE: (Unit.INDEX,),
}
_RATE_UNITS = {100: Unit.PERCENT, 1000: Unit.PER_MILLE}


def faults_in_definition(definition: IndicatorDefinition) -> Iterator[Fault]:
    """Every contradiction inside the definition."""
    yield from faults_in_key(definition.code, "code")
    yield from _unit(definition)
    yield from _per(definition)
    yield from _pooled_years(definition)
    yield from _denominator(definition)
    yield from _direction(definition)
    yield from _derivation(definition)
    yield from faults_in_bindings(definition)


def faults_in_key(key: str, at: str) -> Iterator[Fault]:
    """A key that is none: it stands in addresses and names files."""
    if key and not _CODE.fullmatch(key):
        message = f"Der Code „{key}“ enthält andere Zeichen als Kleinbuchstaben, Ziffern und Bindestriche."
        remedy = "Schreiben Sie zum Beispiel „einbuergerungsquote“, Umlaute als ae, oe, ue."
        yield Fault("K-CODE-02", message, remedy, (at,))


def _unit(definition: IndicatorDefinition) -> Iterator[Fault]:
    allowed = _UNITS.get(definition.kind, tuple(Unit))
    if definition.kind in PER and of_money(definition):
        allowed = (Unit.EURO,)
    elif definition.kind in PER and definition.per in _RATE_UNITS:
        allowed = (_RATE_UNITS[definition.per],)
    if definition.unit not in allowed:
        message = f"Die Einheit „{definition.unit}“ passt nicht zur Art „{definition.kind}“."
        remedy = f"Zu dieser Art gehört: {' oder '.join(f'„{unit}“' for unit in allowed)}."
        yield Fault("K-EINHEIT-01", message, remedy, ("einheit",))


def of_money(definition: IndicatorDefinition) -> bool:
    """Whether a sum of money stands above the line: then a rate is so many euro per person."""
    groups = (group for binding in definition.bindings for group in binding.groups)
    return any(term.unit.is_amount for group in groups for term in group.numerator)


def _per(definition: IndicatorDefinition) -> Iterator[Fault]:
    if definition.per < 1 or (definition.per != 100 and definition.kind not in PER):
        message = f"Die Angabe „je“ ({definition.per}) passt nicht zur Art „{definition.kind}“."
        remedy = "Nur eine Rate hat eine eigene Bezugszahl, zum Beispiel 1000; ein Anteil gilt immer je 100."
        yield Fault("K-JE-01", message, remedy, ("je",))


def _pooled_years(definition: IndicatorDefinition) -> Iterator[Fault]:
    if definition.pooled_years == 1:
        return
    if definition.pooled_years < 1 or definition.kind not in QUOTIENT | LAYERED:
        message = f"Die Angabe „jahre_zusammen“ ({definition.pooled_years}) passt nicht zur Art „{definition.kind}“."
        remedy = (
            "Zusammengefasst werden ab 2 Jahre, und nur, wo aus Zähler und Nenner oder aus Teilen neu gerechnet wird."
        )
        yield Fault("K-JAHRE-01", message, remedy, ("jahre_zusammen",))


def _denominator(definition: IndicatorDefinition) -> Iterator[Fault]:
    if definition.kind in QUOTIENT and not definition.denominator:
        message = (
            f"Zur Art „{definition.kind}“ fehlt der Nenner. Ohne ihn ist nicht klar, wovon der Wert ein Anteil ist."
        )
        yield Fault("K-NENNER-01", message, "Ergänzen Sie den Nenner.", ("nenner",))


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
        yield Fault("K-ABLEITUNG-01", message, "Nennen Sie unter „ableitung“ den Indikator und die Gruppe.")
    if derivation is None:
        return
    if not derived or definition.bindings:
        message = "Ein Wert kommt entweder aus einer Quelle („bezug“) oder aus einem anderen Indikator („ableitung“)."
        kinds = ", ".join(f"„{each}“" for each in sorted(DERIVED))
        remedy = f"Eine Ableitung gehört nur zu den Arten {kinds}, dort ohne Quelle."
        yield Fault("K-ABLEITUNG-02", message, remedy, ("ableitung",))
    if definition.kind in COMPARED and not derivation.base:
        message = "Zu Abstand und Verhältnis gehört eine Vergleichsgruppe, und sie muss genannt sein."
        yield Fault(
            "K-ABLEITUNG-01", message, "Ergänzen Sie unter „ableitung“ die Angabe „bezugsgruppe“.", ("ableitung",)
        )
    if derived:
        yield from _fitting(definition.kind, derivation)


def _fitting(kind: IndicatorKind, derivation: Derivation) -> Iterator[Fault]:
    """Base year, form and weighted parts stand where the kind needs them, and nowhere else."""
    if (kind is IndicatorKind.INDEX) != bool(derivation.base_year):
        message = "Eine Messzahl hat ein Basisjahr, in dem sie 100 ist; andere Arten haben keines."
        remedy = "Nennen Sie unter „ableitung“ das Basisjahr, zum Beispiel 2015."
        yield Fault("K-ABLEITUNG-06", message, remedy, ("ableitung",))
    if kind is not IndicatorKind.CHANGE and derivation.form is not ChangeForm.USUAL:
        message = f"Die Form „{derivation.form}“ gehört nur zur Art „veraenderung“."
        yield Fault("K-ABLEITUNG-06", message, "Streichen Sie die Angabe „form“.", ("ableitung", "form"))
    if (kind is IndicatorKind.COMPOSITE) != bool(derivation.parts):
        message = "Ein Gesamtindex besteht aus mehreren Messzahlen mit genannten Gewichten; andere Arten haben keine."
        remedy = "Nennen Sie unter „ableitung“ je Messzahl einen Teil mit „indikator“, „gruppe“ und „gewicht“."
        yield Fault("K-ABLEITUNG-07", message, remedy, ("ableitung",))
    if any(part.weight <= 0 for part in derivation.parts):
        message = "Ein Gewicht ist null oder negativ."
        yield Fault("K-ABLEITUNG-07", message, "Jedes Gewicht ist größer als null.", ("ableitung", "teil"))
