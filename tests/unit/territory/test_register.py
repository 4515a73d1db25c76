"""The register of areas."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from mehrklang.territory import ADMINISTRATION, ASSOCIATIONS, Areas, Membership, Union, faults, register
from mehrklang.vocabulary import Area, AreaLevel

TOWN, NORTH, SOUTH, SPACE = "03153017", "goslar:nord", "goslar:sued", "goslar:sr-1"
MERGED = date(2016, 11, 1)

AREAS = (
    Area("03", "Niedersachsen", AreaLevel.STATE),
    Area("03152", "Göttingen", AreaLevel.DISTRICT, "03", valid_until=date(2016, 10, 31)),
    Area("03159", "Göttingen", AreaLevel.DISTRICT, "03", valid_from=MERGED),
    Area("03153", "Goslar", AreaLevel.DISTRICT, "03"),
    Area("031535401", "Samtgemeinde", AreaLevel.ASSOCIATION, "03153"),
    Area(TOWN, "Goslar, Stadt", AreaLevel.MUNICIPALITY, "03153", regional_key="031535401017"),
    Area(NORTH, "Nord", AreaLevel.QUARTER, TOWN),
    Area(SOUTH, "Süd", AreaLevel.QUARTER, TOWN),
    Area(SPACE, "Sozialraum 1", AreaLevel.STATISTICAL_AREA, TOWN),
)
SPACES = (
    Membership("sozialraum", NORTH, SPACE, since=date(2020, 1, 1)),
    Membership("sozialraum", SOUTH, SPACE, until=date(2019, 12, 31)),
)


def built(*memberships: Membership, unions: tuple[Union, ...] = ()) -> Areas:
    result = register(AREAS, memberships=(*SPACES, *memberships), unions=unions)
    assert result.issues == ()
    assert result.areas is not None
    return result.areas


def keys(areas: tuple[Area, ...]) -> list[str]:
    return [area.key for area in areas]


def test_several_hierarchies_at_once() -> None:
    """Administration from the parents, associations from the ARS, own ones as given."""
    areas = built()
    assert areas.hierarchies == (ADMINISTRATION, ASSOCIATIONS, "sozialraum")
    assert [area.key for area in areas.above(NORTH)] == [TOWN, "03153", "03"]
    assert [area.key for area in areas.above(TOWN, ASSOCIATIONS)] == ["031535401"]
    assert [area.key for area in areas.above(NORTH, "sozialraum")] == [SPACE]
    assert areas.parent("03") is None


def test_hierarchies_hold_in_their_time() -> None:
    """Today's order has no end; another day has its own."""
    areas = built()
    assert keys(areas.children(SPACE, "sozialraum")) == [NORTH]
    assert keys(areas.children(SPACE, "sozialraum", date(2018, 6, 1))) == [SOUTH]
    assert areas.parent(SOUTH, "sozialraum") is None


def test_areas_exist_in_their_time() -> None:
    """Göttingen before and after the merger."""
    areas = built()
    assert keys(areas.at(AreaLevel.DISTRICT)) == ["03153", "03159"]
    assert keys(areas.at(AreaLevel.DISTRICT, date(2016, 10, 31))) == ["03152", "03153"]
    assert keys(areas.children("03", day=MERGED)) == ["03153", "03159"]


def test_unions_are_areas_of_their_own() -> None:
    areas = built(unions=(Union("eigen:harz", "Harzkreise", ("03153", "03159")),))
    assert areas.by_key["eigen:harz"].level is AreaLevel.UNION


@pytest.mark.parametrize(
    ("memberships", "unions", "code"),
    [
        ((Membership("schule", NORTH, "fehlt"),), (), "G-SCHLUESSEL-02"),
        ((), (Union("eigen:a", "A", ("fehlt",)),), "G-SCHLUESSEL-02"),
        ((), (Union("03153", "A", ("03159",)),), "G-SCHLUESSEL-01"),
        ((Membership("schule", NORTH, SOUTH), Membership("schule", SOUTH, NORTH)), (), "G-EBENE-01"),
        ((Membership("schule", NORTH, NORTH),), (), "G-EBENE-01"),
        ((Membership("sozialraum", NORTH, TOWN, since=date(2019, 1, 1)),), (), "G-EBENE-02"),
        ((), (Union("eigen:a", "A", ("03153", TOWN)),), "G-VERBUND-01"),
        ((), (Union("eigen:a", "A", (NORTH, NORTH)),), "G-VERBUND-01"),
    ],
)
def test_faults(memberships: tuple[Membership, ...], unions: tuple[Union, ...], code: str) -> None:
    """A register with a fault is none."""
    result = register(AREAS, memberships=(*SPACES, *memberships), unions=unions)
    assert result.areas is None
    assert [issue.code for issue in result.issues] == [code]
    assert all(issue.message.endswith(".") and issue.remedy.endswith(".") for issue in result.issues)


def test_the_official_entry_of_a_key_holds() -> None:
    """Deliveries name what their areas lie in, with names of their own; two own areas with one key are a fault."""
    own = Area("eigen:1", "Eins", AreaLevel.QUARTER, "03153")
    result = register(AREAS, own=[own, Area("03153", "LK Goslar", AreaLevel.DISTRICT, "03")])
    assert result.areas is not None
    assert result.areas.by_key["03153"].name == "Goslar"
    assert result.areas.parent("eigen:1") == result.areas.by_key["03153"]
    twice = register(AREAS, own=[own, Area("eigen:1", "Zwei", AreaLevel.QUARTER)])
    assert [issue.code for issue in twice.issues] == ["G-SCHLUESSEL-01"]


def test_memberships_one_after_the_other_are_no_fault() -> None:
    """A day later."""
    built(Membership("sozialraum", SOUTH, TOWN, since=date(2020, 1, 1)))


def test_a_long_chain_is_no_circle() -> None:
    """Twelve levels."""
    areas = [Area(f"k{n}", "K", AreaLevel.QUARTER) for n in range(12)]
    chain = [Membership("kette", low.key, high.key) for low, high in pairwise(areas)]
    result = register(areas, memberships=chain)
    assert result.areas is not None
    assert len(list(result.areas.above("k0", "kette"))) == 11


def test_every_code_of_this_room_stands_in_the_handbook() -> None:
    """Word for word."""
    page = (Path(__file__).parents[3] / "docs/handbuch/gebiete.md").read_text(encoding="utf-8")
    source = Path(faults.__file__).read_text(encoding="utf-8")
    codes = {word.strip('",') for word in source.split() if word.startswith('"G-')}
    assert len(codes) == 10
    assert all(f"| {code} |" in page for code in codes)
    assert all(page.count(f"| {code} |") == 1 for code in codes)
