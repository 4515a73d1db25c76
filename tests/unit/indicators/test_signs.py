"""How signs go on."""

from decimal import Decimal
from itertools import permutations

import pytest

from mehrklang.indicators.signs import carry, obstacle
from mehrklang.vocabulary import Figure, Reason, Sign

_HIDING = [sign for sign in Sign if not sign.carries_number]
MISSING = Figure.withheld(Reason.NOT_DELIVERED)
NEGLIGIBLE = Figure.signed(Sign.NEGLIGIBLE, Reason.BELOW_HALF_UNIT)


@pytest.mark.parametrize("sign", _HIDING)
def test_no_sign_without_a_number_ever_becomes_a_number(sign: Sign) -> None:
    in_place = obstacle(Figure.of(1), Figure.signed(sign, Reason.SOURCE_LATER))
    assert in_place is not None
    assert in_place.sign is Sign.UNKNOWN


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason.withheld])
def test_whatever_is_withheld_stays_withheld_in_any_order(reason: Reason) -> None:
    for parts in permutations([Figure.withheld(reason), MISSING, NEGLIGIBLE]):
        in_place = obstacle(*parts)
        assert in_place is not None
        assert in_place.reason is Reason.PART_WITHHELD
        assert in_place.reason.withheld


def test_less_than_half_a_unit_is_not_taken_for_zero() -> None:
    assert obstacle(Figure.of(5), NEGLIGIBLE) == Figure.withheld(Reason.PART_BELOW_HALF_UNIT)


def test_a_missing_part_is_not_called_secret() -> None:
    in_place = obstacle(Figure.of(5), MISSING)
    assert in_place == Figure.withheld(Reason.PART_MISSING)
    assert not Reason.PART_MISSING.withheld


def test_nothing_there_is_a_number_and_one_limited_part_limits_the_result() -> None:
    assert obstacle(Figure.nothing(), Figure.of(1), Figure.limited(2)) is None
    assert carry(Decimal(3), Figure.nothing(), Figure.of(1)) == Figure.of(3)
    assert carry(Decimal(3), Figure.of(1), Figure.limited(2)) == Figure.limited(3)
