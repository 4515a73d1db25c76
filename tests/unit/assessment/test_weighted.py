"""The weighted regression against the normal equations, solved with fractions."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.assessment import trend
from mehrklang.assessment.weighted import Counted, counted, weighted_slope
from mehrklang.indicators import compute
from tests.factories.cubes import GOSLAR, binding, cube, definition, key

_counts = st.integers(20, 5000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base)))


@given(st.lists(_counts, min_size=5, max_size=12))
def test_the_slope_solves_the_normal_equations(counts: list[tuple[int, int]]) -> None:
    points = [Counted(2010 + at, cases, base) for at, (cases, base) in enumerate(counts)]
    found = weighted_slope(points)
    sums = [Fraction(0)] * 5
    for each in points:
        share = Fraction(2 * int(each.cases) + 1, 2 * int(each.base) + 2)
        weight = Fraction(int(each.base)) / (10_000 * share * (1 - share))
        x, y = Fraction(each.year - 2010), Fraction(100 * int(each.cases), int(each.base))
        for at, term in enumerate((1, x, y, x * x, x * y)):
            sums[at] += weight * term
    whole, of_x, of_y, of_xx, of_xy = sums
    slope = (whole * of_xy - of_x * of_y) / (whole * of_xx - of_x**2)
    assert float(found.slope) == pytest.approx(float(slope), rel=1e-6, abs=1e-9)
    assert found.interval.contains(found.slope)
    assert found.dispersion >= 1


def test_more_scatter_than_the_counts_explain_widens_the_limits() -> None:
    calm = [Counted(2010 + at, 300 + at, 1000) for at in range(8)]
    wild = [replace(each, cases=each.cases + (100 if at % 2 else -100)) for at, each in enumerate(calm)]
    assert weighted_slope(calm).dispersion == 1
    assert weighted_slope(wild).dispersion > 10
    assert weighted_slope(wild).interval.half_width > 3 * weighted_slope(calm).interval.half_width


def test_a_trend_of_own_shares_has_both_and_says_where_they_disagree() -> None:
    cells = {}
    for at, cases in enumerate((10, 11, 12, 13, 14, 15)):
        cells[key("a", str(2018 + at))] = cases
        cells[key("b", str(2018 + at))] = 100
    (steady,) = compute(definition(), binding("a", "b"), {"amt": cube(cells)}, area=GOSLAR)
    found = trend(definition(), steady)
    assert found.weighted is not None
    assert found.movement.label == "steigend"
    assert not found.weighted.reliable
    assert "gewichtete Regression sieht keine belastbare Veränderung" in found.reason
    assert counted(steady.values) is not None
    assert counted([replace(value, numerator=None) for value in steady.values]) is None
