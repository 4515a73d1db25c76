"""The measures against their formulas in fractions, and the expectation against trying all placements."""

from fractions import Fraction
from itertools import combinations
from math import comb, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.indicators.segregation import (
    AreaCounts,
    areas_of,
    dissimilarity,
    expected_dissimilarity,
    exposure,
    isolation,
    settled,
    shannon,
    simpson,
    theil_h,
)
from mehrklang.vocabulary import Figure, Period, Reason
from tests.factories.series import series

_area = st.integers(1, 60).flatmap(lambda all_of: st.tuples(st.integers(0, all_of), st.just(all_of)))
_city = st.lists(_area, min_size=1, max_size=8).filter(
    lambda areas: 0 < sum(a for a, _ in areas) < sum(n for _, n in areas)
)


@given(_city)
def test_dissimilarity_is_half_of_the_distances_of_the_two_distributions(areas: list[tuple[int, int]]) -> None:
    group, whole = sum(a for a, _ in areas), sum(n for _, n in areas)
    distances = (abs(Fraction(a, group) - Fraction(n - a, whole - group)) for a, n in areas)
    assert dissimilarity(areas) == sum(distances) / 2
    assert 0 <= dissimilarity(areas) <= 1


@settings(deadline=None)
@given(_city)
def test_the_expectation_is_that_of_the_hypergeometric_distribution(areas: list[tuple[int, int]]) -> None:
    group, whole = sum(a for a, _ in areas), sum(n for _, n in areas)
    expected = Fraction(0)
    for _, drawn in areas:
        for x in range(max(0, drawn - whole + group), min(drawn, group) + 1):
            chance = Fraction(comb(group, x) * comb(whole - group, drawn - x), comb(whole, drawn))
            expected += chance * abs(Fraction(x, group) - Fraction(drawn - x, whole - group)) / 2
    assert expected_dissimilarity(areas) == pytest.approx(float(expected), rel=1e-9, abs=1e-12)


def test_the_expectation_is_the_mean_over_all_placements() -> None:
    """Three members among ten residents in three areas: all 120 placements."""
    sizes = (2, 3, 5)
    homes = [area for area, size in enumerate(sizes) for _ in range(size)]
    found = []
    for members in combinations(range(10), 3):
        counts = [0, 0, 0]
        for member in members:
            counts[homes[member]] += 1
        found.append(dissimilarity(list(zip(counts, sizes, strict=True))))
    expected = float(sum(found, Fraction(0)) / len(found))
    assert expected_dissimilarity([(1, 2), (1, 3), (1, 5)]) == pytest.approx(expected)


@given(_city)
def test_neighbours_are_of_the_group_or_of_the_others(areas: list[tuple[int, int]]) -> None:
    assert isolation(areas) + exposure(areas) == 1
    assert isolation(areas) >= Fraction(sum(a for a, _ in areas), sum(n for _, n in areas))


@given(st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=1, max_size=6))
def test_theils_h_is_zero_for_equal_and_one_for_wholly_separate_areas(areas: list[list[int]]) -> None:
    if sum(map(sum, areas)):
        assert -1e-12 <= theil_h(areas) <= 1 + 1e-12
    first = [30, 20, 10]
    assert theil_h([first, [3, 2, 1]]) == pytest.approx(0, abs=1e-12)
    assert theil_h([[5, 0, 0], [0, 7, 0], [0, 0, 9]]) == pytest.approx(1)


def test_theils_h_written_out() -> None:
    def entropy(*shares: float) -> float:
        return -sum(share * log(share) for share in shares)

    city = entropy(0.5, 0.5)
    expected = (10 * (city - entropy(0.2, 0.8)) + 10 * (city - entropy(0.8, 0.2))) / (20 * city)
    assert theil_h([[2, 8], [8, 2]]) == pytest.approx(expected)


@given(st.lists(st.integers(0, 8), min_size=2, max_size=4).filter(lambda counts: sum(counts) > 1))
def test_simpson_is_the_share_of_pairs_of_different_groups(counts: list[int]) -> None:
    residents = [group for group, count in enumerate(counts) for _ in range(count)]
    pairs = list(combinations(residents, 2))
    assert simpson(counts) == Fraction(sum(a != b for a, b in pairs), len(pairs))
    assert -1e-12 <= shannon(counts) <= 1 + 1e-12


def test_all_measures_come_from_series_of_counts_and_a_withheld_area_withholds_them() -> None:
    year = Period.parse("2020")
    group = [series({"2020": "4"}, area="a"), series({"2020": "–"}, area="b")]
    everybody = [series({"2020": "10"}, area=area) for area in "ab"]
    found = settled(areas_of(group, everybody, year))
    assert (found.areas, float(found.dissimilarity.number or 0)) == (2, 0.625)
    hidden = settled(areas_of([group[0], series({"2020": "."}, area="b")], everybody, year))
    assert hidden.dissimilarity.reason is Reason.PART_WITHHELD
    missing = settled(areas_of(group[:1], everybody, year))
    assert missing.isolation.reason is Reason.PART_MISSING
    alone = settled([AreaCounts("a", Figure.of(10), Figure.of(10))])
    assert alone.dissimilarity.reason is Reason.DENOMINATOR_ZERO
