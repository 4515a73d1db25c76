"""Standardised rates and the decomposition of a gap against sums of fractions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.indicators.composition import Stratum, directly_standardised, indirectly_standardised, kitagawa
from mehrklang.vocabulary import Figure, Reason

_layer = st.tuples(st.integers(0, 50), st.integers(1, 500), st.integers(1, 50), st.integers(1, 500))
_layers = st.lists(_layer, min_size=1, max_size=5)


def _strata(layers: list[tuple[int, int, int, int]]) -> list[Stratum]:
    return [Stratum(str(at), *(Figure.of(number) for number in layer)) for at, layer in enumerate(layers)]


def _sum(layers: list[tuple[int, int, int, int]], column: int) -> int:
    return sum(layer[column] for layer in layers)


@given(_layers)
def test_direct_standardisation_weighs_the_rates_by_the_standard(layers: list[tuple[int, int, int, int]]) -> None:
    expected = sum(Fraction(c, n) * s for c, n, _, s in layers) / _sum(layers, 3)
    assert float(directly_standardised(_strata(layers), per=1000).number or 0) == pytest.approx(float(1000 * expected))


@given(_layers)
def test_indirect_standardisation_weighs_observed_by_expected(layers: list[tuple[int, int, int, int]]) -> None:
    expected = sum(Fraction(s_cases, s) * n for _, n, s_cases, s in layers)
    result = Fraction(_sum(layers, 2), _sum(layers, 3)) * _sum(layers, 0) / expected
    assert float(indirectly_standardised(_strata(layers)).number or 0) == pytest.approx(float(100 * result))


@given(_layers)
def test_the_two_parts_of_the_gap_are_the_gap_of_the_crude_rates(layers: list[tuple[int, int, int, int]]) -> None:
    found = kitagawa(_strata(layers))
    crude = Fraction(_sum(layers, 0), _sum(layers, 1)) - Fraction(_sum(layers, 2), _sum(layers, 3))
    assert float(found.gap.number or 0) == pytest.approx(float(100 * crude), abs=1e-12)


@given(_layers)
def test_groups_composed_alike_have_a_gap_of_rates_only(layers: list[tuple[int, int, int, int]]) -> None:
    alike = [(cases, persons, standard, 2 * persons) for cases, persons, standard, _ in layers]
    found = kitagawa(_strata(alike))
    assert float(found.composition.number or 0) == pytest.approx(0, abs=1e-12)


def test_a_withheld_layer_withholds_the_result_and_an_empty_one_blocks_it() -> None:
    hidden = [Stratum("a", Figure.withheld(Reason.SOURCE_SECRET), *(Figure.of(9) for _ in range(3)))]
    empty = _strata([(0, 0, 5, 10)])
    for strata, reason in ((hidden, Reason.PART_WITHHELD), (empty, Reason.DENOMINATOR_ZERO)):
        assert directly_standardised(strata).reason is reason
        assert kitagawa(strata).gap.reason is reason
    assert indirectly_standardised(hidden).reason is Reason.PART_WITHHELD
    assert indirectly_standardised(empty).reason is Reason.DENOMINATOR_ZERO
    assert indirectly_standardised(_strata([(1, 5, 0, 0)])).reason is Reason.DENOMINATOR_ZERO
