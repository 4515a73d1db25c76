"""Räumliche Verteilung mehrerer Gruppen.

Entropieindex H nach Theil: wie ungleich mehrere Gruppen zugleich über Gebiete verteilt sind. Er hängt vom Zuschnitt der
Gebiete ab. Quelle: Theil und Finizza, Journal of Mathematical Sociology 1 (1971), 187–194.
"""

from mehrklang.indicators.segregation import theil_h
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary.german import format_exact
from tests.spec.table import Row, table


@table(
    """
    | Gebiet 1 | Gebiet 2 | H        |
    |----------|----------|----------|
    | 5 5 5    | 2 2 2    | 0        |
    | 9 0 0    | 0 9 0    | 1        |
    | 2 8 0    | 8 2 0    | 0,278072 |
    """
)
def test_several_groups_at_once(row: Row) -> None:
    """Mehrere Gruppen: Entropieindex H nach Theil.

    H = Σ nᵢ (E − Eᵢ) : (N · E), von 0 (überall gleich gemischt) bis 1 (ganz getrennt).
    """
    areas = [[int(count) for count in row[name].split()] for name in ("Gebiet 1", "Gebiet 2")]
    assert format_exact(decimal(theil_h(areas))) == row["H"]
