"""Zerlegung eines Abstands.

Zwei Gruppen sind oft verschieden zusammengesetzt. Nach Kitagawa: welcher Teil des Abstands ihrer Raten rechnerisch mit der
Zusammensetzung einhergeht und welcher nicht; das ist Rechnung und keine Ursache. Quelle: Kitagawa, Journal of the
American Statistical Association 50 (1955), 1168–1194.
"""

from mehrklang.indicators.composition import Stratum, kitagawa
from tests.spec.notation import figure, shown
from tests.spec.table import Row, table


def _strata(row: Row) -> list[Stratum]:
    """Cells such as "10 von 100"."""
    layers = []
    for name in ("jung", "alt"):
        cells = [part for whom in ("Gruppe", "Vergleich") for part in row[f"{whom}, {name}"].split(" von ")]
        layers.append(Stratum(name, *(figure(cell) for cell in cells)))
    return layers


@table(
    """
    | Gruppe, jung | Gruppe, alt | Vergleich, jung | Vergleich, alt | Abstand | Zusammensetzung | Raten |
    |--------------|-------------|-----------------|----------------|---------|-----------------|-------|
    | 10 von 100   | 20 von 100  | 5 von 50        | 30 von 150     | −2,5    | −2,5            | 0     |
    | 10 von 100   | 20 von 100  | 20 von 100      | 40 von 100     | −15     | 0               | −15   |
    | 10 von 100   | . von 100   | 20 von 100      | 40 von 100     | .       | .               | .     |
    """
)
def test_the_gap_falls_into_composition_and_rates(row: Row) -> None:
    """Zerlegung in Prozentpunkten."""
    found = kitagawa(_strata(row))
    parts = (found.gap, found.composition, found.rates)
    assert [shown(part) for part in parts] == [row["Abstand"], row["Zusammensetzung"], row["Raten"]]
