"""Vielfalt.

Simpson: Wahrscheinlichkeit, dass zwei zufällig gewählte Personen verschiedenen Gruppen angehören, 1 − Σ nₖ(nₖ − 1) :
(N(N − 1)). Shannon: −Σ pₖ ln pₖ : ln K, von 0 (eine Gruppe) bis 1 (alle gleich groß). Beide hängen davon ab, wie fein die
Quelle unterteilt.
"""

from fractions import Fraction

from mehrklang.indicators.segregation import shannon, simpson
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary.german import format_exact
from tests.spec.table import Row, table


@table(
    """
    | Personen je Gruppe | Simpson | Shannon  |
    |--------------------|---------|----------|
    | 2 2                | 2/3     | 1        |
    | 10 0               | 0       | 0        |
    | 5 3 2              | 31/45   | 0,937231 |
    """
)
def test_how_mixed_an_area_is(row: Row) -> None:
    """Simpson und Shannon."""
    counts = [int(count) for count in row["Personen je Gruppe"].split()]
    assert simpson(counts) == Fraction(row["Simpson"])
    assert format_exact(decimal(shannon(counts))) == row["Shannon"]
