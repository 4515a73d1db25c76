"""Abstand.

Abstand = Wert der Gruppe − Wert der Vergleichsgruppe. Aus zwei Prozentwerten werden Prozentpunkte. Die Vergleichsgruppe
(zum Beispiel „Insgesamt“) wird immer genannt.
"""

from mehrklang.indicators.gap import gap
from mehrklang.indicators.part import Part
from tests.spec.notation import figure, shown
from tests.spec.table import Row, table


@table(
    """
    | Gruppe | Vergleich | Abstand | Rechnung     |
    |--------|-----------|---------|--------------|
    | 14,8   | 6,3       | 8,5     | 14,8 − 6,3   |
    | 6,3    | 14,8      | −8,5    | 6,3 − 14,8   |
    | 6,3    | 6,3       | 0       | 6,3 − 6,3    |
    | (14,8) | 6,3       | (8,5)   | (14,8) − 6,3 |
    | 14,8   | .         | .       | 14,8 − .     |
    """
)
def test_a_gap_is_the_difference_to_the_group_of_comparison(row: Row) -> None:
    """Rechnung.

    Die erste Zeile: Arbeitslosenquote der Ausländerinnen und Ausländer und insgesamt, Deutschland 2025 (Statistische
    Ämter des Bundes und der Länder, Regionaldatenbank, Tabelle 13211-02-05-4). Ein Abstand mit einem gesperrten
    Bestandteil ist gesperrt.
    """
    found = gap(Part(figure(row["Gruppe"])), Part(figure(row["Vergleich"])))
    assert (shown(found.figure), found.formula) == (row["Abstand"], row["Rechnung"])
