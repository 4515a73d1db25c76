"""Rundung.

Statt zu sperren, kann ein Regelsatz Anzahlen auf Vielfache einer Basis b (3, 5 oder 10) runden. Jede Zahl wird nur einmal
gerundet; was eine Herausgeberin veröffentlicht hat, bleibt, wie es ist. Eine gerundete 0 heißt: null oder weniger als b.
"""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from mehrklang.catalogue import Rounding, RoundingKind, RuleSet
from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.bounds import slack
from mehrklang.disclosure.rounding import rounded_cube
from mehrklang.disclosure.rounding.random import up_or_down
from mehrklang.indicators.uncertainty.rounding import Bounds
from mehrklang.vocabulary.german import format_exact
from tests.factories.cubes import key, raw, rules
from tests.spec.notation import number
from tests.spec.table import Row, table


def _rules(base: str, kind: RoundingKind) -> RuleSet:
    return replace(rules(3), rounding=Rounding(int(base), kind))


@table(
    """
    | Basis | Anzahl | gezeigt |
    |-------|--------|---------|
    | 5     | 0      | 0       |
    | 5     | 2      | 0       |
    | 5     | 3      | 5       |
    | 5     | 1.237  | 1.235   |
    | 3     | 1      | 0       |
    | 3     | 2      | 3       |
    | 10    | 25     | 30      |
    """
)
def test_deterministic(row: Row) -> None:
    """Deterministische Rundung.

    Jede Zahl für sich zum nächsten Vielfachen, genau in der Mitte nach oben: b · ⌊n / b + ½⌋. Summen gerundeter Teile können
    von der gerundeten Summe abweichen. Quelle: Hundepool u. a., Statistical Disclosure Control (2012), 5.4.
    """
    cell = key("personen", "2024")
    found = rounded_cube(raw({cell: int(number(row["Anzahl"]))}), _rules(row["Basis"], RoundingKind.DETERMINISTIC))
    assert found.cell(cell).figure.number == number(row["gezeigt"])


@table(
    """
    | Basis | Anzahl | darunter | darüber | Wahrscheinlichkeit für darüber | Mittel |
    |-------|--------|----------|---------|--------------------------------|--------|
    | 3     | 6      | 6        | 6       | 0                              | 6      |
    | 3     | 7      | 6        | 9       | 1/3                            | 7      |
    | 3     | 8      | 6        | 9       | 2/3                            | 8      |
    | 5     | 1      | 0        | 5       | 1/5                            | 1      |
    """
)
def test_random(row: Row) -> None:
    """Zufällige Rundung.

    Auf das Vielfache darüber mit der Wahrscheinlichkeit r / b (r: Rest bei Teilung durch b), sonst auf das darunter; im Mittel
    ohne Verzerrung. Der Zufall ist eine geheime Prüfsumme dessen, wofür das Fach steht: Dasselbe Fach wird überall und immer
    gleich gerundet. Quelle: Fellegi (1975).
    """
    base, count = int(row["Basis"]), number(row["Anzahl"])
    chance = Fraction(row["Wahrscheinlichkeit für darüber"])
    found = [up_or_down(count, base, Fraction(step, 60)) for step in range(60)]
    assert set(found) <= {number(row["darunter"]), number(row["darüber"])}
    assert sum(each > count for each in found) == 60 * chance
    assert sum(found) / 60 == number(row["Mittel"])


@table(
    """
    | Basis | A | B | C | Summe | gezeigt A | gezeigt B | gezeigt C | gezeigte Summe |
    |-------|---|---|---|-------|-----------|-----------|-----------|----------------|
    | 3     | 4 | 2 | 6 | 12    | 3         | 3         | 6         | 12             |
    | 3     | 1 | 5 | 3 | 9     | 0         | 6         | 3         | 9              |
    | 5     | 9 | 6 | 5 | 20    | 10        | 5         | 5         | 20             |
    """
)
def test_controlled(row: Row) -> None:
    """Kontrollierte Rundung.

    Jede Zahl zu einem der beiden benachbarten Vielfachen, so dass alle Summen aufgehen und die Abweichung zusammen am
    kleinsten ist. Vielfache bleiben. Zweidimensionale Tabellen lassen sich immer so runden, stärker verknüpfte nicht immer;
    dann wird nichts ausgegeben. Quelle: Cox und Ernst (1982).
    """
    names = ("A", "B", "C")
    parts = {name: key("personen", "2024", area=name) for name in names}
    total = key("personen", "2024", area="summe")
    cells = {parts[name]: int(row[name]) for name in names} | {total: int(row["Summe"])}
    cube = raw(cells, Relation(total, tuple(parts.values())))
    found = rounded_cube(cube, _rules(row["Basis"], RoundingKind.CONTROLLED))
    assert [found.cell(parts[name]).figure.number for name in names] == [
        number(row[f"gezeigt {name}"]) for name in names
    ]
    assert found.cell(total).figure.number == number(row["gezeigte Summe"])


@table(
    """
    | Rundung        | Basis | Zähler | Nenner | Spielraum | Anteil von | Anteil bis |
    |----------------|-------|--------|--------|-----------|------------|------------|
    | deterministisch | 5     | 85     | 170    | 2         | 48,255814  | 51,785714  |
    | deterministisch | 5     | 0      | 50     | 2         | 0          | 4,166667   |
    | zufaellig       | 3     | 30     | 60     | 2         | 45,16129   | 55,172414  |
    | kontrolliert    | 3     | 30     | 60     | 2         | 45,16129   | 55,172414  |
    """
)
def test_shares(row: Row) -> None:
    """Was Rundung für Anteile und Abstände heißt.

    Eine gezeigte Zahl liegt höchstens ⌊b/2⌋ (deterministisch) oder b − 1 Personen neben der wahren. Daraus folgt die Spanne
    eines Anteils: (Zähler − s) : (Nenner + s) bis (Zähler + s) : (Nenner − s), nicht unter 0. Die Spanne eines Abstands reicht vom
    kleinsten Unterschied der Spannen bis zum größten.
    """
    width = slack(_rules(row["Basis"], RoundingKind(row["Rundung"])))
    assert width == number(row["Spielraum"])
    numerator, denominator = (Bounds.around(number(row[name]), width) for name in ("Zähler", "Nenner"))
    bounds = numerator.over(denominator, times=100)
    assert bounds is not None
    shown = tuple(format_exact(Decimal(each)) for each in (bounds.lower, bounds.upper))
    assert shown == (row["Anteil von"], row["Anteil bis"])
