"""Vorschläge.

Vorgeschlagen wird ein Reihenbruch, wo eine Reihe ab einem Jahr auf einem anderen Niveau weiterläuft (Gerade mit Stufe,
kleinste Quadrate) und die Stufe größer ist, als es der Zufall in 2 von 100 Reihen erwarten lässt; ab sechs Jahreswerten
zwischen zwei bekannten Brüchen, mit mindestens zwei Werten davor und danach. Ein Vorschlag ändert nichts: Erst wenn
jemand ihn mit einem Beleg bestätigt, wird die Linie getrennt.
"""

from inspect import cleandoc

from mehrklang.assessment.breaks import PROPOSAL_RULE, level_shifts
from tests.factories.cubes import definition
from tests.factories.series import series
from tests.spec.table import Row, table


def test_the_rule_of_the_handbook_is_the_one_that_is_printed() -> None:
    assert " ".join(PROPOSAL_RULE.split()) in " ".join(cleandoc(__doc__ or "").split())


@table(
    """
    | Werte 2015, 2016, …                     | Vorschlag | Anlass                              |
    |-----------------------------------------|-----------|-------------------------------------|
    | 50,0 50,2 50,1 58,0 58,3 58,2 58,4      | 2018      | anderes Niveau                      |
    | 50,0 50,2 50,1 58,0 50,3 50,2 50,4      |           | Ausreißer, der zurückkehrt          |
    | 10 11 12 13 14 15 16 17                 |           | gleichmäßiger Anstieg               |
    | 50,0 50,2 50,1 50,3 50,2 60,0           |           | der neueste Wert allein sagt nichts |
    | 50,0 50,2 60,1 60,3 60,2                |           | zu wenige Werte                     |
    """
)
def test_what_is_proposed(row: Row) -> None:
    """Wann ein Reihenbruch vorgeschlagen wird."""
    values = row["Werte 2015, 2016, …"].replace(",", ".").split()
    found = level_shifts(definition(), [series({str(2015 + at): value for at, value in enumerate(values)})])
    assert [str(each.first_year) for each in found] == row["Vorschlag"].split()
