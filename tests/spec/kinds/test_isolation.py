"""Isolation.

100 · Σ (aᵢ : A) · (aᵢ : nᵢ): Anteil der eigenen Gruppe in der Nachbarschaft eines durchschnittlichen Mitglieds. Der
Anteil der Gruppe in der ganzen Stadt steht daneben. Quelle: Lieberson (1981).
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
    | 10 von 100  | 10 von 100 | 10 von 100 | 10        |
    | 30 von 100  | – von 100 | – von 100 | 30        |
    | 300 von 300 | – von 100 | – von 100 | 100       |
    """
)
def test_neighbours_of_the_same_group(row: Row) -> None:
    """Gruppe von allen, je Teilgebiet."""
    figure = spread_out(IndicatorKind.ISOLATION, areas(row)).outcome.figure
    found = shown(figure) if figure.number is None else format_exact(figure.number, 6)
    assert found == row["Wert"]
