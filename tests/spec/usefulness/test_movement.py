"""Bewegung.

Signal zu Schwankung: Veränderung auf der Trendgeraden (|Steigung| · Jahre) geteilt durch die halbe Spannweite eines
typischen Wertes (Median). Über 1 hat sich der Indikator mehr bewegt, als ein einzelner Wert durch Zufall schwankt.
"""

from mehrklang.assessment import trend
from mehrklang.assessment.usefulness import moved
from mehrklang.indicators import compute
from mehrklang.vocabulary.german import format_number
from tests.factories.cubes import GOSLAR, binding, cube, definition, key
from tests.spec.table import Row, table


@table(
    """
    | Fälle je Jahr           | von je | Signal zu Schwankung | bewegt |
    |-------------------------|--------|----------------------|--------|
    | 200 230 260 290 320 350 | 1000   | 5,4                  | ja     |
    | 200 201 199 202 200 201 | 1000   | 0,0                  | nein   |
    | 20 23 26 29 32 35       | 100    | 1,7                  | ja     |
    | 4 5 5 6 6 7             | 20     | 0,7                  | nein   |
    """
)
def test_the_movement_is_held_against_the_noise(row: Row) -> None:
    """Eigene Zählungen von 2015 bis 2020."""
    cells = {}
    for at, cases in enumerate(row["Fälle je Jahr"].split()):
        cells[key("a", str(2015 + at))] = int(cases)
        cells[key("b", str(2015 + at))] = int(row["von je"])
    (one,) = compute(definition(), binding("a", "b"), {"amt": cube(cells)}, area=GOSLAR)
    found = moved(one, trend(definition(), one))
    assert found.signal_to_noise is not None
    assert format_number(found.signal_to_noise, 1) == row["Signal zu Schwankung"]
    assert found.beyond_noise == (row["bewegt"] == "ja")
