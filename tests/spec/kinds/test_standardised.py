"""Standardisierte Rate (direkt).

Zwei Gruppen sind oft verschieden alt. Die Raten der Gruppe in den Schichten gelten für die Vergleichsbevölkerung:
k · Σ S · (c : n) : Σ S. Niemand hat diese Rate; sie sagt, was der Vergleich wäre, wenn beide gleich zusammengesetzt
wären. Spannweite nach Dobson und anderen, Statistics in Medicine 10 (1991), 457–462. Quelle: Breslow und Day,
Statistical Methods in Cancer Research II (1987).
"""

from mehrklang.indicators.layered.standardised import directly
from tests.spec.layers import strata
from tests.spec.notation import shown
from tests.spec.table import Row, table


@table(
    """
    | Gruppe, jung | Gruppe, alt | Vergleich, jung | Vergleich, alt | Rate je 100 | Rechnung                                             |
    |--------------|-------------|-----------------|----------------|-------------|------------------------------------------------------|
    | 10 von 100   | 10 von 50   | 5 von 50        | 30 von 150     | 17,5        | 100 · (50 · 10 : 100 + 150 · 10 : 50) : (50 + 150)   |
    | 12 von 100   | 12 von 50   | 5 von 50        | 30 von 150     | 21          | 100 · (50 · 12 : 100 + 150 · 12 : 50) : (50 + 150)   |
    | 10 von 100   | . von 50    | 5 von 50        | 30 von 150     | .           | 100 · (50 · 10 : 100 + 150 · . : 50) : (50 + 150)    |
    | – von –      | 10 von 50   | 5 von 50        | 30 von 150     | x           | 100 · (50 · 0 : 0 + 150 · 10 : 50) : (50 + 150)      |
    """
)
def test_the_rate_in_another_composition(row: Row) -> None:
    """Rechnung."""
    found = directly(strata(row), per=100).outcome
    assert (shown(found.figure), found.formula) == (row["Rate je 100"], row["Rechnung"])
