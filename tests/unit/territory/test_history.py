"""Kreise of the past."""

from datetime import date
from decimal import Decimal

from mehrklang.territory import Apportionment, Measured, with_history
from mehrklang.vocabulary import Area, AreaLevel

ONE = Measured(Decimal(1), Decimal(1))
LAND = Area("03", "Niedersachsen", AreaLevel.STATE)
NEW = Area("03159", "Göttingen", AreaLevel.DISTRICT, "03")


def rows(*pairs: tuple[str, str, int]) -> list[Apportionment]:
    return [
        Apportionment(source, target, date(year, 12, 31), date(2020, 12, 31), ONE, ONE, f"Kreis {source}", "neu")
        for source, target, year in pairs
    ]


KEY = rows(
    ("03152", "03159", 2014), ("03152", "03159", 2015), ("03159", "03159", 2016),
    ("03153", "03153", 2014), ("03153", "03153", 2015), ("03153", "03153", 2016),
)  # fmt: skip


def test_dissolved_and_later_kreise_have_their_time() -> None:
    """By the territory at the end of each year."""
    areas = {area.key: area for area in with_history([LAND, NEW], KEY)}
    assert areas["03152"] == Area("03152", "Kreis 03152", AreaLevel.DISTRICT, "03", None, date(2015, 12, 31))
    assert (areas["03159"].valid_from, areas["03159"].valid_until) == (date(2016, 1, 1), None)
    assert areas["03159"].name == "Göttingen"


def test_every_year_has_one_territory() -> None:
    """Old or new, never both, never none."""
    kreise = [area for area in with_history([LAND, NEW], KEY) if area.key in ("03152", "03159")]
    for year in range(2013, 2023):
        assert len([area for area in kreise if area.existed_on(date(year, 6, 30))]) == 1


def test_a_key_given_twice_stands_for_the_later_area() -> None:
    """With the time of the later one."""
    again = rows(("15001", "x", 1990), ("x", "x", 1991), ("15001", "15001", 2018), ("15001", "15001", 2019))
    [area] = [
        area for area in with_history([Area("15001", "Dessau", AreaLevel.DISTRICT)], again) if area.key == "15001"
    ]
    assert area.valid_from == date(2018, 1, 1)


def test_areas_that_never_changed_stay_as_they_are() -> None:
    """And without an Umsteigeschlüssel all of them."""
    goslar = Area("03153", "Goslar", AreaLevel.DISTRICT, "03")
    assert goslar in with_history([LAND, goslar], KEY)
    assert with_history([LAND, goslar], ()) == (LAND, goslar)
