"""Verhältnis.

Verhältnis = Wert der Gruppe : Wert der Vergleichsgruppe; 1 heißt gleich. Abstand und Verhältnis können sich verschieden
entwickeln: Sinken 20 % und 10 % auf 16 % und 7 %, so wird der Abstand kleiner und das Verhältnis größer.
"""

from mehrklang.indicators.gap import gap
from mehrklang.indicators.part import Part
from mehrklang.indicators.ratio import ratio
from tests.spec.notation import figure, shown
from tests.spec.table import Row, table


@table(
    """
    | Gruppe | Vergleich | Verhältnis | Abstand |
    |--------|-----------|------------|---------|
    | 20     | 10        | 2          | 10      |
    | 16     | 7         | 2,285714   | 9       |
    | 14,8   | 6,3       | 2,349206   | 8,5     |
    | 5      | –         | x          | 5       |
    | .      | 6,3       | .          | .       |
    """
)
def test_a_ratio_says_how_many_times_and_the_gap_how_much(row: Row) -> None:
    """Rechnung, neben dem Abstand."""
    parts = Part(figure(row["Gruppe"])), Part(figure(row["Vergleich"]))
    assert shown(ratio(*parts).figure) == row["Verhältnis"]
    assert shown(gap(*parts).figure) == row["Abstand"]
