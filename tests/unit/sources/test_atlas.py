"""The indicator atlas: two forms, base values kept, every value recomputed."""

from decimal import Decimal

import pytest

from mehrklang.sources.atlas.formula import Formula, find_formula
from mehrklang.vocabulary import AreaLevel, Reason, Unit
from tests.factories.layouts import atlas_2014, atlas_2025

from .conftest import Deliver

ROWS_2014 = (("25,4", "365200", "1439474", "#100", "Stadt München"), ("33,3", "1", "3", "7", "Sendling - Westpark"))


def test_the_form_of_2014(deliver: Deliver) -> None:
    """Decimal comma inside quotes, area numbers without their zero."""
    reading = deliver(atlas_2014(*ROWS_2014))
    assert (reading.kind, reading.issues) == ("atlas", ())
    read = [(one.measure, one.area, one.unit, one.figure.number) for one in reading.observations]
    assert read == [
        ("Ausländeranteil", "09162000", Unit.PERCENT, Decimal("25.4")),
        ("Ausländeranteil: Ausländische Bevölkerung", "09162000", Unit.COUNT, 365_200),
        ("Ausländeranteil: Bevölkerung", "09162000", Unit.COUNT, 1_439_474),
        ("Ausländeranteil", "09162000-07", Unit.PERCENT, Decimal("33.3")),
        ("Ausländeranteil: Ausländische Bevölkerung", "09162000-07", Unit.COUNT, 1),
        ("Ausländeranteil: Bevölkerung", "09162000-07", Unit.COUNT, 3),
    ]
    assert reading.observations[0].cell.raw == "25,4"


def test_the_form_of_2025(deliver: Deliver) -> None:
    """Bare numbers with a point, the number in the area's name, NA for what is not there."""
    reading = deliver(
        atlas_2025("Stadt München;25;5;20", "11 Milbertshofen -  Am Hart;NA;NA;NA", "99 nicht zuzuordnen;50;1;2")
    )
    assert [issue.code for issue in reading.issues] == ["L-WERT-05", "L-WERT-05", "L-WERT-05"]
    areas = {area.key: (area.name, area.level) for area in reading.areas}
    assert areas["09162000-11"] == ("Milbertshofen - Am Hart", AreaLevel.BOROUGH)
    assert areas["09162000-99"][1] is AreaLevel.UNASSIGNED
    missing = [one.figure for one in reading.observations if one.area == "09162000-11"]
    assert {figure.reason for figure in missing} == {Reason.SOURCE_BLANK}


def test_every_indicator_can_be_recomputed_from_its_base_values(deliver: Deliver) -> None:
    """From the observations alone, within half of the last published digit."""
    reading = deliver(atlas_2014(*ROWS_2014))
    by_key = {(one.measure, one.area): one.figure.number for one in reading.observations}
    for area in ("09162000", "09162000-07"):
        above, below = (
            by_key["Ausländeranteil: Ausländische Bevölkerung", area],
            by_key["Ausländeranteil: Bevölkerung", area],
        )
        value = by_key["Ausländeranteil", area]
        assert above is not None
        assert below is not None
        assert value is not None
        assert abs(value - 100 * above / below) <= Decimal("0.05")


def test_a_wrong_value_is_told_with_formula_and_result(deliver: Deliver) -> None:
    reading = deliver(atlas_2025(*["Stadt München;50;10;20"] * 9, "01 Altstadt - Lehel;51;10;20"))
    [issue] = [issue for issue in reading.issues if issue.code == "L-ATLAS-02"]
    assert issue.line == 11
    assert "100 · Basiswert 1 / Basiswert 2 ergibt 50" in issue.message


@pytest.mark.parametrize(
    ("value", "bases", "verdict"),
    [
        ("33.3", ("1", "3"), True),
        ("33.35", ("1", "3"), False),
        ("33.4", ("1.0", "3"), False),
        ("33.4", ("1.04", "3"), False),
        ("34.6", ("1.04", "3"), True),
        ("34.8", ("1.04", "3"), True),  # 1.04 may be 1.045: 34.833
        ("34.9", ("1.04", "3"), False),  # 34.85 at least, and 1.045 gives 34.833 at most
        ("35.1", ("1.04", "3"), False),
        ("5", ("1", "0"), None),
    ],
)
def test_the_tolerance_knows_all_roundings(value: str, bases: tuple[str, str], verdict: bool | None) -> None:
    """Half of the value's last digit; a base value with decimals may be off by half of its own."""
    assert Formula(100, 0, 1).holds(Decimal(value), tuple(map(Decimal, bases))) is verdict


def test_factor_and_order_are_found_in_the_table() -> None:
    rows = [(Decimal("12.5"), (Decimal(1000 * n), Decimal(80_000 * n), None)) for n in (1, 2, 3)]
    formula = find_formula(rows)
    assert formula == Formula(1000, 0, 1)
    assert formula.unit is Unit.PER_MILLE
    turned = find_formula([(value, (bases[1], bases[0])) for value, bases in rows])
    assert turned == Formula(1000, 1, 0)


def test_faults_are_told_together(deliver: Deliver) -> None:
    """An area that is none, a value that is none."""
    reading = deliver(atlas_2014(("25,4", "1", "4", "", "Schwabing"), ("viel", "1", "4", "7", "Sendling")))
    assert {"L-GEBIET-01", "L-WERT-01"} <= {issue.code for issue in reading.issues}
