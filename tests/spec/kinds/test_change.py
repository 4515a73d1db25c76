"""Veränderung.

Anzahlen und Preise verändern sich in Prozent: 100 · (später − früher) : früher. Alles andere, vor allem Prozentwerte,
verändert sich um einen Unterschied: später − früher, bei Prozentwerten in Prozentpunkten. Über einen Reihenbruch hinweg
wird keine Veränderung gerechnet.
"""

from mehrklang.indicators.change import change
from mehrklang.indicators.part import Part
from tests.spec.notation import UNITS, figure, shown, why
from tests.spec.table import Row, table


@table(
    """
    | Einheit           | früher | später | Veränderung | in                     | Rechnung               |
    |-------------------|--------|--------|-------------|------------------------|------------------------|
    | Anzahl            | 96     | 120    | 25          | Veränderung in Prozent | 100 · (120 − 96) : 96  |
    | Anzahl            | 120    | 96     | −20         | Veränderung in Prozent | 100 · (96 − 120) : 120 |
    | Anzahl in Tausend | 8      | 10     | 25          | Veränderung in Prozent | 100 · (10 − 8) : 8     |
    | €/m²              | 8      | 10     | 25          | Veränderung in Prozent | 100 · (10 − 8) : 8     |
    | Prozent           | 9,5    | 12     | 2,5         | Prozentpunkte          | 12 − 9,5               |
    | Jahre             | 43,5   | 43,1   | −0,4        | Jahre                  | 43,1 − 43,5            |
    | Prozent           | .      | 12     | .           | Prozentpunkte          | 12 − .                 |
    """
)
def test_counts_change_in_per_cent_and_percentages_by_points(row: Row) -> None:
    """Rechnung."""
    unit = UNITS[row["Einheit"]]
    found = change(Part(figure(row["später"]), unit), Part(figure(row["früher"]), unit))
    assert (shown(found.figure), found.formula) == (row["Veränderung"], row["Rechnung"])
    assert unit.of_change.description == row["in"]


@table(
    """
    | Einheit | früher | später | Veränderung | Grund                                               |
    |---------|--------|--------|-------------|-----------------------------------------------------|
    | Anzahl  | –      | 5      | x           | Keine Angabe möglich: Die Bezugsgröße ist null.     |
    | Anzahl  | −10    | 5      | x           | Keine Angabe sinnvoll: Die Bezugsgröße ist negativ. |
    | Prozent | –      | 5      | 5           |                                                     |
    """
)
def test_from_nothing_there_is_no_change_in_per_cent(row: Row) -> None:
    """Veränderung gegenüber nichts."""
    unit = UNITS[row["Einheit"]]
    found = change(Part(figure(row["später"]), unit), Part(figure(row["früher"]), unit)).figure
    assert (shown(found), why(found)) == (row["Veränderung"], row["Grund"])
