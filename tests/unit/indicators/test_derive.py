"""Gap, ratio and change over whole series."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from mehrklang.catalogue import Break, BreakKind, Derivation, IndicatorKind
from mehrklang.indicators import IndicatorValue, derive
from mehrklang.vocabulary import Figure, Lineage, Reason, Sign, Unit
from tests.factories.cubes import definition
from tests.factories.series import series

BREAK = Break(2022, BreakKind.EXTRAPOLATION, "Zensus 2022", "Amt")


def _by_year(values: tuple[IndicatorValue, ...]) -> Mapping[str, object]:
    return {value.period.key: value.figure.number if value.figure.known else value.figure.reason for value in values}


def _change(years: int, unit: Unit = Unit.PERCENTAGE_POINTS, **changes: object):  # type: ignore[no-untyped-def] # as the factory
    return definition(IndicatorKind.CHANGE, unit, derivation=Derivation("anteil", "alle", years=years), **changes)


def test_a_gap_compares_equal_periods_of_one_area_and_says_what_is_missing() -> None:
    gap = definition(IndicatorKind.GAP, Unit.PERCENTAGE_POINTS, derivation=Derivation("anteil", "a", "b"))
    group = series({"2019": "14.8", "2020": "15", "2021": "16"}, group="a")
    base = series({"2019": "6.3", "2020": "."}, group="b")
    elsewhere = series({"2021": "5"}, group="b", area="00")
    (found,) = derive(gap, [group, base, elsewhere])
    assert _by_year(found.values) == {
        "2019": Decimal("8.5"), "2020": Reason.PART_WITHHELD, "2021": Reason.PART_MISSING
    }  # fmt: skip
    assert found.values[0].unit is Unit.PERCENTAGE_POINTS
    assert found.values[0].formula == "14,8 − 6,3"
    assert found.values[2].notes == ("Für dieses Fach liegt keine Lieferung vor.",)


def test_a_ratio_has_no_unit_and_keeps_the_lineage_of_both() -> None:
    ratio = definition(IndicatorKind.RATIO, Unit.RATIO, derivation=Derivation("anteil", "a", "b"))
    group, base = (series({"2019": n}, group=g, delivery=g) for n, g in (("12.6", "a"), ("6.3", "b")))
    (found,) = derive(ratio, [group, base])
    assert (found.values[0].figure.number, found.values[0].unit) == (2, Unit.RATIO)
    assert found.values[0].lineage == Lineage("a + b")


def test_every_area_with_the_group_gets_a_series() -> None:
    gap = definition(IndicatorKind.GAP, Unit.PERCENTAGE_POINTS, derivation=Derivation("anteil", "a", "b"))
    both = [series({"2019": n}, group=g, area=area) for area in ("1", "2") for g, n in (("a", "3"), ("b", "2"))]
    assert [(each.area, each.values[0].figure.number) for each in derive(gap, both)] == [("1", 1), ("2", 1)]


def test_a_change_goes_back_the_years_it_names_and_starts_where_it_can() -> None:
    (found,) = derive(_change(2), [series({"2018": "1", "2019": "2", "2020": "4", "2022": "7"})])
    assert _by_year(found.values) == {"2020": 3, "2022": 3}
    assert found.values[0].base == "gegenüber 2018"


def test_a_year_missing_in_between_is_missing_and_not_bridged() -> None:
    (found,) = derive(_change(1), [series({"2018": "1", "2020": "4"})])
    assert _by_year(found.values) == {"2020": Reason.PART_MISSING}


def test_a_change_never_crosses_a_break_of_the_definition_or_of_the_caller() -> None:
    values = series({"2020": "1", "2021": "2", "2022": "9", "2023": "10"})
    expected = {"2021": 1, "2022": Reason.NOT_COMPARABLE, "2023": 1}
    (own,) = derive(_change(1, breaks=(BREAK,)), [values])
    (passed,) = derive(_change(1), [values], breaks=[BREAK])
    assert _by_year(own.values) == _by_year(passed.values) == expected
    assert own.values[1].figure == Figure.signed(Sign.BLOCKED, Reason.NOT_COMPARABLE)
    assert own.values[1].formula == ""


def test_a_break_in_another_area_does_not_matter() -> None:
    elsewhere = Break(2022, BreakKind.TERRITORY, "Fusion", "Amt", areas=("99",))
    (found,) = derive(_change(1, breaks=(elsewhere,)), [series({"2021": "2", "2022": "9"})])
    assert _by_year(found.values) == {"2022": 7}


def test_a_change_since_the_beginning_begins_anew_after_a_break() -> None:
    values = series({"2020": "1", "2021": "2", "2022": "9", "2023": "10", "2024": "12"})
    (found,) = derive(_change(0, breaks=(BREAK,)), [values])
    assert _by_year(found.values) == {"2021": 1, "2023": 1, "2024": 3}


def test_months_are_compared_with_the_same_month() -> None:
    (found,) = derive(_change(1), [series({"2019-06": "5", "2019-07": "6", "2020-06": "8"})])
    assert _by_year(found.values) == {"2020-06": 3}


def test_counts_change_in_per_cent() -> None:
    (found,) = derive(_change(1, Unit.PERCENT_CHANGE), [series({"2019": "96", "2020": "120"}, unit=Unit.COUNT)])
    assert (found.values[0].figure.number, found.values[0].unit) == (25, Unit.PERCENT_CHANGE)


def test_without_a_derivation_there_is_nothing_to_derive() -> None:
    with pytest.raises(ValueError, match="no derivation"):
        derive(definition(), [])
