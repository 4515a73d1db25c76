"""Picking a municipality by its name."""

import pytest

from mehrklang.territory.municipalities import Kind, find, lineage, municipalities
from mehrklang.vocabulary import AreaLevel


def test_no_two_municipalities_of_a_land_have_the_same_full_name_among_the_kreise():
    names = [(each.state, each.full_name) for each in municipalities() if each.area.level is AreaLevel.DISTRICT]
    assert len(names) == len(set(names)) == 400


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("goslar", "Landkreis Goslar"), ("Kreis Pinneberg", "Kreis Pinneberg"), ("14612", "Stadt Dresden"),
        ("Main-Taunus", "Main-Taunus-Kreis"), ("SAARBR", "Saarbrücken"), ("region hannover", "Region Hannover"),
    ],
)  # fmt: skip
def test_it_is_found_by_the_beginning_of_its_name_by_its_full_name_or_by_its_key(asked, first):
    assert find(asked)[0].full_name == first


def test_nothing_is_found_for_nothing():
    assert find(" ") == ()
    assert find("Entenhausen") == ()


def test_a_gemeinde_lies_in_its_kreis_and_its_land():
    assert [area.level for area in lineage("03153017")] == [
        AreaLevel.MUNICIPALITY, AreaLevel.DISTRICT, AreaLevel.STATE, AreaLevel.COUNTRY,
    ]  # fmt: skip
    assert lineage("99999") == ()


def test_a_kreis_of_gemeinden_is_told_from_a_city():
    assert find("03153")[0].has_parts_of_its_own
    assert not find("03404")[0].has_parts_of_its_own
    assert find("10041")[0].kind is Kind.REGIONAL_ASSOCIATION
