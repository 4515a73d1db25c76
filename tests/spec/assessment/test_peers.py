"""Was andere Systeme sagen würden.

Auf Wunsch steht neben der eigenen Aussage, was Statistics Canada (ebenso Open SDG 2.4), Eurostat und das dänische
Integrationsbarometer über dieselbe Reihe sagen würden. Sie betrachten weniger: zwei von ihnen nur zwei Werte als
jährliche Veränderung in Prozent (Statistics Canada vom Basisjahr an, Eurostat über die letzten fünf Jahre), das dritte
nur das Vorzeichen der gerundeten Differenz; keines berücksichtigt den Zufall. So lassen sich Unterschiede zwischen Berichten erklären. Nachgelesen: die dänische Regel
(integrationsbarometer.dk, „Barometerbevægelser“) und die Schwellen von Open SDG (Repositorium open-sdg/sdg-build,
`sdg/ProgressMeasure.py`, `docs/progress-methodology.md`), ebenso, dass Eurostat die jährlichen Wachstumsraten der
letzten fünf Jahre betrachtet (Statistics Explained, „Overview of status and progress of EU Member States towards the
SDGs“, Ausgaben 2020 bis 2023) und dass Statistics Canada die Schwellen mit Ziel nach dem Vorbild von Eurostat setzt. Die
Schwellen von Eurostat ohne Ziel sind dem jährlichen Bericht „Sustainable development in the European Union“ nach
gängiger Beschreibung entnommen; der Wortlaut seines Anhangs lag nicht vor.
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


@table(
    """
    | 2010 | 2015 | 2020 | 2025 | Statistics Canada      | Eurostat               |
    |------|------|------|------|------------------------|------------------------|
    | 50   | 55   | 60   | 60   | mäßiger Fortschritt    | mäßiger Fortschritt    |
    | 50   | 55   | 66   | 60   | mäßiger Fortschritt    | deutlicher Rückschritt |
    | 50   | 45   | 40   | 44   | Rückschritt            | deutlicher Fortschritt |
    """
)
def test_eurostat_looks_at_the_last_five_years(row: Row) -> None:
    """Eurostat betrachtet nur die letzten fünf Jahre, Statistics Canada die ganze Reihe."""
    values = series({year: figure(row[year]) for year in ("2010", "2015", "2020", "2025")})
    canada, eurostat, _ = compare(definition(direction=Direction.HIGH_IS_GOOD), values)
    assert [canada.progress.value, eurostat.progress.value] == [row["Statistics Canada"], row["Eurostat"]]
