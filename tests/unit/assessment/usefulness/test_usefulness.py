"""The profile of an indicator: movement beyond noise, redundancy, proposals."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.assessment import trend
from mehrklang.assessment.usefulness import Moved, Profile, Proposal, Use, clusters, moved, proposal, spearman
from mehrklang.assessment.usefulness.profile import present
from mehrklang.indicators import compute
from tests.factories.cubes import GOSLAR, binding, cube, definition, key
from tests.factories.series import series

_pairs = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=12)


@given(_pairs)
def test_spearman_is_the_correlation_of_mean_ranks(pairs: list[tuple[int, int]]) -> None:
    def ranks(values: list[int]) -> list[float]:
        return [sum(v < value for v in values) + (sum(v == value for v in values) + 1) / 2 for value in values]

    first, second = ([float(pair[side]) for pair in pairs] for side in (0, 1))
    a, b = ranks([pair[0] for pair in pairs]), ranks([pair[1] for pair in pairs])
    mean = (len(pairs) + 1) / 2
    top = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
    bottom = (sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)) ** 0.5
    found = spearman(first, second)
    assert found is None if bottom == 0 else found == pytest.approx(top / bottom)


def test_without_ties_it_is_the_textbook_formula() -> None:
    assert spearman([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]) == pytest.approx(1 - 6 * 4 / (5 * 24))


def test_indicators_that_say_the_same_form_a_cluster_with_the_fullest_as_representative() -> None:
    chance = Random(1)  # noqa: S311 — invented values, no secret
    places = [(area, year) for area in "abcdef" for year in range(2015, 2025)]
    first = {place: chance.gauss(0, 1) for place in places}
    nearly = {place: 100 - 3 * value for place, value in list(first.items())[:-5]}
    other = {place: chance.gauss(0, 1) for place in places}
    (found,) = clusters({"a": first, "b": nearly, "c": other})
    assert (found.indicators, found.representative) == (("a", "b"), "a")


def test_alike_levels_with_unlike_changes_are_no_cluster() -> None:
    chance = Random(2)  # noqa: S311 — invented values, no secret
    places = [(area, year) for area in range(12) for year in range(2015, 2025)]
    level = {(str(area), year): 100.0 * area for area, year in places}
    first = {place: value + chance.gauss(0, 1) for place, value in level.items()}
    second = {place: value + chance.gauss(0, 1) for place, value in level.items()}
    assert clusters({"a": first, "b": second}) == ()


def test_few_common_values_say_nothing_about_redundancy() -> None:
    few = {("a", year): float(year) for year in range(2015, 2022)}
    assert clusters({"a": few, "b": few}) == ()


def _moved(*cases: int) -> Moved:
    cells = {}
    for at, number in enumerate(cases):
        cells[key("a", str(2015 + at))] = number
        cells[key("b", str(2015 + at))] = 1000
    (found,) = compute(definition(), binding("a", "b"), {"amt": cube(cells)}, area=GOSLAR)
    return moved(found, trend(definition(), found))


def test_only_a_line_that_rises_more_than_its_noise_has_moved() -> None:
    assert _moved(200, 230, 260, 290, 320, 350).beyond_noise
    assert not _moved(200, 201, 199, 202, 200, 201).beyond_noise
    without = series({str(2015 + at): "5" for at in range(6)})
    assert moved(without, trend(definition(), without)).signal_to_noise is None


def test_a_reliable_change_in_some_area_is_a_movement_too() -> None:
    rising = series({str(2015 + at): str(at) for at in range(6)})
    short = series({"2015": "1"})
    calm = series({str(2015 + at): "5" for at in range(6)})
    found = moved(calm, trend(definition(), calm), [trend(definition(), each) for each in (rising, calm, short)])
    assert (found.areas_changed, found.areas_assessed, found.beyond_noise) == (1, 2, True)


STILL = Moved(Decimal("0.3"), 0, 10)
DEAD = Profile(
    "anteil", STILL, STILL, (), Decimal(1), 300, Decimal(0), Use(steerable=False, times_used=0, hours=Decimal(8))
)


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (DEAD, Proposal.DROP),
        (replace(DEAD, moved_before=None), Proposal.LOOK_AT),
        (replace(DEAD, use=replace(DEAD.use, steerable=True)), Proposal.LOOK_AT),
        (
            replace(DEAD, moved=Moved(Decimal(3), 0, 0), use=Use(steerable=True, times_used=0, hours=Decimal(1))),
            Proposal.KEEP,
        ),
        (replace(DEAD, use=Use(steerable=True, times_used=2, hours=Decimal(1))), Proposal.KEEP),
        (replace(DEAD, use=Use(steerable=True, times_used=2, hours=Decimal(1)), same_as=("rate",)), Proposal.LOOK_AT),
        (
            replace(DEAD, use=Use(steerable=True, times_used=2, hours=Decimal(1)), present=Decimal("0.5")),
            Proposal.LOOK_AT,
        ),
        (replace(DEAD, use=Use(steerable=True, times_used=2, hours=Decimal(1)), days_to_arrival=800), Proposal.LOOK_AT),
    ],
)
def test_the_proposal_follows_the_rule(profile: Profile, expected: Proposal) -> None:
    assert proposal(profile) is expected


def test_what_is_present_is_counted_by_numbers() -> None:
    assert present(series({"2019": "5", "2020": ".", "2021": "–", "2022": "…"})) == Decimal("0.5")
    assert present(series({})) == 0
