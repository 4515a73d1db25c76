"""Rate.

Rate = k · Zähler : Nenner, je k (100, 1.000, …). Anders als beim Anteil muss der Zähler kein Teil des Nenners sein.
"""

from mehrklang.indicators.part import Part
from mehrklang.indicators.rate import rate
from tests.spec.notation import figure, number, shown
from tests.spec.table import Row, table


@table(
    """
    | Zähler | Nenner | je    | Rate     | Rechnung             |
    |--------|--------|-------|----------|----------------------|
    | 659    | 17.035 | 100   | 3,868506 | 100 · 659 : 17.035   |
    | 659    | 17.035 | 1.000 | 38,68506 | 1.000 · 659 : 17.035 |
    | –      | 17.035 | 100   | 0        | 100 · 0 : 17.035     |
    | (12)   | 400    | 100   | (3)      | 100 · (12) : 400     |
    | .      | 400    | 100   | .        | 100 · . : 400        |
    """
)
def test_a_rate_relates_events_to_those_to_whom_they_can_happen(row: Row) -> None:
    """Rechnung.

    Die erste Zeile: Einbürgerungen je 100 Ausländerinnen und Ausländer 2024 im Landkreis Goslar (Landesamt für
    Statistik Niedersachsen, Integrationsmonitoring, Tabellen 2.3.1 und 1.2.1). Für den Nenner gelten dieselben Regeln
    wie beim Anteil.
    """
    found = rate(Part(figure(row["Zähler"])), Part(figure(row["Nenner"])), per=int(number(row["je"])))
    assert (shown(found.figure), found.formula) == (row["Rate"], row["Rechnung"])
