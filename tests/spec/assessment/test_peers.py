"""Was andere Systeme sagen würden.

Auf Wunsch steht neben der eigenen Aussage, was Statistics Canada (ebenso Open SDG 2.4), Eurostat und das dänische
Integrationsbarometer über dieselbe Reihe sagen würden. Sie betrachten weniger: zwei von ihnen nur den ersten und den
neuesten Wert als jährliche Veränderung in Prozent, das dritte nur das Vorzeichen der gerundeten Differenz; keines
berücksichtigt den Zufall. So lassen sich Unterschiede zwischen Berichten erklären. Nachgelesen: die dänische Regel
(integrationsbarometer.dk, „Barometerbevægelser“) und die Schwellen von Open SDG (Repositorium open-sdg/sdg-build,
`sdg/ProgressMeasure.py`). Die Schwellen von Eurostat sind dem jährlichen Bericht „Sustainable development in the European
Union“ nach gängiger Beschreibung entnommen; sein Wortlaut lag nicht vor.
"""

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.peers import compare
from mehrklang.catalogue import Direction
from tests.factories.cubes import definition
from tests.factories.series import series
from tests.spec.notation import figure, number
from tests.spec.table import Row, table


def _views(row: Row, target: Target | None) -> list[str]:
    direction = Direction.HIGH_IS_GOOD if row["erwünscht"] == "hoch" else Direction.LOW_IS_GOOD
    values = series({year: figure(row[year]) for year in ("2015", "2025")})
    return [view.progress.value for view in compare(definition(direction=direction), values, target=target)]


_SYSTEMS = ("Statistics Canada", "Eurostat", "Dänemark")


@table(
    """
    | erwünscht | 2015 | 2025 | Statistics Canada     | Eurostat               | Dänemark              |
    |-----------|------|------|-----------------------|------------------------|-----------------------|
    | hoch      | 50   | 60   | deutlicher Fortschritt | deutlicher Fortschritt | deutlicher Fortschritt |
    | hoch      | 50   | 55   | mäßiger Fortschritt   | mäßiger Fortschritt    | deutlicher Fortschritt |
    | hoch      | 50   | 51   | geringer Fortschritt  | mäßiger Fortschritt    | deutlicher Fortschritt |
    | hoch      | 50   | 49   | Rückschritt           | Rückschritt            | Rückschritt           |
    | hoch      | 49,6 | 50,4 | geringer Fortschritt  | mäßiger Fortschritt    | unverändert           |
    | hoch      | 50   | 44   | Rückschritt           | deutlicher Rückschritt | Rückschritt           |
    | niedrig   | 50   | 44   | mäßiger Fortschritt   | deutlicher Fortschritt | deutlicher Fortschritt |
    | hoch      | –    | 5    | nicht anwendbar       | nicht anwendbar        | deutlicher Fortschritt |
    """
)
def test_without_a_target(row: Row) -> None:
    """Ohne Ziel."""
    assert _views(row, None) == [row[system] for system in _SYSTEMS]


@table(
    """
    | erwünscht | 2015 | 2025 | Ziel bis 2030 | Statistics Canada      | Eurostat               | Dänemark               |
    |-----------|------|------|---------------|------------------------|------------------------|------------------------|
    | hoch      | 50   | 60   | ≥ 65          | deutlicher Fortschritt | deutlicher Fortschritt | deutlicher Fortschritt |
    | hoch      | 50   | 57   | ≥ 65          | mäßiger Fortschritt    | mäßiger Fortschritt    | deutlicher Fortschritt |
    | hoch      | 50   | 52   | ≥ 65          | geringer Fortschritt   | geringer Fortschritt   | deutlicher Fortschritt |
    | hoch      | 50   | 48   | ≥ 65          | Rückschritt            | Rückschritt            | Rückschritt            |
    | niedrig   | 20   | 12   | ≤ 10          | deutlicher Fortschritt | deutlicher Fortschritt | deutlicher Fortschritt |
    | niedrig   | 20   | 9    | ≤ 10          | Ziel erreicht          | deutlicher Fortschritt | deutlicher Fortschritt |
    """
)
def test_with_a_target(row: Row) -> None:
    """Mit Ziel."""
    operator, bound = row["Ziel bis 2030"].split()
    target = Target(number(row["2015"]), 2015, Operator(operator), number(bound), 2030)
    assert _views(row, target) == [row[system] for system in _SYSTEMS]
