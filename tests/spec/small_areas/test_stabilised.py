"""Stabilisierte Anteile.

In kleinen Gebieten schwanken Anteile stark. Der stabilisierte Anteil ist zum Anteil aller Gebiete hin gezogen, um so
mehr, je weniger Personen ein Gebiet hat: (x + M · p) : (n + M); M ergibt sich daraus, wie stark sich die Gebiete über den
Zufall hinaus unterscheiden (empirisches Bayes-Verfahren, Kleinman, Journal of the American Statistical Association 68
(1973), 46–54). Er steht immer neben dem rohen Wert, trägt seinen Namen und ersetzt ihn nie.
"""

from mehrklang.assessment.small_areas import stabilised
from mehrklang.indicators.segregation import AreaCounts
from mehrklang.vocabulary import Figure
from mehrklang.vocabulary.german import format_number
from tests.spec.table import Row, table


@table(
    """
    | Gebiet A   | Gebiet B   | Gebiet C | roh A, B, C    | stabilisiert A, B, C |
    |------------|------------|----------|----------------|----------------------|
    | 30 von 100 | 10 von 100 | 0 von 5  | 30,0 10,0 0,0  | 29,2 10,7 11,9       |
    | 10 von 100 | 10 von 100 | 0 von 5  | 10,0 10,0 0,0  | 9,8 9,8 9,8          |
    """
)
def test_small_areas_lean_on_all(row: Row) -> None:
    """Roh und stabilisiert."""
    counts = [row[f"Gebiet {name}"].split(" von ") for name in "ABC"]
    found = stabilised([AreaCounts(str(at), *(Figure.of(int(n)) for n in pair)) for at, pair in enumerate(counts)])
    shown = [
        [format_number(f.number, 1) for f in (each.raw, each.stabilised) if f.number is not None] for each in found
    ]
    assert [" ".join(column) for column in zip(*shown, strict=True)] == [
        row["roh A, B, C"],
        row["stabilisiert A, B, C"],
    ]
