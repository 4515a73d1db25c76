"""What protection costs is measured on tables that were really protected."""

from itertools import product

import pytest

from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure import guard
from mehrklang.disclosure.bundle import Sheet
from mehrklang.disclosure.coarser import joined, smallest_areas, without_areas, without_feature
from mehrklang.disclosure.costs import costs
from mehrklang.vocabulary import Breakdown
from tests.factories.margins import cuboid, rules

AREAS = ("N/1", "N/2", "S/3", "S/4")


def town() -> RawCube:
    """Small counts mostly among the oldest and the very oldest."""
    counts = {
        (area, age, sex): (1 + (n % 4) if age in ("80", "90") else 40 + 7 * n)
        for n, (area, age, sex) in enumerate(product(AREAS, ("20", "50", "80", "90"), "mw"))
    }
    return cuboid(counts, ["Alter", "Geschlecht"])


def test_the_cost_is_that_of_the_protected_table() -> None:
    raw = town()
    found = costs([Sheet("amt", raw, rules())])
    guarded = guard(raw, rules())
    assert (found.now.cells, found.now.suppressed) == (len(raw.cells), guarded.cube.protection.suppressed)
    assert 0 < found.now.lost_share < 1


def test_each_alternative_is_what_the_guard_makes_of_the_coarser_table() -> None:
    raw = town()
    found = {each.told: each for each in costs([Sheet("amt", raw, rules())]).alternatives}
    for told, coarser in {
        "ohne das Merkmal „Alter“": without_feature(raw, "Alter"),
        "ohne das Merkmal „Geschlecht“": without_feature(raw, "Geschlecht"),
        "ohne die kleinsten Gebiete (4)": without_areas(raw, frozenset(AREAS)),
        "beim Merkmal „Alter“ „80“ und „90“ zusammengefasst": joined(raw, "Alter", ("80", "90")),
    }.items():
        told_now = guard(coarser, rules()).cube.protection
        if told in found:
            assert (found[told].cells, found[told].suppressed) == (told_now.cell_count, told_now.suppressed)
        else:
            assert told_now.suppressed >= guard(raw, rules()).cube.protection.suppressed
    assert "beim Merkmal „Alter“ „80“ und „90“ zusammengefasst" in found


def test_what_shows_most_comes_first_and_every_one_keeps_less_closed() -> None:
    found = costs([Sheet("amt", town(), rules())])
    shown = [each.shown_bits for each in found.alternatives]
    assert shown == sorted(shown, reverse=True)
    assert all(each.suppressed < found.now.suppressed for each in found.alternatives)


def test_joined_categories_add_up_in_every_sum() -> None:
    raw = town()
    coarser = joined(raw, "Alter", ("80", "90"))
    for relation in coarser.relations:
        parts = sum(coarser.cells[part].figure.number or 0 for part in relation.parts)
        assert coarser.cells[relation.total].figure.number == parts
    assert {key.breakdown.get("Alter") for key in coarser.cells} == {None, "20", "50", "80 + 90"}
    kept = {key: cell for key, cell in raw.cells.items() if key.breakdown == Breakdown()}
    assert all(coarser.cells[key] == cell for key, cell in kept.items())


@pytest.mark.parametrize("areas", [{"N/1", "N/2", "S/3", "S/4"}])
def test_the_smallest_areas_are_those_that_nothing_divides(areas: set[str]) -> None:
    assert smallest_areas(town()) == areas
    assert smallest_areas(without_areas(town(), frozenset({*areas, "N", "S"}))) == frozenset()
