"""Dominance of amounts, and limits of samples."""

from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.catalogue import Dominance, SampleLimits
from mehrklang.disclosure.dominance import Contributions, dominated
from mehrklang.disclosure.sample_limits import limited
from mehrklang.vocabulary import Figure, Reason, Sign, Unit

AMOUNTS = st.lists(st.integers(0, 100), min_size=1, max_size=6)


@given(AMOUNTS, st.integers(1, 3), st.integers(1, 100))
def test_the_share_rule_asks_whether_some_n_hold_more_than_k_per_cent(amounts: list[int], n: int, k: int) -> None:
    """Against adding up the amounts of every group of n."""
    groups = combinations(amounts, min(n, len(amounts)))
    expected = any(100 * sum(group) > k * sum(amounts) for group in groups) and sum(amounts) > 0
    assert dominated(Contributions.of(map(Decimal, amounts)), Dominance(n, k)) == expected


@given(AMOUNTS, st.integers(1, 100))
def test_the_p_rule_asks_whether_anybody_can_estimate_another_closely(amounts: list[int], p: int) -> None:
    """Every contributor estimates every other by the sum without his own amount; nobody can where there is no sum."""
    padded = [*amounts, 0]
    expected = sum(amounts) > 0 and any(
        100 * (sum(amounts) - own - other) < p * other
        for i, own in enumerate(padded)
        for j, other in enumerate(padded)
        if i != j
    )
    assert dominated(Contributions.of(map(Decimal, amounts)), Dominance(closeness=p)) == expected


def test_one_contributor_is_always_told() -> None:
    assert dominated(Contributions.of([Decimal(5)]), Dominance(closeness=1))
    assert not dominated(Contributions.of([]), Dominance(2, 1, 1))


@pytest.mark.parametrize(("total", "greatest"), [(10, (1, 2)), (10, (8, 3)), (10, (8, -1))])
def test_contributions_that_cannot_be_are_refused(total: int, greatest: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="amounts"):
        Contributions(Decimal(total), tuple(map(Decimal, greatest)))


def test_signs_of_samples_keep_what_has_no_number_and_tell_zero() -> None:
    limits = SampleLimits(5_000, 10_000)
    secret = Figure.withheld(Reason.SOURCE_SECRET)
    assert limited(secret, Unit.COUNT, limits) == secret
    assert limited(Figure.nothing(), Unit.THOUSAND, limits) == Figure.nothing()
    assert limited(Figure.of(4), Unit.THOUSAND, limits).sign is Sign.UNRELIABLE
    assert limited(Figure.limited(12_000), Unit.COUNT, limits) == Figure.limited(12_000)
