"""Cell-Key-Methode.

Jede Person hat einen zufälligen, festen Schlüssel; der Schlüssel eines Faches ist der Nachkommateil ihrer Summe. Er bestimmt in
der Überlagerungstabelle, um wie viel die Zahl verändert wird. Dieselben Personen führen deshalb überall zur selben Zahl. Null
bleibt null, Summen gehen nicht mehr auf. Quellen: Fraser und Wooton (2005); Giessing (2016).
"""

from decimal import Decimal
from fractions import Fraction

from mehrklang.catalogue import CellKeyNoise
from mehrklang.disclosure.cell_key import cell_key
from mehrklang.disclosure.perturbation import perturbation_table
from mehrklang.vocabulary.german import format_exact
from tests.spec.notation import number
from tests.spec.table import Row, table

CHANGES = ("−2", "−1", "0", "+1", "+2")


@table(
    """
    | Anzahl | −2       | −1       | 0        | +1       | +2       |
    |--------|----------|----------|----------|----------|----------|
    | 0      |          |          | 1        |          |          |
    | 1      |          | 0,398065 | 0,305806 | 0,194194 | 0,101935 |
    | 2      | 0,063827 | 0,244691 | 0,382963 | 0,244691 | 0,063827 |
    | 17     | 0,063827 | 0,244691 | 0,382963 | 0,244691 | 0,063827 |
    """
)
def test_table(row: Row) -> None:
    """Überlagerungstabelle für höchstens 2 Abweichung und Varianz 1.

    Die Wahrscheinlichkeiten haben Mittel 0, Varianz 1 und unter diesen Bedingungen die größte Entropie; keine Zahl wird negativ.
    """
    rows = perturbation_table(CellKeyNoise("D2", 2, Decimal(1))).rows
    found = rows[min(int(row["Anzahl"]), 2)]
    shown = {change: format_exact(p) for change, p in zip(found.changes, found.probabilities, strict=True)}
    assert [shown.get(int(number(change.replace("+", ""))), "") for change in CHANGES] == [row[c] for c in CHANGES]


@table(
    """
    | Schlüssel der Personen | Schlüssel des Faches |
    |------------------------|----------------------|
    | 3/4, 1/2               | 1/4                  |
    | 1/2, 3/4               | 1/4                  |
    | 1/8, 1/8, 1/8          | 3/8                  |
    """
)
def test_keys(row: Row) -> None:
    """Schlüssel eines Faches.

    Nachkommateil der Summe; die Reihenfolge spielt keine Rolle.
    """
    keys = [Fraction(each) for each in row["Schlüssel der Personen"].split(", ")]
    assert cell_key(keys) == Fraction(row["Schlüssel des Faches"])
