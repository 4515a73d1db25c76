"""How many planted faults are found, and that clean tables stay silent: measured over many seeds."""

from random import Random

import pytest

from mehrklang.plausibility import CHECK_CODES, examine
from mehrklang.vocabulary import Issue
from tests.factories.planted import FAULTS, VARIANTS, Plant
from tests.factories.tables import changed, make_town, with_number

SEEDS = range(20)
CLEAN_SEEDS = range(100, 140)
RECALL = 0.9


def _found(code: str, seed: int) -> tuple[Issue, ...]:
    chance = Random(seed)  # noqa: S311 — where a fault is planted is no secret
    return examine(FAULTS[code](make_town(seed), chance))


@pytest.mark.parametrize("code", FAULTS)
def test_nine_of_ten_planted_faults_are_found(code: str) -> None:
    """By their own code, in a German sentence without anything left to fill in, with a place and a remedy."""
    found = [[issue for issue in _found(code, seed) if issue.code == code] for seed in SEEDS]
    assert sum(map(bool, found)) >= RECALL * len(SEEDS)
    for issue in (issue for issues in found for issue in issues):
        assert issue.file
        assert issue.severity is CHECK_CODES[code].severity
        assert issue.message.endswith(".")
        assert issue.remedy.endswith(".")
        assert not {"{", "}"} & set(issue.message + issue.remedy)


@pytest.mark.parametrize("plant", VARIANTS, ids=lambda plant: plant.__name__)
def test_variants_are_found_as_well(plant: Plant) -> None:
    """By the code of their kind."""
    found = [examine(plant(make_town(seed), Random(seed))) for seed in SEEDS]  # noqa: S311 — no secret
    assert sum(VARIANTS[plant] in {issue.code for issue in issues} for issues in found) >= RECALL * len(SEEDS)


@pytest.mark.parametrize("seed", CLEAN_SEEDS)
def test_clean_tables_stay_silent(seed: int) -> None:
    """No check fires on tables without a fault."""
    assert examine(make_town(seed).all) == ()


def test_small_counts_that_move_by_chance_stay_silent() -> None:
    """Counts around 35, drawn anew every year: they move by a third and mean nothing by it."""
    town = make_town(1)
    chance = Random(7)  # noqa: S311 — invented figures
    small = changed(
        town.readings["bevoelkerung.csv"], lambda one: with_number(one, sum(chance.random() < 0.35 for _ in range(100)))
    )
    assert [issue for issue in examine((small,)) if issue.code.startswith(("P-SPRUNG", "P-TAUSCH", "P-REIHE"))] == []
