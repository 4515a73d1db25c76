"""Reichweite.

Reichweite = 100 · erreichte Personen : Personen, für die das Angebot gedacht ist.
"""

from mehrklang.indicators.composition import coverage
from tests.spec.layers import part
from tests.spec.notation import shown
from tests.spec.table import Row, table


@table(
    """
    | erreicht | Berechtigte | Reichweite | Rechnung          |
    |----------|-------------|------------|-------------------|
    | 180      | 1.200       | 15         | 100 · 180 : 1.200 |
    | –        | 1.200       | 0          | 100 · 0 : 1.200   |
    | .        | 1.200       | .          | 100 · . : 1.200   |
    """
)
def test_persons_are_a_share(row: Row) -> None:
    """Rechnung."""
    found = coverage(part(row["erreicht"]), part(row["Berechtigte"]))
    assert (shown(found.figure), found.formula) == (row["Reichweite"], row["Rechnung"])
