"""Vielfalt (Shannon).

100 · (−Σ p ln p) : ln K, von 0 (eine Gruppe) bis 100 (K gleich große Gruppen). Sie hängt davon ab, wie fein die Quelle
unterteilt. Quelle: Shannon, Bell System Technical Journal 27 (1948), 379–423.
"""

from mehrklang.indicators.layered.diversity import mixed_by_shannon
from tests.spec.layers import categories
from tests.spec.notation import shown
from tests.spec.table import Row, table


@table(
    """
    | Personen je Gruppe | Vielfalt |
    |--------------------|----------|
    | 2 2                | 100      |
    | 10 –               | 0        |
    | 5 3 2              | 93,723056 |
    | 5 . 2              | .        |
    """
)
def test_how_even_the_groups_are(row: Row) -> None:
    """Rechnung."""
    assert shown(mixed_by_shannon(categories(row["Personen je Gruppe"])).outcome.figure) == row["Vielfalt"]
