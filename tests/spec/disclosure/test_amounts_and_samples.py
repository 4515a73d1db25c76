"""Beträge und Stichproben."""

from decimal import Decimal

from mehrklang.catalogue import Dominance, SampleLimits
from mehrklang.disclosure.dominance import Contributions, dominated
from mehrklang.disclosure.sample_limits import limited
from mehrklang.vocabulary import Figure
from tests.spec.notation import UNITS, number, shown
from tests.spec.table import Row, table


@table(
    """
    | Beträge       | n | k % | p % | gesperrt |
    |---------------|---|-----|-----|----------|
    | 70, 20, 6, 4  | 1 | 75  | 0   | nein     |
    | 70, 20, 6, 4  | 2 | 75  | 0   | ja       |
    | 70, 20, 6, 4  | 0 | 0   | 10  | nein     |
    | 70, 20, 6, 4  | 0 | 0   | 15  | ja       |
    | 50            | 0 | 0   | 1   | ja       |
    | 0, 0          | 1 | 50  | 10  | nein     |
    """
)
def test_dominance(row: Row) -> None:
    """Dominanz.

    Eine Summe von Beträgen ist zu sperren, wenn die n größten mehr als k Prozent ausmachen oder wenn die oder der Zweitgrößte den
    größten Betrag auf p Prozent genau schätzen kann (Summe − x₂ − x₁ < p % von x₁). Quelle: Hundepool u. a. (2012), 4.2.
    """
    cell = Contributions.of(Decimal(each) for each in row["Beträge"].split(", "))
    rule = Dominance(int(row["n"]), int(row["k %"]), int(row["p %"]))
    assert dominated(cell, rule) == (row["gesperrt"] == "ja")


@table(
    """
    | hochgerechnet | Einheit           | gezeigt  |
    |---------------|-------------------|----------|
    | 4.999         | Anzahl            | /        |
    | 5.000         | Anzahl            | (5.000)  |
    | 9.999         | Anzahl            | (9.999)  |
    | 10.000        | Anzahl            | 10.000   |
    | 7             | Anzahl in Tausend | (7)      |
    | 0             | Anzahl            | 0        |
    """
)
def test_sample_limits(row: Row) -> None:
    """Grenzen der Stichprobe.

    Mikrozensus: unter 5.000 hochgerechneten Personen „/“, von 5.000 bis unter 10.000 in Klammern. Quelle: Qualitätsberichte des
    Statistischen Bundesamtes.
    """
    figure = Figure.of(number(row["hochgerechnet"]))
    assert shown(limited(figure, UNITS[row["Einheit"]], SampleLimits(5_000, 10_000))) == row["gezeigt"]
