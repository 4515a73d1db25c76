"""The one division."""

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.indicators.division import divide
from mehrklang.indicators.part import Part
from mehrklang.vocabulary import Figure, Reason, Sign

_counts = st.integers(0, 10**9)


@given(_counts, st.integers(1, 10**9), st.sampled_from([1, 100, 1000, 100_000]))
def test_the_quotient_is_the_exact_fraction_to_34_digits_and_the_nearest_float(
    numerator: int, denominator: int, times: int
) -> None:
    number = divide(Part(Figure.of(numerator)), Part(Figure.of(denominator)), times=times).number
    exact = Fraction(times * numerator, denominator)
    assert number is not None
    assert abs(Fraction(number) - exact) <= exact * Fraction(1, 10**33)
    assert float(number) == times * numerator / denominator


def test_the_callers_decimal_context_does_not_matter() -> None:
    with decimal.localcontext() as context:
        context.prec = 3
        coarse = divide(Part(Figure.of(14020)), Part(Figure.of(136292)), times=100)
    assert coarse == divide(Part(Figure.of(14020)), Part(Figure.of(136292)), times=100)


@pytest.mark.parametrize(
    ("denominator", "sign", "reason"),
    [
        (Figure.nothing(), Sign.BLOCKED, Reason.DENOMINATOR_ZERO),
        (Figure.of(0), Sign.BLOCKED, Reason.DENOMINATOR_ZERO),
        (Figure.limited(0), Sign.BLOCKED, Reason.DENOMINATOR_ZERO),
        (Figure.of(-4), Sign.BLOCKED, Reason.DENOMINATOR_NEGATIVE),
        (Figure.of(49), Sign.UNRELIABLE, Reason.BASE_TOO_SMALL),
        (Figure.withheld(Reason.SUPPRESSED), Sign.UNKNOWN, Reason.PART_WITHHELD),
    ],
)
def test_an_unfit_denominator_gives_a_sign_with_its_reason(denominator: Figure, sign: Sign, reason: Reason) -> None:
    assert divide(Part(Figure.of(3)), Part(denominator, rate_floor=50)) == Figure.signed(sign, reason)


def test_the_floor_is_the_smallest_denominator_that_may_be_used() -> None:
    assert divide(Part(Figure.of(25)), Part(Figure.of(50), rate_floor=50)).number == Decimal("0.5")


def test_the_floor_of_the_numerator_has_no_say() -> None:
    assert divide(Part(Figure.of(1), rate_floor=50), Part(Figure.of(2))).number == Decimal("0.5")
