"""Schwellenwerte.

Neben dem Ziel können zwei Schwellen vereinbart werden: Jenseits der Warnschwelle sieht jemand nach, jenseits der
Handlungsschwelle entscheidet jemand. „Jenseits“ richtet sich danach, ob hohe oder niedrige Werte erwünscht sind.
"""

from decimal import Decimal

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.threshold import threshold_text
from mehrklang.catalogue import Direction
from mehrklang.vocabulary import Unit
from tests.spec.notation import number
from tests.spec.table import Row, table

_DIRECTIONS = {
    "hoch": Direction.HIGH_IS_GOOD,
    "niedrig": Direction.LOW_IS_GOOD,
    "Kontext": Direction.CONTEXT,
}


@table(
    """
    | erwünscht | Warnschwelle | Handlungsschwelle | Wert | Meldung                                                                        |
    |-----------|--------------|-------------------|------|--------------------------------------------------------------------------------|
    | hoch      | 7            | 5                 | 7    | Kein Schwellenwert ist berührt.                                                |
    | hoch      | 7            | 5                 | 6,9  | Die Warnschwelle (7,0 %) ist unterschritten: Bitte prüfen.                     |
    | hoch      | 7            | 5                 | 4,9  | Die Handlungsschwelle (5,0 %) ist unterschritten: Eine Entscheidung ist nötig. |
    | niedrig   | 13           | 15                | 13,1 | Die Warnschwelle (13,0 %) ist überschritten: Bitte prüfen.                     |
    | niedrig   | 13           | 15                | 15,1 | Die Handlungsschwelle (15,0 %) ist überschritten: Eine Entscheidung ist nötig. |
    | Kontext   | 13           | 15                | 15,1 |                                                                                |
    """
)
def test_the_graver_crossed_threshold_is_told(row: Row) -> None:
    """Meldungen."""
    warn, act = number(row["Warnschwelle"]), number(row["Handlungsschwelle"])
    target = Target(Decimal(0), 2020, Operator.AT_LEAST, Decimal(100), 2030, warn=warn, act=act)
    found = threshold_text(_DIRECTIONS[row["erwünscht"]], target, number(row["Wert"]), Unit.PERCENT)
    assert found.replace("\u00a0", " ") == row["Meldung"]
