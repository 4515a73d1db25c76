"""Standardisierte Rate (indirekt).

Rate der Vergleichsbevölkerung · beobachtete : erwartete Fälle der Gruppe; erwartet sind so viele, wie die Gruppe mit den
Raten der Vergleichsbevölkerung hätte. Dafür reichen wenige Fälle je Schicht. Spannweite nach Garwood für die beobachteten
Fälle. Quelle: Breslow und Day, Statistical Methods in Cancer Research II (1987).
"""

from mehrklang.indicators.layered.standardised import indirectly
from tests.spec.layers import strata
from tests.spec.notation import shown
from tests.spec.table import Row, table


@table(
    """
    | Gruppe, jung | Gruppe, alt | Vergleich, jung | Vergleich, alt | Rate je 100 |
    |--------------|-------------|-----------------|----------------|-------------|
    | 10 von 100   | 10 von 50   | 5 von 50        | 30 von 150     | 17,5        |
    | 12 von 100   | 12 von 50   | 5 von 50        | 30 von 150     | 21          |
    | – von –      | 10 von 50   | 5 von 50        | 30 von 150     | 17,5        |
    | 10 von 100   | . von 50    | 5 von 50        | 30 von 150     | .           |
    """
)
def test_observed_by_expected_cases(row: Row) -> None:
    """Rechnung."""
    assert shown(indirectly(strata(row), per=100).outcome.figure) == row["Rate je 100"]
