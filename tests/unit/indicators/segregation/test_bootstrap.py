"""The interval of dissimilarity and isolation against drawings of numpy, and against what it promises."""

from collections.abc import Callable

import numpy as np
import pytest

from mehrklang.catalogue import IndicatorKind
from mehrklang.indicators import IntervalMethod
from mehrklang.indicators.part import Part
from mehrklang.indicators.segregation.bootstrap import range_of_dissimilarity, range_of_isolation
from mehrklang.indicators.spatial import AreaParts, spread_out
from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.vocabulary import Figure

TOWN = ((120, 900), (60, 1100), (15, 400), (240, 1500), (33, 700), (5, 60), (80, 80))


def dissimilarity(group: np.ndarray, everybody: np.ndarray) -> np.ndarray:
    others = everybody - group
    apart = group / group.sum(-1, keepdims=True) - others / others.sum(-1, keepdims=True)
    return np.abs(apart).sum(-1) / 2


def isolation(group: np.ndarray, everybody: np.ndarray) -> np.ndarray:
    return (group * group / everybody).sum(-1) / group.sum(-1)


@pytest.mark.parametrize(
    ("found", "measure"), [(range_of_dissimilarity, dissimilarity), (range_of_isolation, isolation)]
)
def test_the_limits_are_those_of_many_drawings_of_another_generator(
    found: Callable[[tuple[tuple[int, int], ...]], Limits], measure: Callable[[np.ndarray, np.ndarray], np.ndarray]
) -> None:
    """199 drawings know the limits to about a tenth of the width."""
    group, everybody = (np.array(column) for column in zip(*TOWN, strict=True))
    drawn = measure(np.random.default_rng(7).binomial(everybody, group / everybody, (40_000, len(TOWN))), everybody)
    upper, lower = 2 * measure(group, everybody) - np.quantile(drawn, [0.025, 0.975])
    limits = found(TOWN)
    width = upper - lower
    assert limits.lower == pytest.approx(lower, abs=0.15 * width)
    assert limits.upper == pytest.approx(upper, abs=0.15 * width)


def test_the_range_holds_the_true_value_about_as_often_as_it_says() -> None:
    """Towns drawn from known shares: the true D lies inside in about 95 of 100 of them."""
    random = np.random.default_rng(11)
    everybody = np.array([400, 600, 500, 800, 300, 700, 450, 650])
    shares = np.array([0.30, 0.12, 0.20, 0.05, 0.40, 0.15, 0.10, 0.25])
    truth = float(dissimilarity(everybody * shares, everybody))
    inside = 0
    for drawn in random.binomial(everybody, shares, (120, len(shares))):
        limits = range_of_dissimilarity(tuple((int(a), int(n)) for a, n in zip(drawn, everybody, strict=True)))
        inside += limits.lower <= truth <= limits.upper
    assert 105 <= inside <= 120


def made(kind: IndicatorKind) -> tuple[float, float, float]:
    parts = [AreaParts(str(at), Part(Figure.of(a)), Part(Figure.of(n))) for at, (a, n) in enumerate(TOWN)]
    found = spread_out(kind, parts)
    interval, number = found.spread.interval, found.outcome.figure.number
    assert interval is not None
    assert number is not None
    assert interval.method is IntervalMethod.BOOTSTRAP
    return float(interval.lower), float(number), float(interval.upper)


def test_each_measure_of_own_counts_has_its_range() -> None:
    for kind in (IndicatorKind.DISSIMILARITY, IndicatorKind.BEYOND_CHANCE, IndicatorKind.ISOLATION):
        lower, number, upper = made(kind)
        assert 0 <= lower <= number <= upper <= 100, kind


def test_exposure_is_the_rest_of_isolation() -> None:
    lower, number, upper = made(IndicatorKind.ISOLATION)
    assert made(IndicatorKind.EXPOSURE) == pytest.approx((100 - upper, 100 - number, 100 - lower))


def test_a_group_of_one_has_a_range_within_the_possible() -> None:
    limits = range_of_dissimilarity(((1, 10), (0, 10)))
    assert 0 <= limits.lower <= limits.upper <= 1
