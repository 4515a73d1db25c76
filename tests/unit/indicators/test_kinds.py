"""Share, rate, published, gap, ratio and change: what the handbook's tables do not say."""

from decimal import Decimal

import pytest

from mehrklang.indicators.change import change
from mehrklang.indicators.gap import gap
from mehrklang.indicators.part import Part
from mehrklang.indicators.published import published
from mehrklang.indicators.rate import rate
from mehrklang.indicators.ratio import ratio
from mehrklang.indicators.share import ABOVE_HUNDRED, share
from mehrklang.vocabulary import Figure, Reason, Sign, Unit


def _percent(number: str) -> Part:
    return Part(Figure.of(Decimal(number)), Unit.PERCENT)


@pytest.mark.parametrize(("numerator", "notes"), [(0, ()), (40, ()), (41, (ABOVE_HUNDRED,))])
def test_a_share_above_100_is_told_with_a_note_and_0_and_100_without(numerator: int, notes: tuple[str, ...]) -> None:
    assert share(Part(Figure.of(numerator)), Part(Figure.of(40))).notes == notes


def test_a_rate_above_100_is_nothing_to_note() -> None:
    outcome = rate(Part(Figure.of(50)), Part(Figure.of(40)), per=1000)
    assert outcome.figure.number == 1250
    assert outcome.formula == "1.000 · 50 : 40"
    assert outcome.notes == ()


def test_a_published_value_keeps_number_and_sign() -> None:
    assert published(Part(Figure.limited(Decimal("12.30")))).figure == Figure.limited(Decimal("12.30"))


def test_a_gap_is_the_unrounded_difference() -> None:
    assert gap(_percent("14.8"), _percent("6.3")).figure.number == Decimal("8.5")
    assert gap(_percent("6.3"), _percent("14.8")).figure.number == Decimal("-8.5")


@pytest.mark.parametrize("combine", [gap, ratio, change])
def test_nothing_derived_comes_out_of_a_withheld_part(combine) -> None:  # type: ignore[no-untyped-def] # three functions of one form
    withheld = Part(Figure.withheld(Reason.SUPPRESSED), Unit.PERCENT)
    for parts in ((withheld, _percent("6.3")), (_percent("6.3"), withheld)):
        assert combine(*parts).figure == Figure.withheld(Reason.PART_WITHHELD)


def test_the_change_of_a_count_from_nothing_is_not_infinite_but_blocked() -> None:
    assert change(Part(Figure.of(5)), Part(Figure.nothing())).figure == Figure.signed(
        Sign.BLOCKED, Reason.DENOMINATOR_ZERO
    )


def test_the_change_of_a_negative_balance_is_not_given_in_per_cent() -> None:
    assert change(Part(Figure.of(5)), Part(Figure.of(-10))).figure.reason is Reason.DENOMINATOR_NEGATIVE


def test_a_limited_part_limits_a_change() -> None:
    assert change(Part(Figure.limited(12)), Part(Figure.of(10))).figure == Figure.limited(20)


@pytest.mark.parametrize("unit", list(Unit))
def test_every_unit_has_a_unit_of_its_change_and_counts_change_in_per_cent(unit: Unit) -> None:
    money = (Unit.EURO, Unit.EURO_IN_TOTAL, Unit.THOUSAND_EURO, Unit.EURO_PER_SQUARE_METRE)
    relative = unit in (Unit.COUNT, Unit.THOUSAND, *money)
    assert (unit.of_change is Unit.PERCENT_CHANGE) == relative
    if not relative:
        assert unit.of_change is unit.of_difference


def test_a_difference_of_per_milles_is_not_called_percentage_points() -> None:
    assert Unit.PER_MILLE.of_difference is Unit.PER_MILLE
