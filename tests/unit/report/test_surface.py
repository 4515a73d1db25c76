"""Areas of different levels overlap: a map shows one level, and beside it only what it does not cover."""

from dataclasses import replace

from mehrklang.report.charts import map as choropleth
from mehrklang.report.charts.surface import contains, inside, uncovered
from mehrklang.vocabulary import AreaLevel, Boundary
from tests.factories import findings as made


def square(key, x, y, side):
    ring = ((x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y))
    return Boundary(key, (ring,))


def test_a_point_inside_lies_inside_and_not_in_a_hole():
    hole = square("hole", 4, 4, 2).rings[0]
    ring = Boundary("ring", (square("a", 0, 0, 10).rings[0], hole))
    assert contains(ring, inside(ring))
    assert not contains(ring, (5, 5))


def test_neighbours_are_shown_and_what_covers_others_is_not():
    shown = [square("a", 0, 0, 1)]
    neighbour, above, part = square("b", 1, 0, 1), square("town", 0, 0, 2), square("block", 0.2, 0.2, 0.5)
    assert uncovered([neighbour, above, part], shown) == [neighbour]


def test_a_map_shows_the_level_with_most_areas():
    borough = replace(made.QUARTERS[0], key="beispiel:b", name="Bezirk Mitte", level=AreaLevel.BOROUGH)
    finding = made.by_quarter()
    with_borough = replace(finding, lines=(*finding.lines, made.line("9", start=2023, area=borough, group="alle")))
    whole = square("beispiel:b", 8.0, 52.0, 0.1)
    shown = choropleth.mapped(with_borough, (*made.boundaries(), whole))
    assert {line.area.level for line in shown} == {AreaLevel.QUARTER}
