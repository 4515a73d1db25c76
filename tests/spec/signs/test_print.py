"""Zahlen im Druck."""

from mehrklang.vocabulary.german import format_figure
from tests.spec.notation import UNITS, figure
from tests.spec.table import Row, table


@table(
    """
    | Wert      | Einheit       | gedruckt |
    |-----------|---------------|----------|
    | 14.020    | Anzahl        | 14.020   |
    | 12,5      | Anzahl        | 13       |
    | 0,3       | Anzahl        | 0        |
    | –         | Anzahl        | –        |
    | 10,286737 | Prozent       | 10,3     |
    | 10,25     | Prozent       | 10,3     |
    | 0,04      | Prozent       | 0,0      |
    | –         | Prozent       | –        |
    | (7,45)    | Prozent       | (7,5)    |
    | −0,25     | Prozentpunkte | −0,3     |
    | 1,005     | Verhältnis    | 1,01     |
    | .         | Prozent       | .        |
    """
)
def test_numbers_are_rounded_only_when_they_are_printed(row: Row) -> None:
    """Runden und Schreiben.

    Gerechnet wird mit ungerundeten Zahlen. Erst beim Drucken wird kaufmännisch gerundet: Anzahlen ohne, Prozentwerte
    mit einer, Verhältnisse mit zwei Nachkommastellen. Was genau null ist, wird als „–“ gedruckt; „0“ und „0,0“ heißen,
    dass etwas da ist, aber weniger als die Hälfte der letzten Stelle. Gerundete Teile müssen sich nicht genau zur
    gerundeten Summe ergänzen; sie werden nicht angeglichen.
    """
    assert format_figure(figure(row["Wert"]), UNITS[row["Einheit"]]) == row["gedruckt"]
