"""Stabilisierte Raten.

Für Fälle, die mehr sein können als die Bezugsgröße (Ereignisse je 1.000), gilt das globale empirische Bayes-Verfahren von
Marshall (Journal of the Royal Statistical Society, Series C 40 (1991), 283–294): Mit der Rate m aller Gebiete, der
gewichteten Streuung s² um sie und der mittleren Bezugsgröße n̄ ist A = s² − m : n̄, mindestens 0; die Rate eines Gebiets
behält das Gewicht A : (A + m : n) und rückt im Übrigen zu m hin. Welches Verfahren gilt, folgt aus der Art des
Indikators: Anteile nach Kleinman, Raten nach Marshall, Befragungsanteile nach Fay und Herriot. Gerechnet wird je
Gebietsebene, Gruppe und Zeitpunkt und nur, wenn mindestens fünf Gebiete einen ausgewiesenen Wert haben. Ein gesperrter
oder fehlender Wert geht in keine Schätzung ein und bekommt keine: Stabilisierte Werte sind allein aus Zahlen berechnet,
die daneben stehen.
"""

from mehrklang.assessment.small_areas import stabilised_rates
from mehrklang.indicators.segregation import AreaCounts
from mehrklang.vocabulary import Figure
from mehrklang.vocabulary.german import format_number
from tests.spec.table import Row, table


@table(
    """
    | Gebiet A    | Gebiet B    | Gebiet C | roh A, B, C    | stabilisiert A, B, C |
    |-------------|-------------|----------|----------------|----------------------|
    | 30 je 1.000 | 10 je 1.000 | 2 je 50  | 30,0 10,0 40,0 | 28,0 12,2 23,6       |
    | 10 je 1.000 | 10 je 1.000 | 0 je 50  | 10,0 10,0 0,0  | 9,8 9,8 9,8          |
    """
)
def test_rates_lean_on_all(row: Row) -> None:
    """Roh und stabilisiert, je 1.000."""
    counts = [row[f"Gebiet {name}"].replace(".", "").split(" je ") for name in "ABC"]
    areas = [AreaCounts(str(at), *(Figure.of(int(n)) for n in pair)) for at, pair in enumerate(counts)]
    shown = [
        [format_number(f.number, 1) for f in (each.raw, each.stabilised) if f.number is not None]
        for each in stabilised_rates(areas, per=1000)
    ]
    assert [" ".join(column) for column in zip(*shown, strict=True)] == [
        row["roh A, B, C"],
        row["stabilisiert A, B, C"],
    ]
