"""Signale.

Geprüft wird der neueste Wert jeder Reihe gegen den Abschnitt seit dem letzten Reihenbruch, ab 5 Jahreswerten.
Niveausprung: Er liegt außerhalb dessen, was die früheren Werte erwarten lassen (ab 6 früheren Werten deren gerade
Linie, sonst ihr Niveau; Zufallsschwankung der Fallzahlen und zusätzliche Streuung eingerechnet). Schleichende
Veränderung: Abweichungen in eine Richtung summieren sich (CUSUM) und fallen damit erstmals auf; die Streuung gilt dabei
nie als kleiner, als die Fallzahlen erwarten lassen. Die Grenzen sind so gewählt, dass in einer Ausgabe insgesamt
höchstens ein Signal ohne Anlass zu erwarten ist. Ein Signal ist ein Anlass nachzusehen, keine Bewertung.
"""

from decimal import Decimal
from inspect import cleandoc

from mehrklang.assessment.warning import WARNING_RULE, Limit, Watched, watch
from mehrklang.indicators import compute
from tests.factories.cubes import GOSLAR, binding, cube, definition, key
from tests.spec.table import Row, table


def test_the_rule_of_the_handbook_is_the_one_that_is_printed() -> None:
    assert " ".join(WARNING_RULE.split()) in " ".join(cleandoc(__doc__ or "").split())


@table(
    """
    | Fälle je Jahr, ältestes zuerst       | von je | Reihen in der Ausgabe | Signal                  |
    |--------------------------------------|--------|-----------------------|-------------------------|
    | 200 205 198 203 199 201 202 204      | 1000   | 1                     |                         |
    | 200 205 198 203 199 201 202 290      | 1000   | 1                     | Niveausprung            |
    | 200 205 198 203 199 201 202 290      | 1000   | 100                   | Niveausprung            |
    | 200 205 198 203 199 201 202 262      | 1000   | 1                     | Niveausprung            |
    | 200 205 198 203 199 201 202 262      | 1000   | 1000                  |                         |
    | 20 21 19 20 20 20 20 29              | 100    | 100                   |                         |
    | 20 21 19 20 20 24 25                 | 60     | 1                     |                          |
    | 20 21 19 20 20 20 27 29 31           | 60     | 1                     | schleichende Veränderung |
    | 20 21 19 20 20 20 27 29 31 32        | 60     | 1                     |                          |
    | 200 205 290                          | 1000   | 1                     |                         |
    """
)
def test_what_gives_a_signal(row: Row) -> None:
    """Wann eine Reihe auffällt.

    Je mehr Reihen eine Ausgabe hat, desto größer muss eine Abweichung sein; bei kleinen Fallzahlen ebenso.
    """
    cells = {}
    for at, cases in enumerate(row["Fälle je Jahr, ältestes zuerst"].split()):
        cells[key("a", str(2012 + at))] = int(cases)
        cells[key("b", str(2012 + at))] = int(row["von je"])
    (one,) = compute(definition(), binding("a", "b"), {"amt": cube(cells)}, area=GOSLAR)
    alarms = 1 / int(row["Reihen in der Ausgabe"])  # of one among so many
    found = watch([Watched(definition(), one)], limit=Limit(Decimal(str(alarms))))
    assert ", ".join(signal.kind.label for signal in found) == row["Signal"]
