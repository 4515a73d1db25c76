"""Status und Dynamik.

Jedes Gebiet wird mit dem Wert der Stadt verglichen, gemessen in Standardabweichungen zwischen den Gebieten (gewichtet mit
der Bevölkerung). Status: mehr als 1 auf der günstigen Seite „günstiger“, bis 1 „im Bereich der Stadt“, über 1 bis 1,5 auf
der ungünstigen Seite „ungünstiger“, darüber „deutlich ungünstiger“. Dynamik: ebenso mit der Veränderung, drei Klassen mit
Grenzen bei 1. Gebiete unter 300 Einwohnerinnen und Einwohnern werden nicht eingeordnet, ebenso keine Stadt mit weniger
als 5 Gebieten. Die Einordnung beschreibt Lebensumstände in Gebieten; sie ist keine Rangfolge.
"""

from decimal import Decimal
from inspect import cleandoc

from mehrklang.assessment.small_areas import POSITION_RULE, Place, positions
from mehrklang.catalogue import Direction
from tests.spec.notation import figure, number
from tests.spec.table import Row, table


def test_the_rule_of_the_handbook_is_the_one_that_is_printed() -> None:
    assert " ".join(POSITION_RULE.split()) in " ".join(cleandoc(__doc__ or "").split())


_OTHERS = [Place(str(at), Decimal(1000), figure(str(20 + at)), figure(str(18 + at))) for at in (-4, -2, 2, 4)]
_CITY = Place("stadt", Decimal(5000), figure("20"), figure("18"))


@table(
    """
    | erwünscht | Einwohner | Wert früher | Wert heute | Status                             | Dynamik                                |
    |-----------|-----------|-------------|------------|------------------------------------|----------------------------------------|
    | hoch      | 1.000     | 18          | 20         | im Bereich der Stadt               | Entwicklung wie die Stadt              |
    | hoch      | 1.000     | 18          | 28         | günstiger als die Stadt            | günstigere Entwicklung als die Stadt   |
    | hoch      | 1.000     | 13          | 15         | ungünstiger als die Stadt          | Entwicklung wie die Stadt              |
    | hoch      | 1.000     | 18          | 12         | deutlich ungünstiger als die Stadt | ungünstigere Entwicklung als die Stadt |
    | niedrig   | 1.000     | 18          | 28         | deutlich ungünstiger als die Stadt | ungünstigere Entwicklung als die Stadt |
    | Kontext   | 1.000     | 18          | 28         |                                    |                                        |
    | hoch      | 250       | 18          | 28         |                                    |                                        |
    | hoch      | 1.000     | 18          | .          |                                    |                                        |
    | hoch      | 1.000     | .           | 28         | günstiger als die Stadt            |                                        |
    """
)
def test_an_area_against_its_city(row: Row) -> None:
    """Ein Gebiet neben vier anderen mit 16, 18, 22 und 24; die Stadt steigt von 18 auf 20."""
    direction = {"hoch": Direction.HIGH_IS_GOOD, "niedrig": Direction.LOW_IS_GOOD, "Kontext": Direction.CONTEXT}
    place = Place("hier", number(row["Einwohner"]), figure(row["Wert heute"]), figure(row["Wert früher"]))
    found = positions([place, *_OTHERS], _CITY, direction[row["erwünscht"]])[0]
    assert (found.status.label if found.status else "") == row["Status"]
    assert (found.dynamics.label if found.dynamics else "") == row["Dynamik"]
    assert bool(found.reason) == (found.status is None)
