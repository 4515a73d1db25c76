"""The rates of the simulation are chances, and mean what their comments say."""

from itertools import product

import pytest

from mehrklang.demo import rates
from mehrklang.demo.town import YEARS

AGES = range(rates.OLDEST + 1)
KINDS = list(product((False, True), repeat=3))


@pytest.mark.parametrize(("female", "foreign", "recent"), KINDS)
def test_hazards_are_nested(female: bool, foreign: bool, recent: bool) -> None:
    for age in AGES:
        each = rates.hazards(age, female=female, foreign=foreign, recent=recent)
        bounds = (0, each.death, each.leaving, each.move, each.citizen, each.birth)
        assert list(bounds) == sorted(bounds)
        assert age >= rates.OLD or each.birth < rates.HIGHEST


def test_nobody_outlives_the_oldest_age() -> None:
    assert rates.hazards(rates.OLDEST, female=True, foreign=False, recent=False).death == 1


def test_only_women_of_15_to_49_have_children() -> None:
    def births(age: int, *, female: bool) -> float:
        each = rates.hazards(age, female=female, foreign=False, recent=False)
        return each.birth - each.citizen

    assert [age for age in AGES if births(age, female=True) > 0] == list(range(15, 50))
    assert not any(births(age, female=False) for age in AGES)
    assert sum(births(age, female=True) for age in AGES) == pytest.approx(1.25, rel=0.02)


def test_naturalisation_asks_for_eight_years_and_since_2024_for_five() -> None:
    """And never exceeds the whole."""
    assert rates.naturalisation_chance(2023, 7) == 0
    assert rates.naturalisation_chance(2023, 8) > 0
    assert rates.naturalisation_chance(2024, 5) > 0
    assert max(rates.naturalisation_chance(year, 20) for year in YEARS[1:]) == 1
