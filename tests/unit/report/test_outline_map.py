"""The map without numbers."""

import re

from mehrklang.report.charts import outline_map
from mehrklang.report.charts.size import Size
from mehrklang.vocabulary import Boundary


def square(key, x, side):
    return Boundary(key, (((x, 0.0), (x + side, 0.0), (x + side, side), (x, side), (x, 0.0)),))


def drawn(*boundaries, **names):
    return outline_map.draw(boundaries, names, size=Size.NARROW, name="karte", title="Karte")


def test_every_area_has_its_name_as_title_and_where_there_is_room_as_words():
    picture = drawn(square("a", 0, 10), square("b", 10, 0.2), a="Mitte <1>", b="Zipfel")
    assert picture.count("<path") == 2
    assert "<title>Mitte &lt;1&gt;</title>" in picture
    assert re.findall(r"<text[^>]*>([^<]*)</text>", picture) == ["Mitte &lt;1&gt;"]
    assert "2 Gebiete: Mitte &lt;1&gt;, Zipfel." in picture


def test_names_do_not_meet():
    assert drawn(square("a", 0, 10), square("b", 0.1, 9.8), a="Mitte", b="Rand").count("<text") == 1


def test_without_boundaries_there_is_no_map():
    assert drawn() == ""
