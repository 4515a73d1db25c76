"""Mindestfallzahl.

Eine Fallzahl n wird gesperrt, wenn 0 < n < k; k ist die Mindestfallzahl des Regelsatzes. k = 0 schaltet die Regel aus.
"""

from mehrklang.disclosure import protect
from mehrklang.vocabulary import Material
from tests.factories.cubes import key, raw, rules
from tests.spec.notation import UNITS, figure, number, shown, why
from tests.spec.table import Row, table


def _protected(row: Row, *, material: Material = Material.ADDITIVE, zero_is_public: bool = True) -> tuple[str, str]:
    """What is shown of a single count, and why."""
    cell = key("personen", "2024", unit=UNITS[row.get("Einheit", "Anzahl")])
    minimum = int(number(row["Mindestfallzahl"]))
    cube = protect(
        raw({cell: figure(row["Fallzahl"])}, material=material), rules(minimum, zero_is_public=zero_is_public)
    )
    found = cube.cell(cell).figure
    return shown(found), why(found)


@table(
    """
    | Mindestfallzahl | Fallzahl | Einheit           | gezeigt | Grund                                                                                          |
    |-----------------|----------|-------------------|---------|------------------------------------------------------------------------------------------------|
    | 3               | 1        | Anzahl            | .       | Gesperrt zum Schutz einzelner Personen: Aus der Zahl ließe sich auf wenige Personen schließen. |
    | 3               | 2        | Anzahl            | .       | Gesperrt zum Schutz einzelner Personen: Aus der Zahl ließe sich auf wenige Personen schließen. |
    | 3               | 3        | Anzahl            | 3       |                                                                                                |
    | 5               | 4        | Anzahl            | .       | Gesperrt zum Schutz einzelner Personen: Aus der Zahl ließe sich auf wenige Personen schließen. |
    | 5               | 5        | Anzahl            | 5       |                                                                                                |
    | 5               | 0,004    | Anzahl in Tausend | .       | Gesperrt zum Schutz einzelner Personen: Aus der Zahl ließe sich auf wenige Personen schließen. |
    | 0               | 1        | Anzahl            | 1       |                                                                                                |
    """
)
def test_counts_below_the_minimum_are_suppressed(row: Row) -> None:
    """Kleine Fallzahlen.

    Bei Angaben in Tausend zählt die Zahl der Personen.
    """
    assert _protected(row) == (row["gezeigt"], row["Grund"])


@table(
    """
    | Mindestfallzahl | Fallzahl | Nullen          | gezeigt | Grund                                                                                          |
    |-----------------|----------|-----------------|---------|------------------------------------------------------------------------------------------------|
    | 3               | –        | dürfen heraus   | 0       |                                                                                                |
    | 3               | –        | werden gesperrt | .       | Gesperrt zum Schutz einzelner Personen: Aus der Zahl ließe sich auf wenige Personen schließen. |
    """
)
def test_zeros_are_shown_unless_the_rules_say_otherwise(row: Row) -> None:
    """Nullen.

    Ob Nullen gezeigt werden dürfen, sagt der Regelsatz.
    """
    assert _protected(row, zero_is_public=row["Nullen"] == "dürfen heraus") == (row["gezeigt"], row["Grund"])


@table(
    """
    | Mindestfallzahl | Fallzahl | gezeigt                    |
    |-----------------|----------|----------------------------|
    | 5               | 1        | 1                          |
    | 5               | (3)      | (3)                        |
    | 5               | .        | .                          |
    """
)
def test_published_figures_are_not_protected_twice(row: Row) -> None:
    """Veröffentlichte Statistik.

    Sie behält Zahl und Zeichen ihrer Herausgeberin.
    """
    assert _protected(row, material=Material.PUBLISHED)[0] == row["gezeigt"]
