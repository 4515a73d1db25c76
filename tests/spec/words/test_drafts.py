"""Entwürfe."""

from mehrklang.assessment import assess
from mehrklang.assessment.words import Subject, draft
from mehrklang.catalogue import Direction
from tests.factories.cubes import definition
from tests.spec.notation import by_year
from tests.spec.table import Row, table

_DIRECTIONS = {"hoch": Direction.HIGH_IS_GOOD, "niedrig": Direction.LOW_IS_GOOD, "Kontext": Direction.CONTEXT}


@table(
    """
    | erwünscht | 2020 | 2021 | 2022 | 2023 | 2024 | Satz zur Entwicklung                                                                                                              |
    |-----------|------|------|------|------|------|-----------------------------------------------------------------------------------------------------------------------------------|
    | hoch      | 3    | 4    | 5    | 6    | 7    | Von 2020 bis 2024 ist der Wert im Mittel um 1,00 Prozentpunkte je Jahr gestiegen; das ist die gewünschte Richtung.                |
    | niedrig   | 3    | 4    | 5    | 6    | 7    | Von 2020 bis 2024 ist der Wert im Mittel um 1,00 Prozentpunkte je Jahr gestiegen; gewünscht ist die andere Richtung.              |
    | Kontext   | 7    | 6    | 5    | 4    | 3    | Von 2020 bis 2024 ist der Wert im Mittel um 1,00 Prozentpunkte je Jahr gesunken.                                                  |
    | hoch      | 3    | 5    | 3    | 5    | 3    | Von 2020 bis 2024 ist keine belastbare Veränderung zu erkennen.                                                                   |
    | hoch      |      |      |      | 6    | 7    | Zur Entwicklung ist keine Aussage möglich. Zu wenige Werte: 2 von mindestens 5.                                                   |
    """
)
def test_development_in_words(row: Row) -> None:
    """Entwicklung."""
    about = definition(direction=_DIRECTIONS[row["erwünscht"]])
    found = draft(Subject(about, "", "Goslar"), assess(about, by_year(row), target=None))
    assert found.sentences[1].replace("\u00a0", " ") == row["Satz zur Entwicklung"]
