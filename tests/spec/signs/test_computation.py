"""Zeichen in Berechnungen."""

from mehrklang.indicators.count import count
from mehrklang.indicators.part import Part
from mehrklang.indicators.share import share
from tests.spec.notation import figure, shown, why
from tests.spec.table import Row, table


@table(
    """
    | Zähler | Nenner | Anteil | Grund                                                                            |
    |--------|--------|--------|----------------------------------------------------------------------------------|
    | 12     | 40     | 30     |                                                                                  |
    | –      | 40     | 0      |                                                                                  |
    | (12)   | 40     | (30)   |                                                                                  |
    | 12     | (40)   | (30)   |                                                                                  |
    | .      | 40     | .      | Nicht ausgewiesen: Ein Bestandteil der Berechnung ist gesperrt.                  |
    | 12     | .      | .      | Nicht ausgewiesen: Ein Bestandteil der Berechnung ist gesperrt.                  |
    | .      | fehlt  | .      | Nicht ausgewiesen: Ein Bestandteil der Berechnung ist gesperrt.                  |
    | 0      | 40     | .      | Nicht berechenbar: Ein Bestandteil ist mit 0 (weniger als die Hälfte) angegeben. |
    | /      | 40     | .      | Nicht berechenbar: Ein Bestandteil der Berechnung fehlt.                         |
    | …      | 40     | .      | Nicht berechenbar: Ein Bestandteil der Berechnung fehlt.                         |
    | x      | 40     | .      | Nicht berechenbar: Ein Bestandteil der Berechnung fehlt.                         |
    | fehlt  | 40     | .      | Nicht berechenbar: Ein Bestandteil der Berechnung fehlt.                         |
    """
)
def test_signs_go_on_from_the_parts_into_the_share(row: Row) -> None:
    """Vom Bestandteil zum Ergebnis.

    „–“ ist eine Null und rechnet mit. „0“ (weniger als die Hälfte) ist keine Null: Wie viel es ist, sagt die Quelle
    nicht. Ein gesperrter Bestandteil sperrt das Ergebnis, auch wenn ein anderer fehlt. Ein unsicherer Bestandteil macht
    das Ergebnis unsicher. Ein Anteil von genau 0 % oder 100 % wird ausgewiesen.
    """
    found = share(Part(figure(row["Zähler"])), Part(figure(row["Nenner"]))).figure
    assert (shown(found), why(found)) == (row["Anteil"], row["Grund"])


@table(
    """
    | erster | zweiter | Summe | Grund                                                                            |
    |--------|---------|-------|----------------------------------------------------------------------------------|
    | 12     | 30      | 42    |                                                                                  |
    | 12     | –       | 12    |                                                                                  |
    | (12)   | 30      | (42)  |                                                                                  |
    | 12     | .       | .     | Nicht ausgewiesen: Ein Bestandteil der Berechnung ist gesperrt.                  |
    | 12     | 0       | .     | Nicht berechenbar: Ein Bestandteil ist mit 0 (weniger als die Hälfte) angegeben. |
    | 12     | fehlt   | .     | Nicht berechenbar: Ein Bestandteil der Berechnung fehlt.                         |
    """
)
def test_signs_go_on_into_a_sum(row: Row) -> None:
    """Summen.

    Fehlt ein Summand, so fehlt die Summe; sie wird nicht kleiner.
    """
    found = count([Part(figure(row["erster"])), Part(figure(row["zweiter"]))]).figure
    assert (shown(found), why(found)) == (row["Summe"], row["Grund"])
