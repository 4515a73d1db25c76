"""Repräsentanz und Reichweite.

Repräsentanz: Anteil der Gruppe in X : Anteil der Gruppe an denen, die dort sein könnten; 1 heißt gleich. Reichweite:
100 · erreichte Personen : Berechtigte. Teilnahmen sind keine Personen; sie ergeben eine Zahl je 100 Berechtigte.
"""

from mehrklang.indicators.composition import coverage, representation
from mehrklang.indicators.part import Part
from tests.spec.notation import figure, shown
from tests.spec.table import Row, table


@table(
    """
    | Gruppe im Rat | Rat | Gruppe | Bevölkerung | Repräsentanz |
    |---------------|-----|--------|-------------|--------------|
    | 3             | 40  | 250    | 1.000       | 0,3          |
    | 10            | 40  | 250    | 1.000       | 1            |
    | –             | 40  | 250    | 1.000       | 0            |
    | 3             | 40  | .      | 1.000       | .            |
    """
)
def test_representation_is_a_ratio_of_shares(row: Row) -> None:
    """Repräsentanz."""
    parts = [Part(figure(row[name])) for name in ("Gruppe im Rat", "Rat", "Gruppe", "Bevölkerung")]
    assert shown(representation(*parts).figure) == row["Repräsentanz"]


@table(
    """
    | gezählt     | erreicht | Berechtigte | je 100 | Hinweis                      |
    |-------------|----------|-------------|--------|------------------------------|
    | Personen    | 180      | 1.200       | 15     |                              |
    | Teilnahmen  | 180      | 1.200       | 15     | Teilnahmen, nicht Personen   |
    | Teilnahmen  | 1.800    | 1.200       | 150    | Teilnahmen, nicht Personen   |
    """
)
def test_visits_are_not_persons(row: Row) -> None:
    """Reichweite."""
    reached, eligible = Part(figure(row["erreicht"])), Part(figure(row["Berechtigte"]))
    found = coverage(reached, eligible, persons=row["gezählt"] == "Personen")
    assert shown(found.figure) == row["je 100"]
    assert row["Hinweis"] in " ".join(found.notes)
    assert bool(found.notes) == bool(row["Hinweis"])
