"""Was ein Reihenbruch trennt.

In allen Beispielen gilt: Reihenbruch 2022 heißt, dass die Werte ab 2022 mit denen davor nicht vergleichbar sind.
"""

from decimal import Decimal

from mehrklang.assessment import Operator, Target, assess, trend
from mehrklang.catalogue import Break, BreakKind, Derivation, IndicatorKind
from mehrklang.indicators import derive
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_exact
from tests.factories.cubes import GOSLAR, definition
from tests.spec.notation import by_year, shown
from tests.spec.table import Row, table


def _breaks(row: Row) -> tuple[Break, ...]:
    """The break of the row: "2022", or "2022 anderswo" for one that holds for another area only."""
    if not row["Bruch"]:
        return ()
    year, _, elsewhere = row["Bruch"].partition(" ")
    return (Break(int(year), BreakKind.EXTRAPOLATION, "Zensus 2022", "Amt", ("99",) if elsewhere else (GOSLAR,)),)


@table(
    """
    | Bruch         | 2020 | 2021 | 2022 | 2023 | Veränderung 2021 | Veränderung 2022 | Veränderung 2023 |
    |---------------|------|------|------|------|------------------|------------------|------------------|
    |               | 4    | 5    | 9    | 10   | 1                | 4                | 1                |
    | 2022          | 4    | 5    | 9    | 10   | 1                | x                | 1                |
    | 2022 anderswo | 4    | 5    | 9    | 10   | 1                | 4                | 1                |
    """
)
def test_no_change_is_computed_across_a_break(row: Row) -> None:
    """Veränderung gegenüber dem Vorjahr."""
    change = definition(IndicatorKind.CHANGE, Unit.PERCENTAGE_POINTS, derivation=Derivation("anteil", "alle", years=1))
    (found,) = derive(change, [by_year(row)], breaks=_breaks(row))
    changes = {value.period.key: shown(value.figure) for value in found.values}
    assert changes == {year: row[f"Veränderung {year}"] for year in ("2021", "2022", "2023")}


@table(
    """
    | Bruch         | 2019 | 2020 | 2021 | 2022 | 2023 | 2024 | 2025 | 2026 | Trend                        | Steigung   | Werte |
    |---------------|------|------|------|------|------|------|------|------|------------------------------|------------|-------|
    |               | 90   | 80   | 70   | 10   | 11   | 12   | 13   | 14   | keine belastbare Veränderung | −10,928571 | 8     |
    | 2022          | 90   | 80   | 70   | 10   | 11   | 12   | 13   | 14   | steigend                     | 1          | 5     |
    | 2023          | 90   | 80   | 70   | 10   | 11   | 12   | 13   | 14   | nicht bewertbar              |            | 4     |
    | 2022 anderswo | 90   | 80   | 70   | 10   | 11   | 12   | 13   | 14   | keine belastbare Veränderung | −10,928571 | 8     |
    """
)
def test_a_trend_begins_after_the_last_break(row: Row) -> None:
    """Trend."""
    found = trend(definition(), by_year(row), breaks=_breaks(row))
    assert (found.movement.label, str(found.points)) == (row["Trend"], row["Werte"])
    assert ("" if found.slope is None else format_exact(found.slope)) == row["Steigung"]


@table(
    """
    | Bruch         | Ziel ab 2020 | 2020 | 2021 | 2025 | Zustand         |
    |---------------|--------------|------|------|------|-----------------|
    |               | ≥ 12         | 8    | 8,5  | 12   | Ziel erreicht   |
    | 2020          | ≥ 12         | 8    | 8,5  | 12   | Ziel erreicht   |
    | 2022          | ≥ 12         | 8    | 8,5  | 12   | nicht bewertbar |
    | 2026          | ≥ 12         | 8    | 8,5  | 12   | Ziel erreicht   |
    | 2022 anderswo | ≥ 12         | 8    | 8,5  | 12   | Ziel erreicht   |
    """
)
def test_a_break_between_base_year_and_latest_value_forbids_the_assessment(row: Row) -> None:
    """Bewertung gegenüber dem Ziel.

    Liegt der Bruch zwischen Basisjahr und neuestem Wert, so ist das Ziel mit einem vergleichbaren Ausgangswert neu zu
    vereinbaren.
    """
    target = Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030)
    found = assess(definition(), by_year(row), target=target, breaks=_breaks(row))
    assert found.state.label == row["Zustand"]
