"""Median aus Klassen.

In der Klasse der mittleren Person geradlinig eingeschaltet: l + (N : 2 − F) : n · (u − l) mit F Personen darunter. Sicher
ist nur, dass er in dieser Klasse liegt. Liegt die Mitte in einer offenen Klasse, gibt es keinen Median.
"""

from mehrklang.indicators.layered.classes import median
from tests.spec.layers import classes, limits, named
from tests.spec.notation import shown
from tests.spec.table import Row, table


@table(
    """
    | 0 bis unter 2 | 2 bis unter 5 | 5 bis unter 10 | ab 10 | Median   | von | bis |
    |---------------|---------------|----------------|-------|----------|-----|-----|
    | 10            | 20            | 10             |       | 3,5      | 2   | 5   |
    | 30            | 10            |                |       | 1,333333 | 0   | 2   |
    | 10            | 20            | 10             | 5     | 3,875    | 2   | 5   |
    | 10            | 5             | 5              | 40    | x        | –   | –   |
    | 10            | .             | 10             |       | .        | –   | –   |
    """
)
def test_the_median_inside_its_class(row: Row) -> None:
    """Aufenthaltsdauer in Jahren, Personen je Klasse."""
    found = median(classes(row))
    assert shown(found.outcome.figure) == row["Median"]
    assert limits(found) == named((row["von"], row["bis"]))
