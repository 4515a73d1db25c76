"""Zielpfad.

Der Zielpfad führt gerade vom Ausgangswert zum Zielwert: Ausgangswert + (Zielwert − Ausgangswert) · (Jahr − Basisjahr) :
(Zieljahr − Basisjahr). Nach dem Zieljahr gilt der Zielwert.
"""

from mehrklang.assessment import Operator, Target
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
    """Rechnung."""
    base, goal = number(row["Ausgangswert"]), number(row["Zielwert"])
    target = Target(base, int(row["Basisjahr"]), Operator.AT_LEAST, goal, int(row["Zieljahr"]))
    assert format_exact(path_value(target, int(row["Jahr"]))) == row["Zielpfad"]
