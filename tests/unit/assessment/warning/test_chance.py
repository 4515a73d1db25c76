"""Expectation, drift and the correction for many series against slow ways."""

from math import sqrt
from random import Random
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.assessment.warning.drift import cusum, drift_chance, scores
from mehrklang.assessment.warning.expectation import expectation
from mehrklang.assessment.warning.many import rare_by_expected_alarms, rare_by_false_discoveries
from mehrklang.assessment.warning.scale import count, plain, share
from mehrklang.assessment.warning.simulation import Setting, simulate

_numbers = st.lists(st.floats(-100, 100), min_size=5, max_size=6)


@given(_numbers)
def test_without_counts_it_is_the_textbook_prediction_interval(numbers: list[float]) -> None:
    *earlier, newest = numbers[:5]
    found = expectation(range(5), [plain(number) for number in numbers[:5]])
    if stdev(earlier) < 1e-6:
        return
    assert found is not None
    assert found.centre == pytest.approx(mean(earlier), abs=1e-9)
    assert found.distance == pytest.approx((newest - mean(earlier)) / (stdev(earlier) * sqrt(1 + 1 / 4)), rel=1e-6)
    assert found.freedom == 3


def test_from_six_earlier_points_a_steady_rise_is_expected_to_go_on() -> None:
    rising = [share(100 + 10 * at, 1000) for at in range(8)]
    found = expectation(range(8), rising)
    assert found is not None
    assert abs(found.distance) < 0.5
    assert abs((expectation(range(5), rising[:5]) or found).distance) > 0.5


def test_more_scatter_than_the_counts_explain_widens_the_expectation() -> None:
    calm = [share(cases, 10_000) for cases in (2000, 2010, 1990, 2005, 1995, 2000, 2200)]
    wild = [share(cases, 10_000) for cases in (2000, 2300, 1700, 2200, 1800, 2000, 2200)]
    first, second = expectation(range(7), calm), expectation(range(7), wild)
    assert first is not None
    assert second is not None
    assert first.chance < 0.01 < second.chance


def test_too_few_or_wholly_equal_points_let_expect_nothing() -> None:
    assert expectation(range(4), [plain(1), plain(2), plain(3), plain(9)]) is None
    assert expectation(range(5), [plain(1)] * 5) is None


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_way_back_from_the_scale_is_near_the_value(cases: int, others: int) -> None:
    base = cases + others
    there = share(cases, base)
    assert there.back(there.value) == pytest.approx(100 * (cases + 0.5) / (base + 1))
    assert count(cases).back(count(cases).value) == pytest.approx(cases, abs=1e-9)


def test_scores_are_standard_normal_whatever_level_and_scatter_are() -> None:
    chance = Random(7)  # noqa: S311 — a simulation, no secret
    found = [score for _ in range(2000) for score in scores([chance.gauss(50, 3) for _ in range(8)])]
    assert mean(found) == pytest.approx(0, abs=0.03)
    assert stdev(found) == pytest.approx(1, abs=0.03)
    assert sum(abs(score) > 1.96 for score in found) / len(found) == pytest.approx(0.05, abs=0.01)


def test_the_chance_of_a_drift_is_an_upper_bound() -> None:
    chance = Random(11)  # noqa: S311 — a simulation, no secret
    heights = [abs(cusum(scores([chance.gauss(0, 1) for _ in range(15)]))) for _ in range(4000)]
    for height in (1, 2, 3, 4):
        assert sum(each >= height for each in heights) / len(heights) <= drift_chance(height) + 0.01


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30), st.sampled_from([0.05, 0.1, 0.2]))
def test_benjamini_and_hochberg_by_their_own_words(chances: list[float], rate: float) -> None:
    """The largest k for which the k-th smallest chance is at most k/m of the rate."""
    ordered = sorted(chances)
    ranks = [k for k in range(1, len(ordered) + 1) if ordered[k - 1] <= k / len(ordered) * rate]
    assert rare_by_false_discoveries(chances, rate) == (ordered[max(ranks) - 1] if ranks else 0)


def test_the_expected_number_of_false_alarms_is_spread_over_all_tests() -> None:
    assert rare_by_expected_alarms([0.5] * 2000, expected=1) == 1 / 2000
    assert rare_by_expected_alarms([0.5] * 3, expected=1) == 0.05


@pytest.mark.parametrize("scatter", [1, 3])
def test_an_edition_of_a_hundred_quiet_series_has_at_most_one_false_alarm(scatter: float) -> None:
    assert simulate(Setting(400, 0.2, scatter=scatter), runs=1000, seed=1).false_alarms <= 1


def test_a_greater_shift_is_seen_more_often() -> None:
    seen = [simulate(Setting(400, 0.2, shift=shift, series=20), runs=300, seed=2).seen for shift in (0, 2, 3)]
    assert seen == sorted(seen)
    assert seen[2] > 0.8
