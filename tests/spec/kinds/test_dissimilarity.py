"""Segregation.

Segregationsindex D = 100 · ½ Σ |aᵢ : A − bᵢ : B|: welcher Anteil einer Gruppe umziehen müsste, damit beide gleich
verteilt wären. In kleinen Gebieten ist D schon durch Zufall größer als null; der erwartete Wert und der Bereich, in dem
er bei zufälliger Verteilung läge (Permutation), stehen daneben. Nie über Gebietssysteme hinweg vergleichen. Quelle:
Duncan und Duncan, American Sociological Review 20 (1955), 210–217.

Bei eigenen Fallzahlen sagt eine Spannweite, wie weit der Zufall den Wert bewegt haben kann: Die Zahl der Gruppenmitglieder
wird in jedem Teilgebiet 199-mal neu gezogen (Binomialverteilung); die Grenzen sind 2 D − D* bei 97,5 und 2,5 von 100
(Davison und Hinkley 1997, Kapitel 5.2; Allen und andere, Econometrics Journal 18 (2015), 40–66).
"""

from mehrklang.catalogue import IndicatorKind
from mehrklang.indicators.spatial import spread_out
from mehrklang.report.spread import span
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_exact
from tests.spec.layers import areas
from tests.spec.notation import shown
from tests.spec.table import Row, table


@table(
    """
    | Gebiet 1    | Gebiet 2  | Gebiet 3  | Wert      |
    |-------------|-----------|-----------|-----------|
    | 10 von 100  | 10 von 100 | 10 von 100 | 0         |
    | 30 von 100  | – von 100 | – von 100 | 74,074074 |
    | 300 von 300 | – von 100 | – von 100 | 100       |
    | . von 100   | – von 100 | 5 von 100 | .         |
    """
)
def test_how_many_would_have_to_move(row: Row) -> None:
    """Gruppe von allen, je Teilgebiet."""
    figure = spread_out(IndicatorKind.DISSIMILARITY, areas(row)).outcome.figure
    found = shown(figure) if figure.number is None else format_exact(figure.number, 6)
    assert found == row["Wert"]


@table(
    """
    | Gebiet 1     | Gebiet 2     | Wert | Spannweite      |
    |--------------|--------------|------|-----------------|
    | 400 von 1000 | 100 von 1000 | 40   | 35,9 bis 44,6   |
    | 40 von 100   | 10 von 100   | 40   | 28,5 bis 54,7   |
    """
)
def test_how_far_chance_may_have_moved_it(row: Row) -> None:
    """Je kleiner die Teilgebiete, desto weiter die Spannweite."""
    made = spread_out(IndicatorKind.DISSIMILARITY, areas(row))
    assert made.outcome.figure.number is not None
    assert made.spread.interval is not None
    assert format_exact(made.outcome.figure.number, 6) == row["Wert"]
    assert span(made.spread.interval, Unit.PERCENT) == row["Spannweite"]
