"""Fay and Herriot's model against the published example and against a slow oracle."""

from decimal import Decimal
from math import log

import pytest

from mehrklang.assessment.small_areas import Sampled, fay_herriot

# Expenditure on fresh milk in 43 small areas of the USA (Arora and Lahiri 1997): direct estimate, its standard error
# and the major area, as in the R package sae (Molina and Marhuenda 2015), data set "milk".
_DIRECT = [
    "1.099", "1.075", "1.105", "0.628", "0.753", "0.981", "1.257", "1.095", "1.405", "1.356", "0.615", "1.46",
    "1.338", "0.854", "1.176", "1.111", "1.257", "1.43", "1.278", "1.292", "1.002", "1.183", "1.044", "1.267",
    "1.193", "0.791", "0.795", "0.759", "0.796", "0.565", "0.886", "0.952", "0.807", "0.582", "0.684", "0.787",
    "0.44", "0.759", "0.77", "0.8", "0.756", "0.865", "0.64",
]  # fmt: skip
_ERRORS = [
    "0.163", "0.08", "0.083", "0.109", "0.119", "0.141", "0.202", "0.127", "0.168", "0.178", "0.1", "0.201",
    "0.148", "0.143", "0.149", "0.145", "0.135", "0.172", "0.137", "0.163", "0.125", "0.247", "0.14", "0.171",
    "0.106", "0.121", "0.121", "0.259", "0.106", "0.089", "0.225", "0.205", "0.119", "0.067", "0.106", "0.126",
    "0.092", "0.132", "0.1", "0.113", "0.083", "0.121", "0.129",
]  # fmt: skip
_MAJOR = [1] * 7 + [2] * 7 + [3] * 11 + [4] * 18
# What eblupFH and mseFH of that package give by REML for areas 1, 2, 4, 9, 22, 28, 37 and 43.
_PUBLISHED = {
    0: (1.0219703, 0.013460220),
    1: (1.0476018, 0.005372876),
    3: (0.7608170, 0.008541740),
    8: (1.2215449, 0.014184043),
    21: (1.1923057, 0.017243977),
    27: (0.7338443, 0.016476912),
    36: (0.5298867, 0.006404335),
    42: (0.6810870, 0.009903626),
}


def test_the_published_example_comes_out() -> None:
    areas = [
        Sampled(str(at), Decimal(y), Decimal(s) ** 2, tuple(Decimal(major == one) for one in (2, 3, 4)))
        for at, (y, s, major) in enumerate(zip(_DIRECT, _ERRORS, _MAJOR, strict=True))
    ]
    found = fay_herriot(areas)
    for at, (estimate, error) in _PUBLISHED.items():
        assert float(found[at].stabilised.number or 0) == pytest.approx(estimate, abs=1e-6)
        assert float(found[at].error) == pytest.approx(error, abs=1e-7)
        assert found[at].direct.number == Decimal(_DIRECT[at])  # always beside it


def _likelihood(between: float, values: list[float], variances: list[float]) -> float:
    """The restricted likelihood of a common mean, written out."""
    weights = [1 / (between + variance) for variance in variances]
    mean = sum(w * y for w, y in zip(weights, values, strict=True)) / sum(weights)
    squares = sum(w * (y - mean) ** 2 for w, y in zip(weights, values, strict=True))
    return -(sum(log(1 / w) for w in weights) + log(sum(weights)) + squares) / 2


@pytest.mark.parametrize(
    ("values", "variances"),
    [([40, 44, 60, 20, 35], [4, 4, 4, 100, 9]), ([10, 30, 25, 40, 12, 33], [25, 9, 16, 4, 36, 1])],
)
def test_the_variance_between_areas_is_the_best_of_a_fine_grid(values: list[int], variances: list[int]) -> None:
    direct, psi = [float(value) for value in values], [float(variance) for variance in variances]
    best = max((step / 100 for step in range(100_000)), key=lambda between: _likelihood(between, direct, psi))
    weights = [1 / (best + variance) for variance in psi]
    mean = sum(w * y for w, y in zip(weights, direct, strict=True)) / sum(weights)
    found = fay_herriot([Sampled(str(y), Decimal(y), Decimal(v)) for y, v in zip(values, variances, strict=True)])
    for each, y, variance in zip(found, direct, psi, strict=True):
        own = best / (best + variance)
        assert float(each.stabilised.number or 0) == pytest.approx(own * y + (1 - own) * mean, abs=1e-3)
        assert each.interval.lower < (each.stabilised.number or 0) < each.interval.upper


def test_areas_that_differ_by_chance_only_all_get_the_mean() -> None:
    found = fay_herriot([Sampled(str(y), Decimal(y), Decimal(400)) for y in (49, 50, 51, 50)])
    assert {round(float(each.stabilised.number or 0), 6) for each in found} == {50.0}
    assert {each.own for each in found} == {Decimal("0.0")}


@pytest.mark.parametrize("areas", [[], [Sampled("a", Decimal(1), Decimal(1))] * 2])
def test_too_few_areas_are_refused(areas: list[Sampled]) -> None:
    with pytest.raises(ValueError, match="too few"):
        fay_herriot(areas)


def test_a_variance_that_is_not_positive_is_refused() -> None:
    with pytest.raises(ValueError, match="positive"):
        fay_herriot([Sampled(str(y), Decimal(y), Decimal(y)) for y in range(4)])
