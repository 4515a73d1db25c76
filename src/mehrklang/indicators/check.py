"""Whether a definition can be computed at all: all faults at once, each as an issue with a German sentence."""

from collections.abc import Iterator

from mehrklang.catalogue import Binding, GroupBinding, IndicatorDefinition, IndicatorKind, Term
from mehrklang.indicators.derive import derived_unit
from mehrklang.vocabulary import Issue, Severity, Unit

_DIVIDED = frozenset({IndicatorKind.SHARE, IndicatorKind.RATE})
_DERIVED = frozenset({IndicatorKind.GAP, IndicatorKind.RATIO, IndicatorKind.CHANGE})
_PER = {Unit.PERCENT: 100, Unit.PER_MILLE: 1000}


def check(definition: IndicatorDefinition, binding: Binding) -> tuple[Issue, ...]:
    """Why `compute` could not work with this binding; empty if it can."""
    if definition.kind in _DERIVED:
        return (_issue("B-ART-01", definition, "wird aus einem anderen Indikator abgeleitet und hat keine Quelle."),)
    return (*_unit_issues(definition), *(issue for group in binding.groups for issue in _group(definition, group)))


def check_derivation(definition: IndicatorDefinition, base: IndicatorDefinition) -> tuple[Issue, ...]:
    """Why `derive` could not work on the values of `base`; empty if it can."""
    derivation = definition.derivation
    if definition.kind not in _DERIVED or derivation is None:
        return (_issue("B-ART-02", definition, "nennt keinen Indikator, aus dem er abgeleitet wird."),)
    issues = []
    if derivation.indicator != base.code:
        issues.append(_issue("B-ART-03", definition, f"wird aus {derivation.indicator} abgeleitet, nicht {base.code}."))
    if definition.kind is not IndicatorKind.CHANGE and not derivation.base:
        issues.append(_issue("B-NENNER-03", definition, "nennt keine Vergleichsgruppe."))
    unit = derived_unit(definition.kind, base.unit)
    if definition.unit is not unit:
        wanted, found = unit.description, definition.unit.description
        issues.append(_issue("B-EINHEIT-04", definition, f"hat die Einheit {wanted}, eingetragen ist {found}."))
    return tuple(issues)


def _unit_issues(definition: IndicatorDefinition) -> Iterator[Issue]:
    kind, unit, per = definition.kind, definition.unit, definition.per
    if kind is IndicatorKind.SHARE and (unit, per) != (Unit.PERCENT, 100):
        yield _issue("B-EINHEIT-01", definition, "ist ein Anteil; ein Anteil hat die Einheit Prozent (je 100).")
    if kind is IndicatorKind.RATE and _PER.get(unit, per) != per:
        yield _issue("B-EINHEIT-01", definition, f"hat die Einheit {unit.description}, wird aber je {per} gerechnet.")
    if kind is IndicatorKind.COUNT and not unit.additive:
        yield _issue("B-EINHEIT-01", definition, f"ist eine Anzahl, hat aber die Einheit {unit.description}.")


def _group(definition: IndicatorDefinition, group: GroupBinding) -> Iterator[Issue]:
    divided = definition.kind in _DIVIDED
    if not group.numerator:
        yield _issue("B-ZAEHLER-01", definition, "hat keinen Zähler.", group=group)
    if divided and not group.denominator:
        yield _issue("B-NENNER-01", definition, "braucht einen Nenner.", group=group)
    if not divided and group.denominator:
        yield _issue("B-NENNER-02", definition, "hat einen Nenner, rechnet aber nicht damit.", group=group)
    if definition.kind is IndicatorKind.PUBLISHED and len(group.numerator) > 1:
        yield _issue("B-ZAEHLER-02", definition, "zählt veröffentlichte Werte zusammen.", group=group)
    for terms in (group.numerator, group.denominator):
        yield from _terms(definition, group, terms, counted=definition.kind is not IndicatorKind.PUBLISHED)


def _terms(
    definition: IndicatorDefinition, group: GroupBinding, terms: tuple[Term, ...], *, counted: bool
) -> Iterator[Issue]:
    units = {term.unit for term in terms}
    if len(units) > 1:
        yield _issue("B-EINHEIT-02", definition, "zählt verschiedene Einheiten zusammen.", group=group)
    elif counted and any(not unit.additive for unit in units):
        yield _issue("B-EINHEIT-02", definition, "rechnet mit Werten, die keine Anzahl sind.", group=group)
    elif not counted and units and units != {definition.unit}:
        names = f"{units.pop().description}, der Indikator aber {definition.unit.description}"
        yield _issue("B-EINHEIT-03", definition, f"liest Werte in der Einheit {names}.", group=group)


def _issue(code: str, definition: IndicatorDefinition, text: str, *, group: GroupBinding | None = None) -> Issue:
    where = f" (Gruppe „{group.label}“)" if group else ""
    return Issue(
        code,
        Severity.ERROR,
        f"Der Indikator {definition.code}{where} {text}",
        "Bitte die Definition des Indikators im Katalog oder im Monitoring berichtigen.",
    )
