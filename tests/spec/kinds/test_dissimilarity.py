"""Segregation.

Segregationsindex D = 100 · ½ Σ |aᵢ : A − bᵢ : B|: welcher Anteil einer Gruppe umziehen müsste, damit beide gleich
verteilt wären. In kleinen Gebieten ist D schon durch Zufall größer als null; der erwartete Wert und der Bereich, in dem
er bei zufälliger Verteilung läge (Permutation), stehen daneben. Nie über Gebietssysteme hinweg vergleichen. Quelle:
Duncan und Duncan, American Sociological Review 20 (1955), 210–217.
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
    | 30 von 100  | – von 100 | – von 100 | 74,074074 |
    | 300 von 300 | – von 100 | – von 100 | 100       |
    | . von 100   | – von 100 | 5 von 100 | .         |
    """
)
def test_how_many_would_have_to_move(row: Row) -> None:
    """Gruppe von allen, je Teilgebiet."""
    figure = spread_out(IndicatorKind.DISSIMILARITY, areas(row)).outcome.figure
    found = shown(figure) if figure.number is None else format_exact(figure.number, 6)
    assert found == row["Wert"]
