"""Numbers as people write them, there and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.sources.numbers import Mark, find_marks, is_open, parse_number
from mehrklang.vocabulary.german import format_number

DECIMALS = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=4)


@given(DECIMALS)
def test_german_numbers_come_back(number: Decimal) -> None:
    """What the house prints (1.234,5000 with a true minus) is read as the same number."""
    assert parse_number(format_number(number, 4), Mark.COMMA) == number


@given(DECIMALS)
def test_machine_numbers_come_back(number: Decimal) -> None:
    """Plain, signed and exponent form with a decimal point."""
    assert parse_number(f"{number:f}", Mark.POINT) == number
    assert parse_number(f"{number:+f}", Mark.POINT) == number
    assert parse_number(f"{number:E}", Mark.POINT) == number


@given(DECIMALS)
def test_the_mark_of_a_printed_column_is_found(number: Decimal) -> None:
    """Four decimals always tell the mark."""
    assert find_marks([format_number(number, 4)]).mark is Mark.COMMA
    assert find_marks([f"{number:f}"]).mark is Mark.POINT


CASES = (
    ("+12.6", Mark.POINT, "12.6"),
    ("1.2E-6", Mark.POINT, "0.0000012"),
    ("-7", Mark.POINT, "-7"),
    ("1023101.0", Mark.POINT, "1023101"),
    ("-  23", Mark.COMMA, "-23"),
    ("–5", Mark.COMMA, "-5"),
    ("1 234 567,8", Mark.COMMA, "1234567.8"),
    ("1\u00a0234", Mark.COMMA, "1234"),
    ("1\u202f234,5", Mark.COMMA, "1234.5"),
    ("1.234", Mark.OPEN, "1234"),
    ("12 34", Mark.COMMA, None),
    ("1.23,4", Mark.COMMA, None),
    ("1,234.5", Mark.POINT, None),
    ("1.5", Mark.COMMA, None),
    ("1_000", Mark.POINT, None),
    ("٣", Mark.POINT, None),
    ("Infinity", Mark.POINT, None),
    ("", Mark.POINT, None),
    ("0x1F", Mark.POINT, None),
)


@pytest.mark.parametrize(("text", "mark", "number"), CASES)
def test_numbers_as_written(text: str, mark: Mark, number: str | None) -> None:
    """Exact, or not at all."""
    assert parse_number(text, mark) == (None if number is None else Decimal(number))


def test_one_dot_with_three_digits_tells_nothing() -> None:
    """1.234 may be one or one thousand; two dots or a zero in front decide."""
    assert find_marks(["1.234", "12.345", "7"]).mark is Mark.OPEN
    assert find_marks(["1.234.567"]).mark is Mark.COMMA
    assert find_marks(["0.123"]).mark is Mark.POINT
    assert is_open("-1.234")
    assert not is_open("1234.567")
