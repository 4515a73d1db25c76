"""Stabilised shares: nearer to the truth than the raw ones, and never without them."""

from random import Random

import pytest

from mehrklang.assessment.small_areas import stabilised
from mehrklang.indicators.segregation import AreaCounts
from mehrklang.vocabulary import Figure, Reason


def _areas(*counts: tuple[int, int]) -> list[AreaCounts]:
    return [AreaCounts(str(at), Figure.of(x), Figure.of(n)) for at, (x, n) in enumerate(counts)]


def test_they_are_nearer_to_the_true_shares_than_the_raw_ones() -> None:
    chance = Random(3)  # noqa: S311 — a simulation, no secret
    raw_errors, stable_errors = 0.0, 0.0
    for _ in range(40):
        sizes = [chance.choice((15, 40, 120, 500)) for _ in range(60)]
        true = [chance.betavariate(6, 24) for _ in sizes]
        cases = [sum(chance.random() < share for _ in range(n)) for share, n in zip(true, sizes, strict=True)]
        found = stabilised(_areas(*zip(cases, sizes, strict=True)))
        raw_errors += sum((float(each.raw.number or 0) / 100 - p) ** 2 for each, p in zip(found, true, strict=True))
        stable_errors += sum(
            (float(each.stabilised.number or 0) / 100 - p) ** 2 for each, p in zip(found, true, strict=True)
        )
    assert stable_errors < 0.7 * raw_errors


def test_the_prior_size_is_recovered() -> None:
    """Shares of a beta distribution with a + b = 30 draw an area of 30 persons half-way to the mean."""
    chance = Random(5)  # noqa: S311 — a simulation, no secret
    cases = []
    for _ in range(4000):
        share = chance.betavariate(6, 24)
        cases.append(sum(chance.random() < share for _ in range(30)))
    assert float(stabilised(_areas(*((x, 30) for x in cases)))[0].own) == pytest.approx(0.5, abs=0.05)


def test_areas_that_differ_by_chance_only_all_get_the_common_share() -> None:
    found = stabilised(_areas((10, 100), (10, 100), (11, 100)))
    assert [float(each.stabilised.number or 0) for each in found] == pytest.approx([31 / 3] * 3)
    assert all(each.own == 0 for each in found)


def test_withheld_and_empty_areas_are_left_out_and_one_area_has_nothing_to_lean_on() -> None:
    hidden = AreaCounts("x", Figure.withheld(Reason.SOURCE_SECRET), Figure.of(10))
    found = stabilised([*_areas((3, 10), (30, 60), (0, 0)), hidden])
    assert [each.area for each in found] == ["0", "1"]
    assert stabilised(_areas((3, 10))) == ()
