"""Mean and median of classes against persons spread evenly inside them."""

from decimal import Decimal
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.indicators.composition import ValueClass, mean_of_classes, median_of_classes
from mehrklang.vocabulary import Figure, Reason, Sign

_persons = st.lists(st.integers(0, 40), min_size=1, max_size=6).filter(any)


def _classes(persons: list[int], *, open_end: bool = False) -> list[ValueClass]:
    classes = [
        ValueClass(Decimal(10 * at), Decimal(10 * at + 10), Figure.of(number)) for at, number in enumerate(persons)
    ]
    if open_end:
        classes[-1] = ValueClass(classes[-1].lower, None, classes[-1].persons)
    return classes


@given(_persons)
def test_the_mean_is_that_of_persons_in_the_middle_of_their_class(persons: list[int]) -> None:
    found = mean_of_classes(_classes(persons))
    expected = mean(10 * at + 5 for at, number in enumerate(persons) for _ in range(number))
    assert float(found.figure.number or 0) == pytest.approx(expected)
    assert found.interval is not None
    assert float(found.interval.half_width) == pytest.approx(5)


@given(_persons)
def test_half_of_the_evenly_spread_persons_lie_below_the_median(persons: list[int]) -> None:
    found = median_of_classes(_classes(persons))
    number = float(found.figure.number or 0)
    below = sum(n * min(max((number - 10 * at) / 10, 0), 1) for at, n in enumerate(persons))
    assert below == pytest.approx(sum(persons) / 2)
    assert found.interval is not None
    assert found.interval.contains(found.figure.number or Decimal(0))


def test_an_open_class_allows_a_median_below_it_but_no_mean() -> None:
    classes = _classes([10, 10, 3], open_end=True)
    assert mean_of_classes(classes).figure.sign is Sign.BLOCKED
    assert median_of_classes(classes).figure.known
    assert median_of_classes(_classes([1, 9], open_end=True)).figure.sign is Sign.BLOCKED


def test_signs_go_on_and_nobody_has_no_mean() -> None:
    hidden = [*_classes([5, 5]), ValueClass(Decimal(20), Decimal(30), Figure.withheld(Reason.SOURCE_SECRET))]
    assert mean_of_classes(hidden).figure.reason is Reason.PART_WITHHELD
    assert median_of_classes(hidden).figure.reason is Reason.PART_WITHHELD
    assert mean_of_classes(_classes([0, 0])).figure.reason is Reason.DENOMINATOR_ZERO
    limited = [*_classes([5]), ValueClass(Decimal(10), Decimal(20), Figure.limited(5))]
    assert median_of_classes(limited).figure.sign is Sign.LIMITED
