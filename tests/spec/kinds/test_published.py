"""Veröffentlichter Wert.

Ein Wert, den seine Herausgeberin berechnet und geschützt hat. Er wird übernommen, wie er ist.
"""

from mehrklang.indicators.part import Part
from mehrklang.indicators.published import published
from tests.spec.notation import figure, shown
from tests.spec.table import Row, table


@table(
    """
    | Quelle | Wert   |
    |--------|--------|
    | 14,8   | 14,8   |
    | (14,8) | (14,8) |
    | –      | 0      |
    | 0      | 0      |
    | .      | .      |
    | /      | /      |
    | x      | x      |
    | …      | …      |
    """
)
def test_a_published_value_passes_with_its_sign(row: Row) -> None:
    """Übernahme.

    Zahl und Zeichen bleiben unverändert. Ein veröffentlichter Wert wird nicht nachgerechnet, nicht noch einmal
    geschützt und nicht mit anderen zusammengezählt.
    """
    delivered = figure(row["Quelle"])
    found = published(Part(delivered)).figure
    assert found == delivered
    assert shown(found) == row["Wert"]
