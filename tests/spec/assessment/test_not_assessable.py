"""Nicht bewertbar."""

from decimal import Decimal

from mehrklang.assessment import Operator, Target, assess
from mehrklang.catalogue import Direction
from tests.factories.cubes import definition
from tests.spec.notation import by_year
from tests.spec.table import Row, table

_TARGET = Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030)
_DIRECTIONS = {"hoch": Direction.HIGH_IS_GOOD, "Kontext": Direction.CONTEXT}


@table(
    """
    | erwünscht | Ziel ab 2020 | 2019 | 2020 | 2024 | 2025     | Zustand         | Grund                                  |
    |-----------|--------------|------|------|------|----------|-----------------|----------------------------------------|
    | hoch      | ≥ 12         |      | 8    | 12   | …        | Ziel erreicht   | 2024: 12,0 %                           |
    | hoch      | ≥ 12         |      | 8    | 12   | .        | nicht bewertbar | Gesperrt zum Schutz einzelner Personen |
    | hoch      | ≥ 12         |      | 8    | 12   | /        | nicht bewertbar | nicht sicher genug                     |
    | hoch      | ≥ 12         |      | 8    | 12   | zu klein | nicht bewertbar | Die Bezugsgröße ist zu klein           |
    | hoch      | ≥ 12         |      |      | .    | .        | nicht bewertbar | Es liegt kein Wert vor                 |
    | hoch      | ≥ 12         | 7    |      |      |          | nicht bewertbar | vor dem Basisjahr 2020                 |
    | hoch      | ≥ 12         | 7    | 8    |      |          | nicht bewertbar | noch kein weiterer Wert                |
    | hoch      | keines       |      | 8    | 12   | 12       | nicht bewertbar | kein Ziel vereinbart                   |
    | Kontext   | ≥ 12         |      | 8    | 12   | 12       | nicht bewertbar | Kontextindikator                       |
    """
)
def test_what_cannot_be_assessed_says_why(row: Row) -> None:
    """Der neueste Wert zählt.

    Ist der neueste Wert gesperrt, zu unsicher oder seine Bezugsgröße zu klein, so wird nicht ersatzweise ein älterer
    bewertet. Kommt er erst später, gilt der letzte vorliegende; sein Jahr steht dabei.
    """
    target = None if row["Ziel ab 2020"] == "keines" else _TARGET
    found = assess(definition(direction=_DIRECTIONS[row["erwünscht"]]), by_year(row), target=target)
    assert found.state.label == row["Zustand"]
    assert row["Grund"] in found.reason.replace("\u00a0", " ")
