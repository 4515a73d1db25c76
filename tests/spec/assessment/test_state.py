"""Stand gegenüber dem Ziel.

Der Zielpfad führt vom Ausgangswert im Basisjahr zum Zielwert im Zieljahr: gerade, in gleichen Prozentschritten oder
in Stufen, wie vereinbart. „Ziel erreicht“: Der neueste Wert erfüllt das Ziel. „Auf Kurs“: Er ist mindestens so gut,
wie der Zielpfad für sein Jahr vorsieht. „Abweichung“: Er ist schlechter. „Deutliche Abweichung“: Er liegt außerdem
jenseits der Handlungsschwelle oder, wo keine vereinbart ist, es ist weniger als die Hälfte des bis dahin vorgesehenen
Weges zurückgelegt. Nach dem Zieljahr gilt der Zielwert selbst. Lässt die Spannweite des Wertes mehr als einen Stand
zu, so wird das gesagt. Über einen Reihenbruch hinweg wird nicht bewertet.
"""

from dataclasses import replace
from inspect import cleandoc

from mehrklang.assessment import STATE_RULE, Assessment, Operator, Target, assess
from mehrklang.catalogue import Direction
from mehrklang.indicators import Interval, IntervalMethod
from tests.factories.cubes import definition
from tests.factories.series import series
from tests.spec.notation import figure, number
from tests.spec.table import Row, table


def _assessed(row: Row) -> Assessment:
    """A target from 2020 to 2030 as the row says it, and the latest value in its year."""
    operator, bound = row["Ziel bis 2030"].split()
    act = number(row["Handlungsschwelle"]) if row.get("Handlungsschwelle") else None
    target = Target(number(row["2020"]), 2020, Operator(operator), number(bound), 2030, act=act)
    direction = Direction.HIGH_IS_GOOD if operator == "≥" else Direction.LOW_IS_GOOD
    values = series({"2020": figure(row["2020"]), row["Jahr"]: figure(row["Wert"])})
    return assess(definition(direction=direction), values, target=target)


def test_the_rule_of_the_handbook_is_the_one_that_is_printed() -> None:
    assert " ".join(STATE_RULE.split()) in " ".join(cleandoc(__doc__ or "").split())


@table(
    """
    | Ziel bis 2030 | 2020 | Jahr | Wert | Zielpfad | Weg    | Zustand              |
    |---------------|------|------|------|----------|--------|----------------------|
    | ≥ 12          | 8    | 2025 | 12   | 10       |        | Ziel erreicht        |
    | ≥ 12          | 8    | 2025 | 10   | 10       |        | auf Kurs             |
    | ≥ 12          | 8    | 2025 | 9,9  | 10       | 95,0 % | Abweichung           |
    | ≥ 12          | 8    | 2025 | 9    | 10       | 50,0 % | Abweichung           |
    | ≥ 12          | 8    | 2025 | 8,9  | 10       | 45,0 % | deutliche Abweichung |
    | ≥ 12          | 8    | 2025 | 7    | 10       |        | deutliche Abweichung |
    | ≤ 8           | 12   | 2025 | 7,5  | 10       |        | Ziel erreicht        |
    | ≤ 8           | 12   | 2025 | 10   | 10       |        | auf Kurs             |
    | ≤ 8           | 12   | 2025 | 10,5 | 10       | 75,0 % | Abweichung           |
    | ≤ 8           | 12   | 2025 | 11,5 | 10       | 25,0 % | deutliche Abweichung |
    """
)
def test_without_thresholds_half_of_the_way_decides(row: Row) -> None:
    """Ohne Handlungsschwelle entscheidet die Hälfte des Weges."""
    found = _assessed(row)
    assert found.state.label == row["Zustand"]
    assert found.path_value == number(row["Zielpfad"])
    assert row["Weg"].replace(" ", "\u00a0") in found.reason


@table(
    """
    | Ziel bis 2030 | Handlungsschwelle | 2020 | Jahr | Wert | Zustand              |
    |---------------|-------------------|------|------|------|----------------------|
    | ≥ 12          | 7                 | 8    | 2025 | 8,5  | Abweichung           |
    | ≥ 12          | 7                 | 8    | 2025 | 7    | Abweichung           |
    | ≥ 12          | 7                 | 8    | 2025 | 6,9  | deutliche Abweichung |
    | ≤ 8           | 13                | 12   | 2025 | 13   | Abweichung           |
    | ≤ 8           | 13                | 12   | 2025 | 13,1 | deutliche Abweichung |
    """
)
def test_a_threshold_for_action_takes_the_place_of_the_half(row: Row) -> None:
    """Mit Handlungsschwelle entscheidet sie."""
    assert _assessed(row).state.label == row["Zustand"]


@table(
    """
    | Ziel bis 2030 | 2020 | Jahr | Wert | Zustand              | Grund und Entscheidung |
    |---------------|------|------|------|----------------------|------------------------|
    | ≥ 12          | 8    | 2030 | 12   | Ziel erreicht        | nicht verlangt         |
    | ≥ 12          | 8    | 2030 | 11   | Abweichung           | verlangt               |
    | ≥ 12          | 8    | 2032 | 11   | Abweichung           | verlangt               |
    | ≥ 12          | 8    | 2032 | 9    | deutliche Abweichung | verlangt               |
    """
)
def test_after_the_target_year_a_reason_and_a_decision_are_asked_for(row: Row) -> None:
    """Wenn das Zieljahr verstrichen ist."""
    found = _assessed(row)
    assert found.state.label == row["Zustand"]
    asked = "Zieljahr verstrichen: Bitte den Grund festhalten und entscheiden" in found.reason
    assert asked == (row["Grund und Entscheidung"] == "verlangt")


@table(
    """
    | Ziel bis 2030 | 2020 | Wert 2025 | von  | bis  | Zustand    | möglich                                |
    |---------------|------|-----------|------|------|------------|----------------------------------------|
    | ≥ 12          | 8    | 10,5      | 10,1 | 10,9 | auf Kurs   | auf Kurs                               |
    | ≥ 12          | 8    | 10,5      | 9,4  | 11,6 | auf Kurs   | auf Kurs, Abweichung                   |
    | ≥ 12          | 8    | 10,5      | 8,5  | 12,5 | auf Kurs   | Ziel erreicht, auf Kurs, Abweichung, deutliche Abweichung |
    | ≤ 8           | 12   | 10,5      | 10,1 | 10,9 | Abweichung | Abweichung                             |
    """
)
def test_what_else_the_interval_allows_is_said(row: Row) -> None:
    """Wenn die Spannweite mehr als einen Stand zulässt."""
    operator, bound = row["Ziel bis 2030"].split()
    target = Target(number(row["2020"]), 2020, Operator(operator), number(bound), 2030)
    interval = Interval(number(row["von"]), number(row["bis"]), IntervalMethod.WILSON)
    direction = Direction.HIGH_IS_GOOD if operator == "≥" else Direction.LOW_IS_GOOD
    plain = series({"2020": row["2020"], "2025": str(number(row["Wert 2025"]))})
    latest = replace(plain.values[-1], interval=interval)
    found = assess(definition(direction=direction), replace(plain, values=(plain.values[0], latest)), target=target)
    assert found.state.label == row["Zustand"]
    assert ", ".join(state.label for state in found.possible) == row["möglich"]
    assert found.firm == ("Nicht belastbar" not in found.reason)
