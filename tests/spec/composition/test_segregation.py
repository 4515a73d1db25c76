"""Räumliche Verteilung.

Segregationsindex D = ½ Σ |aᵢ : A − bᵢ : B|: welcher Anteil einer Gruppe umziehen müsste, damit beide gleich verteilt
wären. In kleinen Gebieten ist D schon durch Zufall größer als null; dieser erwartete Wert E steht daneben, und
(D − E) : (1 − E) ist der Teil darüber hinaus. Isolation: Anteil der eigenen Gruppe in der Nachbarschaft eines
durchschnittlichen Mitglieds. D hängt vom Zuschnitt der Gebiete ab: nie über Gebietssysteme hinweg vergleichen. Quelle:
Duncan und Duncan, American Sociological Review 20 (1955), 210–217; Carrington und Troske, Journal of Business & Economic
Statistics 15 (1997), 402–409.
"""

from mehrklang.indicators.segregation import AreaCounts, settled, theil_h
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary.german import format_exact
from tests.spec.notation import figure, shown
from tests.spec.table import Row, table


def _areas(row: Row) -> list[AreaCounts]:
    """Cells such as "4 von 10"."""
    pairs = {name: row[name].split(" von ") for name in ("Gebiet 1", "Gebiet 2", "Gebiet 3")}
    return [AreaCounts(name, figure(group), figure(everybody)) for name, (group, everybody) in pairs.items()]


@table(
    """
    | Gebiet 1    | Gebiet 2     | Gebiet 3     | D        | durch Zufall | darüber hinaus | Isolation |
    |-------------|--------------|--------------|----------|--------------|----------------|-----------|
    | 10 von 100  | 10 von 100   | 10 von 100   | 0        | 0,108        | 0              | 0,1       |
    | 30 von 100  | – von 100    | – von 100    | 0,740741 | 0,108        | 0,71           | 0,3       |
    | 3 von 10    | – von 10     | – von 10     | 0,740741 | 0,312        | 0,623          | 0,3       |
    | 300 von 300 | – von 100    | – von 100    | 1        | 0,047        | 1              | 1         |
    | . von 100   | – von 100    | 5 von 100    | .        | .            | .              | .         |
    """
)
def test_small_areas_are_uneven_by_chance(row: Row) -> None:
    """Zwei Gruppen."""
    found = settled(_areas(row))
    exact = (found.dissimilarity, found.isolation)
    assert [shown(measure) for measure in exact] == [row["D"], row["Isolation"]]
    rounded = [
        format_exact(measure.number, 3) if measure.number is not None else shown(measure)
        for measure in (found.by_chance, found.beyond_chance)
    ]
    assert rounded == [row["durch Zufall"], row["darüber hinaus"]]


@table(
    """
    | Gebiet 1 | Gebiet 2 | H        |
    |----------|----------|----------|
    | 5 5 5    | 2 2 2    | 0        |
    | 9 0 0    | 0 9 0    | 1        |
    | 2 8 0    | 8 2 0    | 0,278072 |
    """
)
def test_several_groups_at_once(row: Row) -> None:
    """Mehrere Gruppen: Entropieindex H nach Theil.

    H = Σ nᵢ (E − Eᵢ) : (N · E), von 0 (überall gleich gemischt) bis 1 (ganz getrennt).
    """
    areas = [[int(count) for count in row[name].split()] for name in ("Gebiet 1", "Gebiet 2")]
    assert format_exact(decimal(theil_h(areas))) == row["H"]
