"""Mittelwert aus Klassen.

Mittelwert = Σ Personen · Klassenmitte : Σ Personen. Sicher ist nur der Bereich, der sich ergibt, wenn alle am unteren
oder alle am oberen Ende ihrer Klasse lägen; er steht als Spannweite dabei. Mit offener Klasse gibt es keinen Mittelwert.
"""

from mehrklang.indicators.layered.classes import mean
from tests.spec.layers import classes, limits, named
from tests.spec.notation import shown
from tests.spec.table import Row, table


@table(
    """
    | 0 bis unter 2 | 2 bis unter 5 | 5 bis unter 10 | ab 10 | Mittelwert | von  | bis  |
    |---------------|---------------|----------------|-------|------------|------|------|
    | 10            | 20            | 10             |       | 3,875      | 2,25 | 5,5  |
    | 30            | 10            |                |       | 1,625      | 0,5  | 2,75 |
    | 10            | 20            | 10             | 5     | x          | –    | –    |
    | 10            | .             | 10             |       | .          | –    | –    |
    | 10            | (20)          | 10             |       | (3,875)    | 2,25 | 5,5  |
    """
)
def test_the_mean_by_the_middles(row: Row) -> None:
    """Aufenthaltsdauer in Jahren, Personen je Klasse."""
    found = mean(classes(row))
    assert shown(found.outcome.figure) == row["Mittelwert"]
    assert limits(found) == named((row["von"], row["bis"]))
