"""The table that leaves zone one: no spreadsheet calculates anything in it."""

from mehrklang.pipeline.delivery_table import delivery_table
from mehrklang.vocabulary import Area, AreaLevel, Breakdown, Figure
from tests.factories.cubes import GOSLAR, cube, key


def test_texts_that_look_like_formulas_are_neutralised_and_figures_are_not() -> None:
    """Measure, name of the area, feature and category are written by people; a negative number stays one."""
    evil = key("=1+1", "2024", where=Breakdown.of({"@feature": "+SUMME(A1)"}))
    area = Area(GOSLAR, "-cmd|' /C calc'!A0", AreaLevel.DISTRICT)
    text = delivery_table(cube({evil: Figure.of(-5)}), (area,)).decode("utf-8-sig")
    head, row = text.splitlines()
    assert head.endswith(";'@feature")
    assert row.split(";")[:3] == ["'=1+1", GOSLAR, "'-cmd|' /C calc'!A0"]
    assert ";-5;" in row
    assert row.endswith(";'+SUMME(A1)")
