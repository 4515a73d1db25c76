"""Segregation über den Zufall hinaus.

100 · (D − E) : (1 − E), wenigstens 0, mit dem bei zufälliger Verteilung erwarteten Wert E. Quelle: Carrington und
Troske, Journal of Business & Economic Statistics 15 (1997), 402–409.
"""

from mehrklang.catalogue import IndicatorKind
from mehrklang.indicators.spatial import spread_out
from mehrklang.vocabulary.german import format_exact
from tests.spec.layers import areas
from tests.spec.notation import shown
from tests.spec.table import Row, table


@table(
    """
    | Gebiet 1    | Gebiet 2  | Gebiet 3  | Wert      |
    |-------------|-----------|-----------|-----------|
    | 10 von 100  | 10 von 100 | 10 von 100 | 0         |
    | 30 von 100  | – von 100 | – von 100 | 71        |
    | 3 von 10    | – von 10  | – von 10  | 62        |
    """
)
def test_the_part_beyond_chance(row: Row) -> None:
    """Gruppe von allen, je Teilgebiet."""
    figure = spread_out(IndicatorKind.BEYOND_CHANCE, areas(row)).outcome.figure
    found = shown(figure) if figure.number is None else format_exact(figure.number, 0)
    assert found == row["Wert"]
