"""Index, composite, representation and coverage: signs and refusals."""

from decimal import Decimal

import pytest

from mehrklang.indicators.composition import Component, composite, coverage, index, participation, representation
from mehrklang.indicators.part import Part
from mehrklang.vocabulary import Figure, Reason

HIDDEN = Part(Figure.withheld(Reason.SOURCE_SECRET))


def _part(number: int) -> Part:
    return Part(Figure.of(number))


def test_an_index_on_a_base_of_zero_is_blocked() -> None:
    assert index(_part(5), _part(0)).figure.reason is Reason.DENOMINATOR_ZERO


def test_a_composite_of_a_withheld_part_is_withheld_and_needs_positive_weights() -> None:
    assert composite([Component("a", HIDDEN.figure, Decimal(1))]).figure.reason is Reason.PART_WITHHELD
    with pytest.raises(ValueError, match="positive weights"):
        composite([Component("a", Figure.of(100), Decimal(0))])
    with pytest.raises(ValueError, match="positive weights"):
        composite([])


def test_equal_shares_are_represented_as_one_and_nobody_at_all_has_no_representation() -> None:
    assert representation(*map(_part, (10, 40, 250, 1000))).figure.number == 1
    assert representation(*map(_part, (0, 40, 250, 1000))).figure.number == 0
    assert representation(*map(_part, (3, 40, 0, 1000))).figure.reason is Reason.DENOMINATOR_ZERO
    assert representation(HIDDEN, *map(_part, (40, 250, 1000))).figure.reason is Reason.PART_WITHHELD


def test_more_visits_than_persons_are_no_share_above_hundred() -> None:
    visits = participation(_part(300), _part(200))
    assert (visits.figure.number, len(visits.notes)) == (Decimal(150), 1)
    assert "über 100" in coverage(_part(300), _part(200)).notes[0]
