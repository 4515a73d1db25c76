"""German numbers: rounding, separators, signs."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.vocabulary import Figure, Reason, Sign, Unit
from mehrklang.vocabulary.german import format_exact, format_figure, format_number, format_with_unit


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "−3"),
        ("0.05", 1, "0,1"),
        ("0.04", 1, "0,0"),
        ("-0.04", 1, "0,0"),
        ("999.95", 1, "1.000,0"),
        ("1234567.891", 2, "1.234.567,89"),
        ("1E+3", 0, "1.000"),
    ],
)
def test_half_is_rounded_away_from_zero_and_printed_the_german_way(number: str, decimals: int, text: str) -> None:
    assert format_number(Decimal(number), decimals) == text


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=7), st.integers(0, 5))
def test_reading_the_text_back_gives_the_number_within_half_a_unit(number: Decimal, decimals: int) -> None:
    text = format_number(number, decimals)
    back = Decimal(text.replace(".", "").replace(",", ".").replace("−", "-"))
    assert abs(back - number) <= Decimal(5).scaleb(-decimals - 1)


def test_an_exact_number_keeps_its_decimals_and_loses_trailing_zeros_only_behind_the_comma() -> None:
    assert [format_exact(Decimal(n)) for n in ("100", "14.80", "-0.25", "0")] == ["100", "14,8", "−0,25", "0"]
    assert format_exact(Decimal(1500), 0) == "1.500"


@pytest.mark.parametrize("sign", [sign for sign in Sign if not sign.carries_number])
def test_a_sign_without_a_number_is_printed_as_itself_and_without_unit(sign: Sign) -> None:
    figure = Figure.signed(sign, Reason.NOT_DELIVERED)
    assert format_figure(figure, Unit.PERCENT) == sign.value == format_with_unit(figure, Unit.PERCENT)


def test_counts_never_have_decimals_and_shares_have_one() -> None:
    assert format_figure(Figure.of(Decimal("12.5")), Unit.COUNT) == "13"
    assert format_with_unit(Figure.of(Decimal("12.25")), Unit.PERCENT) == "12,3\u00a0%"
    assert format_with_unit(Figure.limited(Decimal("12.25")), Unit.PERCENT) == "(12,3)\u00a0%"
    assert format_with_unit(Figure.of(1234), Unit.COUNT) == "1.234"


def test_exactly_zero_is_nothing_but_less_than_half_is_printed_as_zero() -> None:
    assert format_figure(Figure.of(0), Unit.COUNT) == "–"
    assert format_figure(Figure.of(Decimal("0.3")), Unit.COUNT) == "0"
    assert format_figure(Figure.of(Decimal("0.03")), Unit.PERCENT) == "0,0"
    assert format_with_unit(Figure.of(0), Unit.PERCENTAGE_POINTS) == "0,0\u00a0Prozentpunkte"
