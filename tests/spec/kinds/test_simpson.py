"""Vielfalt (Simpson).

Wahrscheinlichkeit in Prozent, dass zwei zufällig gewählte Personen verschiedenen Gruppen angehören:
100 · (1 − Σ n(n − 1) : (N(N − 1))). Sie hängt davon ab, wie fein die Quelle unterteilt. Quelle: Simpson, Nature 163
(1949), 688.
"""

from mehrklang.indicators.layered.diversity import mixed_by_simpson
from tests.spec.layers import categories
from tests.spec.notation import shown
from tests.spec.table import Row, table


@table(
    """
    | Personen je Gruppe | Vielfalt  |
    |--------------------|-----------|
    | 2 2                | 66,666667 |
    | 10 –               | 0         |
    | 5 3 2              | 68,888889 |
    | 5 . 2              | .         |
    | 1 –                | x         |
    """
)
def test_the_chance_to_meet_somebody_of_another_group(row: Row) -> None:
    """Rechnung."""
    assert shown(mixed_by_simpson(categories(row["Personen je Gruppe"])).outcome.figure) == row["Vielfalt"]
