"""Stabilisierte Schätzwerte aus Stichproben.

Aus einer Befragung hat jedes Gebiet einen direkten Schätzwert mit bekannter Stichprobenvarianz. Nach Fay und Herriot wird
er mit dem zusammengesetzt, was alle Gebiete zusammen (und bekannte Merkmale der Gebiete) erwarten lassen, um so mehr, je
ungenauer er ist; die Varianz zwischen den Gebieten ergibt sich durch eingeschränkte Maximum-Likelihood, der mittlere
quadratische Fehler nach Prasad und Rao. Er steht immer neben dem direkten Wert und trägt seinen Namen. Geprüft am
veröffentlichten Beispiel „milk“ des R-Pakets sae (43 Gebiete), dessen Ergebnisse auf sechs Stellen herauskommen. Quelle:
Fay und Herriot, Journal of the American Statistical Association 74 (1979), 269–277; Prasad und Rao, ebenda 85 (1990),
163–171.
"""

from decimal import Decimal

from mehrklang.assessment.small_areas import Sampled, fay_herriot
from mehrklang.vocabulary.german import format_number
from tests.spec.table import Row, table


@table(
    """
    | direkt A, B, C, D | Varianz A, B, C, D | stabilisiert A, B, C, D |
    |-------------------|--------------------|-------------------------|
    | 40 44 60 20       | 4 4 4 100          | 40,1 44,0 59,7 27,8     |
    | 49 50 51 50       | 400 400 400 400    | 50,0 50,0 50,0 50,0     |
    """
)
def test_uncertain_estimates_lean_on_all(row: Row) -> None:
    """Direkt und stabilisiert."""
    pairs = zip(row["direkt A, B, C, D"].split(), row["Varianz A, B, C, D"].split(), strict=True)
    found = fay_herriot([Sampled(str(at), Decimal(y), Decimal(v)) for at, (y, v) in enumerate(pairs)])
    shown = [format_number(each.stabilised.number, 1) for each in found if each.stabilised.number is not None]
    assert " ".join(shown) == row["stabilisiert A, B, C, D"]
