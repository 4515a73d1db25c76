"""Teilnahmen.

Teilnahmen = k · Teilnahmen : Berechtigte, je k. Wer mehrmals kommt, zählt mehrmals; deshalb ist es kein Anteil, und das
steht beim Wert.
"""

from mehrklang.indicators.composition import participation
from tests.spec.layers import part
from tests.spec.notation import number, shown
from tests.spec.table import Row, table


@table(
    """
    | Teilnahmen | Berechtigte | je    | Wert  | Hinweis                                             |
    |------------|-------------|-------|-------|-----------------------------------------------------|
    | 180        | 1.200       | 100   | 15    | Gezählt sind Teilnahmen, nicht Personen: kein Anteil. |
    | 1.800      | 1.200       | 1.000 | 1.500 | Gezählt sind Teilnahmen, nicht Personen: kein Anteil. |
    """
)
def test_visits_are_not_persons(row: Row) -> None:
    """Rechnung."""
    found = participation(part(row["Teilnahmen"]), part(row["Berechtigte"]), per=int(number(row["je"])))
    assert (shown(found.figure), *found.notes) == (row["Wert"], row["Hinweis"])
