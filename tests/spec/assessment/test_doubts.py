"""Zweifel am Ziel.

Passt ein Ziel nicht zum Indikator oder zur Reihe, so steht das bei der Bewertung.
"""

from mehrklang.assessment import Operator, Target, assess
from mehrklang.catalogue import Direction
from tests.factories.cubes import definition
from tests.spec.notation import by_year, number
from tests.spec.table import Row, table

_DIRECTIONS = {"hoch": Direction.HIGH_IS_GOOD, "niedrig": Direction.LOW_IS_GOOD}


@table(
    """
    | erwünscht | Ziel | Ausgangswert | 2020 | 2025 | Hinweis                                                                          |
    |-----------|------|--------------|------|------|----------------------------------------------------------------------------------|
    | hoch      | ≥ 12 | 8            | 8    | 9    |                                                                                  |
    | niedrig   | ≥ 12 | 8            | 8    | 9    | Das Ziel (≥) widerspricht der Richtung: Erwünscht sind niedrige Werte.           |
    | hoch      | ≥ 7  | 8            | 8    | 9    | Der Ausgangswert 8,0 % erfüllt das Ziel bereits.                                 |
    | hoch      | ≥ 12 | 8,1          | 8,14 | 9    |                                                                                  |
    | hoch      | ≥ 12 | 8            | 8,14 | 9    | Der Ausgangswert des Ziels, 8,0 %, weicht vom Wert der Reihe für 2020 ab: 8,1 %. |
    """
)
def test_doubts_about_a_target_are_said(row: Row) -> None:
    """Hinweise.

    Der Ausgangswert darf vom Wert der Reihe nur um die Rundung auf die gedruckten Stellen abweichen.
    """
    operator, bound = row["Ziel"].split()
    target = Target(number(row["Ausgangswert"]), 2020, Operator(operator), number(bound), 2030)
    found = assess(definition(direction=_DIRECTIONS[row["erwünscht"]]), by_year(row), target=target)
    assert " ".join(found.warnings).replace("\u00a0", " ") == row["Hinweis"]
