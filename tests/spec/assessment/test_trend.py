"""Trend.

Betrachtet wird nur der Abschnitt seit dem letzten Reihenbruch, mit einem Wert je Jahr. Nötig sind mindestens 5 Werte;
höchstens ein Drittel der Angaben darf gesperrt sein oder fehlen. Steigung: Median der Steigungen zwischen allen Paaren
von Jahren (Theil-Sen). „Steigend“ oder „fallend“ heißt: Würde man dieselben Werte zufällig auf die Jahre verteilen, so
wäre der Verlauf in höchstens 10 von 100 Fällen so einheitlich (Mann-Kendall-Test, exakt, zweiseitig, gleiche Werte
berücksichtigt), und die Steigung hat dasselbe Vorzeichen. Der Test setzt voneinander unabhängige Jahreswerte voraus;
bei langsam veränderlichen Beständen gilt das nur näherungsweise.
"""

from inspect import cleandoc

from mehrklang.assessment import TREND_RULE, trend
from mehrklang.assessment.mann_kendall import probability, steadiness
from mehrklang.catalogue import Direction
from mehrklang.vocabulary.german import format_exact
from tests.factories.cubes import definition
from tests.spec.notation import by_year, number
from tests.spec.table import Row, table


def test_the_rule_of_the_handbook_is_the_one_that_is_printed() -> None:
    assert " ".join(TREND_RULE.split()) in " ".join(cleandoc(__doc__ or "").split())


@table(
    """
    | 2019 | 2020 | 2021 | 2022 | 2023 | 2024 | Trend                        | Steigung je Jahr |
    |------|------|------|------|------|------|------------------------------|------------------|
    | 3    | 4    | 5    | 6    | 7    | 8    | steigend                     | 1                |
    | 8    | 7    | 6    | 5    | 4    | 3    | fallend                      | −1               |
    | 3    | 4    | 5    | 90   | 7    | 8    | steigend                     | 1                |
    | 3    | 1    | 4    | 1    | 5    | 2    | keine belastbare Veränderung | 0,25             |
    | 5    | 5    | 5    | 5    | 5    | 5    | keine belastbare Veränderung | 0                |
    | 3    | 4    | 5    | .    | 7    | 8    | steigend                     | 1                |
    | 3    | 4    |      | 6    | 7    | 8    | steigend                     | 1                |
    | 3    | (4)  | 5    | 6    | 7    | (8)  | steigend                     | 1                |
    |      |      | 5    | 6    | 7    | 8    | nicht bewertbar              |                  |
    | 3    | 4    | .    | .    | 7    | 8    | nicht bewertbar              |                  |
    """
)
def test_a_trend_needs_enough_points_and_a_steady_course(row: Row) -> None:
    """Reihen und ihr Trend.

    Ein einzelner Ausreißer ändert die Steigung kaum. Jahre ohne Wert und Werte in Klammern werden gezählt und beim
    Trend genannt.
    """
    found = trend(definition(), by_year(row))
    assert found.movement.label == row["Trend"]
    assert ("" if found.slope is None else format_exact(found.slope)) == row["Steigung je Jahr"]


@table(
    """
    | Werte in der Reihenfolge der Jahre | steigende − fallende Paare | so einheitlich von 100 Reihenfolgen |
    |------------------------------------|----------------------------|-------------------------------------|
    | 1 2 3 4 5                          | 10                         | 1,666667                            |
    | 1 2 3 5 4                          | 8                          | 8,333333                            |
    | 1 3 2 5 4                          | 6                          | 23,333333                           |
    | 5 4 3 2 1                          | −10                        | 1,666667                            |
    | 1 1 2 2 3                          | 8                          | 6,666667                            |
    | 4 4 4 4 4                          | 0                          | 100                                 |
    """
)
def test_the_chance_is_counted_over_all_orders(row: Row) -> None:
    """Wie einheitlich ist einheitlich?

    Die fünf Werte 1 bis 5 lassen sich auf 120 Arten anordnen. Nur zwei davon sind so einheitlich wie 1 2 3 4 5 (diese
    und 5 4 3 2 1): 2 : 120 = 1,67 von 100. Gezählt wird genau, nicht angenähert.
    """
    values = [number(each) for each in row["Werte in der Reihenfolge der Jahre"].split()]
    assert format_exact(number(row["steigende − fallende Paare"])) == format_exact(number(str(steadiness(values))))
    share = 100 * probability(values)
    rounded = format_exact(number(str(share.numerator)) / number(str(share.denominator)))
    assert rounded == row["so einheitlich von 100 Reihenfolgen"]


_WELCOME = {True: "willkommen", False: "nicht willkommen", None: "–"}
_DIRECTIONS = {"hoch": Direction.HIGH_IS_GOOD, "niedrig": Direction.LOW_IS_GOOD, "Kontext": Direction.CONTEXT}


@table(
    """
    | erwünscht | 2020 | 2021 | 2022 | 2023 | 2024 | Trend                        | Bewertung        |
    |-----------|------|------|------|------|------|------------------------------|------------------|
    | hoch      | 3    | 4    | 5    | 6    | 7    | steigend                     | willkommen       |
    | niedrig   | 3    | 4    | 5    | 6    | 7    | steigend                     | nicht willkommen |
    | niedrig   | 7    | 6    | 5    | 4    | 3    | fallend                      | willkommen       |
    | Kontext   | 3    | 4    | 5    | 6    | 7    | steigend                     | –                |
    | hoch      | 3    | 5    | 4    | 7    | 6    | keine belastbare Veränderung | –                |
    """
)
def test_a_movement_is_judged_only_with_a_direction(row: Row) -> None:
    """Trend und Richtung."""
    found = trend(definition(direction=_DIRECTIONS[row["erwünscht"]]), by_year(row))
    assert (found.movement.label, _WELCOME[found.welcome]) == (row["Trend"], row["Bewertung"])


@table(
    """
    | 2020 | 2021 | 2022 | 2023 | 2024 | 2025 | Steigung | von   | bis  | Trend                        |
    |------|------|------|------|------|------|----------|-------|------|------------------------------|
    | 3    | 4    | 5    | 6    | 7    | 8    | 1        | 1     | 1    | steigend                     |
    | 3    | 4    | 5    | 6    | 7    | 20   | 1        | 1     | 5    | steigend                     |
    | 3    | 1    | 4    | 2    | 5    | 3    | 0,5      | −2    | 1,333333 | keine belastbare Veränderung |
    """
)
def test_the_slope_has_limits(row: Row) -> None:
    """Spannweite der Steigung.

    Alle Steigungen, denen der Test nicht widerspricht (90 von 100). Schließt die Spannweite die Null ein, ist keine
    Veränderung belastbar.
    """
    found = trend(definition(), by_year({head: row[head] for head in row if head.isdigit()}))
    assert found.movement.label == row["Trend"]
    assert found.slope is not None
    assert found.interval is not None
    limits = (found.slope, found.interval.lower, found.interval.upper)
    assert [format_exact(each) for each in limits] == [row["Steigung"], row["von"], row["bis"]]
