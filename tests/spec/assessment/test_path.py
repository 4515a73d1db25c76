"""Zielpfad.

Der Zielpfad führt vom Ausgangswert zum Zielwert, wie vereinbart auf einer von drei Arten. Gerade: Ausgangswert +
(Zielwert − Ausgangswert) · k : n, mit k Jahren seit dem Basisjahr und n Jahren insgesamt. In gleichen Prozentschritten:
Ausgangswert · (Zielwert : Ausgangswert)^(k : n); beide müssen positiv sein. In Stufen: der Wert der letzten fälligen
Stufe. Nach dem Zieljahr gilt der Zielwert.
"""

from mehrklang.assessment import Operator, PathKind, Step, Target
from mehrklang.assessment.path import path_value
from mehrklang.vocabulary.german import format_exact
from tests.spec.notation import number
from tests.spec.table import Row, table


@table(
    """
    | Ausgangswert | Basisjahr | Zielwert | Zieljahr | Jahr | Zielpfad  |
    |--------------|-----------|----------|----------|------|-----------|
    | 8            | 2020      | 12       | 2030     | 2020 | 8         |
    | 8            | 2020      | 12       | 2030     | 2025 | 10        |
    | 8            | 2020      | 12       | 2030     | 2030 | 12        |
    | 8            | 2020      | 12       | 2030     | 2033 | 12        |
    | 14,8         | 2025      | 12       | 2032     | 2027 | 14        |
    | 10           | 2024      | 11       | 2027     | 2025 | 10,333333 |
    """
)
def test_the_path_is_a_straight_line(row: Row) -> None:
    """Gerade."""
    base, goal = number(row["Ausgangswert"]), number(row["Zielwert"])
    target = Target(base, int(row["Basisjahr"]), Operator.AT_LEAST, goal, int(row["Zieljahr"]))
    assert format_exact(path_value(target, int(row["Jahr"]))) == row["Zielpfad"]


@table(
    """
    | Ausgangswert | Zielwert | Jahr | Zielpfad   |
    |--------------|----------|------|------------|
    | 100          | 400      | 2020 | 100        |
    | 100          | 400      | 2025 | 200        |
    | 400          | 100      | 2025 | 200        |
    | 100          | 400      | 2021 | 114,869835 |
    | 100          | 400      | 2030 | 400        |
    """
)
def test_the_geometric_path_rises_by_the_same_per_cent_every_year(row: Row) -> None:
    """In gleichen Prozentschritten von 2020 bis 2030."""
    base, goal = number(row["Ausgangswert"]), number(row["Zielwert"])
    target = Target(base, 2020, Operator.AT_LEAST, goal, 2030, path=PathKind.GEOMETRIC)
    assert format_exact(path_value(target, int(row["Jahr"]))) == row["Zielpfad"]


@table(
    """
    | Ausgangswert 2020 | Stufe 2023 | Stufe 2026 | Zielwert 2030 | Jahr | Zielpfad |
    |-------------------|------------|------------|---------------|------|----------|
    | 8                 | 9          | 11         | 12            | 2022 | 8        |
    | 8                 | 9          | 11         | 12            | 2023 | 9        |
    | 8                 | 9          | 11         | 12            | 2025 | 9        |
    | 8                 | 9          | 11         | 12            | 2029 | 11       |
    | 8                 | 9          | 11         | 12            | 2030 | 12       |
    """
)
def test_a_path_of_steps_asks_for_the_last_step_that_is_due(row: Row) -> None:
    """In Stufen."""
    steps = tuple(Step(year, number(row[f"Stufe {year}"])) for year in (2023, 2026))
    base, goal = number(row["Ausgangswert 2020"]), number(row["Zielwert 2030"])
    target = Target(base, 2020, Operator.AT_LEAST, goal, 2030, path=PathKind.STEPS, steps=steps)
    assert format_exact(path_value(target, int(row["Jahr"]))) == row["Zielpfad"]
