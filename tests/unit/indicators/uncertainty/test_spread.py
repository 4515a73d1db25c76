"""Which value gets which interval, and which none."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.catalogue import Derivation, IndicatorKind
from mehrklang.indicators import IndicatorValue, Interval, IntervalMethod, compute, derive
from mehrklang.indicators.part import Part
from mehrklang.indicators.uncertainty import NO_SPREAD, of_change, of_count, of_gap, of_rate, of_ratio, of_share
from mehrklang.indicators.uncertainty.of_derived import DIFFERENT, MISSING
from mehrklang.indicators.uncertainty.of_value import NO_PART, NONE_GIVEN, SMALL_BASE
from mehrklang.indicators.uncertainty.rounding import Bounds
from mehrklang.vocabulary import Figure, Material, Reason, Unit
from tests.factories.cubes import GOSLAR, binding, cube, definition, key
from tests.factories.series import series


def _published(number: str, slack: str | None = None, unit: Unit = Unit.COUNT) -> Part:
    known = None if slack is None else Decimal(slack)
    return Part(Figure.of(Decimal(number)), unit, material=Material.PUBLISHED, slack=known)


def _counted(number: int) -> Part:
    return Part(Figure.of(number))


def _value(interval: Interval | None, number: str, *, unit: Unit = Unit.PERCENT) -> IndicatorValue:
    return replace(series({"2020": number}, unit=unit).values[0], interval=interval)


def test_own_counts_have_a_range_of_chance_and_from_twenty_on_wilsons() -> None:
    few = of_share(_counted(3), _counted(19), Figure.of(15))
    many = of_share(_counted(3), _counted(20), Figure.of(15))
    assert few.interval is not None
    assert many.interval is not None
    assert (few.interval.method, few.note) == (IntervalMethod.CLOPPER_PEARSON, SMALL_BASE)
    assert (many.interval.method, many.note) == (IntervalMethod.WILSON, "")
    assert "Zufallsschwankung" in many.interval.description


def test_a_withheld_value_has_no_interval_and_needs_no_reason_for_it() -> None:
    hidden = Part(Figure.withheld(Reason.SUPPRESSED))
    assert of_share(hidden, _counted(50), Figure.withheld(Reason.PART_WITHHELD)) == NO_SPREAD
    assert of_rate(hidden, _counted(50), Figure.withheld(Reason.PART_WITHHELD), per=100) == NO_SPREAD
    assert of_count(hidden) == NO_SPREAD


def test_more_cases_than_base_have_no_interval_and_say_why() -> None:
    assert of_share(_counted(30), _counted(20), Figure.of(150)).note == NO_PART


def test_nothing_is_invented_where_the_producer_says_nothing() -> None:
    found = of_share(_published("30"), _published("200"), Figure.of(15))
    assert (found.interval, found.note) == (None, NONE_GIVEN)


def test_a_count_below_zero_is_a_balance() -> None:
    assert of_count(_counted(-5)).interval is None
    assert "Saldo" in of_count(_counted(-5)).note


@settings(deadline=None)
@given(st.integers(0, 60), st.integers(5, 60), st.integers(0, 2), st.integers(0, 2))
def test_the_range_of_rounding_is_that_of_all_true_pairs(cases: int, base: int, slack: int, other: int) -> None:
    found = of_share(_published(str(cases), str(slack)), _published(str(base), str(other)), Figure.of(1)).interval
    pairs = product(range(max(cases - slack, 0), cases + slack + 1), range(base - other, base + other + 1))
    shares = [100 * Decimal(true) / Decimal(whole) for true, whole in pairs]
    assert found is not None
    assert found.certain
    assert abs(found.lower - min(shares)) < Decimal("1e-20")
    assert abs(found.upper - max(shares)) < Decimal("1e-20")


def test_a_denominator_that_may_be_zero_has_no_bounds() -> None:
    assert Bounds.around(Decimal(5), Decimal(2)).over(Bounds.around(Decimal(2), Decimal(2))) is None


CHANCE = Interval(Decimal(4), Decimal(7), IntervalMethod.WILSON)
CERTAIN = Interval(Decimal("4.95"), Decimal("5.05"), IntervalMethod.ROUNDING, None)


def test_chance_and_rounding_are_not_mixed_and_missing_stays_missing() -> None:
    of_chance, rounded, without = (_value(interval, "5") for interval in (CHANCE, CERTAIN, None))
    for compare in (of_gap, of_ratio, of_change):
        assert compare(of_chance, rounded).note == DIFFERENT
        assert compare(rounded, without).note == MISSING
        assert compare(without, of_chance).interval is None


def test_rounded_shares_give_a_gap_within_both_roundings() -> None:
    gap = of_gap(_value(CERTAIN, "5"), _value(CERTAIN, "5")).interval
    assert gap == Interval(Decimal("-0.10"), Decimal("0.10"), IntervalMethod.ROUNDING, None)


def test_a_change_of_counts_is_that_of_their_ratio_in_per_cent() -> None:
    later, earlier = (_value(of_count(_counted(number)).interval, str(number), unit=Unit.COUNT) for number in (30, 10))
    ratio, change = of_ratio(later, earlier).interval, of_change(later, earlier).interval
    assert ratio is not None
    assert change is not None
    assert change.method is IntervalMethod.CONDITIONAL
    assert (change.lower, change.upper) == (100 * (ratio.lower - 1), 100 * (ratio.upper - 1))


def test_computed_values_carry_their_interval_up_to_the_gap() -> None:
    cells = {key("a", "2020"): 60, key("b", "2020"): 100, key("c", "2020"): 30, key("d", "2020"): 100}
    cubes = {"amt": cube(cells)}
    (upper,) = compute(definition(), binding("a", "b"), cubes, area=GOSLAR)
    (lower,) = compute(definition(), binding("c", "d"), cubes, area=GOSLAR)
    compared = definition(IndicatorKind.GAP, derivation=Derivation("anteil", "alle", "basis"))
    base = replace(lower, group="basis")
    (gap,) = derive(compared, (upper, base))
    interval = gap.values[0].interval
    assert interval is not None
    assert interval.method is IntervalMethod.NEWCOMBE
    assert interval.contains(Decimal(30))
    assert (float(interval.lower), float(interval.upper)) == pytest.approx((16.292, 42.156), abs=0.001)


def test_published_shares_have_the_rounding_that_their_whole_column_shows() -> None:
    figures = {"2019": "14.8", "2020": "15", "2021": "15.2"}
    cells = {key("q", year, unit=Unit.PERCENT): Figure.of(Decimal(text)) for year, text in figures.items()}
    kept = definition(IndicatorKind.PUBLISHED)
    cubes = {"amt": cube(cells, material=Material.PUBLISHED)}
    (found,) = compute(kept, binding("q", unit=Unit.PERCENT), cubes, area=GOSLAR)
    assert found.values[1].interval == Interval(Decimal("14.95"), Decimal("15.05"), IntervalMethod.ROUNDING, None)


def test_published_counts_have_the_rounding_of_their_source() -> None:
    cubes = {"amt": cube({key("a", "2020"): 85, key("b", "2020"): 170}, material=Material.PUBLISHED)}
    (without,) = compute(definition(), binding("a", "b"), cubes, area=GOSLAR)
    (found,) = compute(definition(), binding("a", "b"), cubes, area=GOSLAR, roundings={"amt": 5})
    assert (without.values[0].interval, without.values[0].interval_note) == (None, NONE_GIVEN)
    interval = found.values[0].interval
    assert interval is not None
    assert (round(interval.lower, 3), round(interval.upper, 3)) == (Decimal("48.256"), Decimal("51.786"))
