"""Faults of definitions, all at once."""

import pytest

from mehrklang.catalogue import Binding, Derivation, IndicatorDefinition, IndicatorKind, Term
from mehrklang.indicators import check, check_derivation
from mehrklang.vocabulary import Severity, Unit
from tests.factories.cubes import binding, definition

MIXED = (Term("a", Unit.COUNT), Term("b", Unit.THOUSAND))


@pytest.mark.parametrize(
    ("faulty", "bound", "codes"),
    [
        (definition(), binding("a", "b"), []),
        (definition(unit=Unit.YEARS), binding("a", "b"), ["B-EINHEIT-01"]),
        (definition(per=1000), binding("a", "b"), ["B-EINHEIT-01"]),
        (definition(), binding("a"), ["B-NENNER-01"]),
        (definition(), binding((), "b"), ["B-ZAEHLER-01"]),
        (definition(), binding(MIXED, "b"), ["B-EINHEIT-02"]),
        (definition(), binding("a", "b", unit=Unit.PERCENT), ["B-EINHEIT-02", "B-EINHEIT-02"]),
        (definition(IndicatorKind.RATE, Unit.PER_MILLE), binding("a", "b"), ["B-EINHEIT-01"]),
        (definition(IndicatorKind.RATE, Unit.PER_MILLE, per=1000), binding("a", "b"), []),
        (definition(IndicatorKind.RATE, Unit.INDEX, per=100000), binding("a", "b"), []),
        (definition(IndicatorKind.COUNT, Unit.COUNT), binding("a"), []),
        (definition(IndicatorKind.COUNT, Unit.PERCENT), binding("a"), ["B-EINHEIT-01"]),
        (definition(IndicatorKind.COUNT, Unit.COUNT), binding("a", "b"), ["B-NENNER-02"]),
        (definition(IndicatorKind.PUBLISHED), binding("a", unit=Unit.PERCENT), []),
        (definition(IndicatorKind.PUBLISHED), binding("a", unit=Unit.YEARS), ["B-EINHEIT-03"]),
        (definition(IndicatorKind.PUBLISHED), binding(MIXED[:1] * 2), ["B-ZAEHLER-02", "B-EINHEIT-03"]),
        (definition(IndicatorKind.GAP), binding("a"), ["B-ART-01"]),
        (definition(unit=Unit.YEARS), binding(MIXED), ["B-EINHEIT-01", "B-NENNER-01", "B-EINHEIT-02"]),
    ],
)
def test_each_fault_has_its_code_and_all_are_told_at_once(
    faulty: IndicatorDefinition, bound: Binding, codes: list[str]
) -> None:
    issues = check(faulty, bound)
    assert [issue.code for issue in issues] == codes
    assert all(
        issue.severity is Severity.ERROR and issue.message.startswith("Der Indikator anteil") for issue in issues
    )


@pytest.mark.parametrize(
    ("kind", "unit", "derivation", "codes"),
    [
        (IndicatorKind.GAP, Unit.PERCENTAGE_POINTS, Derivation("anteil", "a", "b"), []),
        (IndicatorKind.GAP, Unit.PERCENT, Derivation("anteil", "a", "b"), ["B-EINHEIT-04"]),
        (IndicatorKind.GAP, Unit.PERCENTAGE_POINTS, Derivation("anteil", "a"), ["B-NENNER-03"]),
        (IndicatorKind.RATIO, Unit.RATIO, Derivation("quote", "a", "b"), ["B-ART-03"]),
        (IndicatorKind.CHANGE, Unit.PERCENTAGE_POINTS, Derivation("anteil", "a"), []),
        (IndicatorKind.CHANGE, Unit.PERCENT_CHANGE, Derivation("anteil", "a"), ["B-EINHEIT-04"]),
        (IndicatorKind.CHANGE, Unit.PERCENTAGE_POINTS, None, ["B-ART-02"]),
        (IndicatorKind.SHARE, Unit.PERCENT, Derivation("anteil", "a"), ["B-ART-02"]),
    ],
)
def test_a_derivation_must_fit_its_base(
    kind: IndicatorKind, unit: Unit, derivation: Derivation | None, codes: list[str]
) -> None:
    derived = definition(kind, unit, code="abgeleitet", derivation=derivation)
    assert [issue.code for issue in check_derivation(derived, definition())] == codes
