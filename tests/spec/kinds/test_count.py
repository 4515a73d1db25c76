"""Anzahl.

Anzahl = Summe der Fälle. Mehrere Angaben werden nur zusammengezählt, wenn sie alle Anzahlen derselben Einheit sind.
"""

from mehrklang.indicators.count import count
from mehrklang.indicators.part import Part
from mehrklang.vocabulary import Unit
from tests.spec.notation import UNITS, figure, shown
from tests.spec.table import Row, table


@table(
    """
    | Frauen | Männer | Anzahl | Rechnung   |
    |--------|--------|--------|------------|
    | 120    | 30     | 150    | 120 + 30   |
    | 120    | –      | 120    | 120 + 0    |
    | 1.200  | 34     | 1.234  | 1.200 + 34 |
    """
)
def test_counts_are_added(row: Row) -> None:
    """Zusammenzählen."""
    found = count([Part(figure(row["Frauen"])), Part(figure(row["Männer"]))])
    assert (shown(found.figure), found.text) == (row["Anzahl"], row["Rechnung"])


@table(
    """
    | Angabe der Quelle | Einheit           | Anzahl  |
    |-------------------|-------------------|---------|
    | 12,5              | Anzahl in Tausend | 12.500  |
    | (7,5)             | Anzahl in Tausend | (7.500) |
    | /                 | Anzahl in Tausend | /       |
    | 830               | Anzahl            | 830     |
    """
)
def test_thousands_are_told_as_counts(row: Row) -> None:
    """Angaben in Tausend.

    Sie werden mit 1.000 malgenommen; dass die Quelle Tausend angibt, steht beim Wert. Genauer werden sie dadurch nicht.
    """
    part = Part(figure(row["Angabe der Quelle"]), UNITS[row["Einheit"]])
    assert shown(part.in_unit(Unit.COUNT).figure) == row["Anzahl"]
