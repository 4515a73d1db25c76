"""Standardisierte Rate und Zerlegung eines Abstands.

Zwei Gruppen sind oft verschieden alt. Direkt standardisiert: die Raten der Gruppe in den Schichten der
Vergleichsbevölkerung. Indirekt standardisiert: Rate der Vergleichsbevölkerung · beobachtete : erwartete Fälle; dafür
reichen wenige Fälle je Schicht. Zerlegung nach Kitagawa: welcher Teil des Abstands rechnerisch mit der Zusammensetzung
einhergeht und welcher nicht; das ist Rechnung und keine Ursache. Quelle: Kitagawa, Journal of the American Statistical
Association 50 (1955), 1168–1194; Breslow und Day, Statistical Methods in Cancer Research II (1987).
"""

from mehrklang.indicators.composition import Stratum, directly_standardised, indirectly_standardised, kitagawa
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
    | Gruppe, jung | Gruppe, alt | Vergleich, jung | Vergleich, alt | direkt | indirekt |
    |--------------|-------------|-----------------|----------------|--------|----------|
    | 10 von 100   | 10 von 50   | 5 von 50        | 30 von 150     | 17,5   | 17,5     |
    | 12 von 100   | 12 von 50   | 5 von 50        | 30 von 150     | 21     | 21       |
    | 10 von 100   | . von 50    | 5 von 50        | 30 von 150     | .      | .        |
    """
)
def test_the_rate_in_another_composition(row: Row) -> None:
    """Standardisierte Rate je 100."""
    strata = _strata(row)
    assert shown(directly_standardised(strata)) == row["direkt"]
    assert shown(indirectly_standardised(strata)) == row["indirekt"]


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
