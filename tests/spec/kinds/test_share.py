"""Anteil.

Anteil = 100 · Zähler : Nenner, in Prozent. Der Nenner (die Bezugsgröße) wird immer genannt.
"""

from mehrklang.indicators.part import Part
from mehrklang.indicators.share import ABOVE_HUNDRED, share
from tests.spec.notation import figure, number, shown, why
from tests.spec.table import Row, table


@table(
    """
    | Zähler  | Nenner    | Anteil    | Rechnung                  |
    |---------|-----------|-----------|---------------------------|
    | 14.020  | 136.292   | 10,286737 | 100 · 14.020 : 136.292    |
    | 841.165 | 7.993.608 | 10,52297  | 100 · 841.165 : 7.993.608 |
    | 1       | 3         | 33,333333 | 100 · 1 : 3               |
    | –       | 40        | 0         | 100 · 0 : 40              |
    | 40      | 40        | 100       | 100 · 40 : 40             |
    """
)
def test_a_share_is_a_part_of_a_whole_per_hundred(row: Row) -> None:
    """Rechnung.

    Die ersten beiden Zeilen: Anteil der Ausländerinnen und Ausländer an der Bevölkerung 2019 im Landkreis Goslar und in
    Niedersachsen (Landesamt für Statistik Niedersachsen, Integrationsmonitoring, Tabellen 1.2.1 und 1.1.1).
    """
    found = share(Part(figure(row["Zähler"])), Part(figure(row["Nenner"])))
    assert (shown(found.figure), found.formula) == (row["Anteil"], row["Rechnung"])


@table(
    """
    | Zähler | Nenner | kleinster Nenner | Anteil | Grund                                                                        |
    |--------|--------|------------------|--------|------------------------------------------------------------------------------|
    | 3      | –      | 0                | x      | Keine Angabe möglich: Die Bezugsgröße ist null.                              |
    | 3      | 49     | 50               | /      | Nicht ausgewiesen: Die Bezugsgröße ist zu klein für eine belastbare Aussage. |
    | 3      | 50     | 50               | 6      |                                                                              |
    | 3      | −50    | 0                | x      | Keine Angabe sinnvoll: Die Bezugsgröße ist negativ.                          |
    """
)
def test_an_unfit_denominator_gives_no_share(row: Row) -> None:
    """Wenn der Nenner nicht trägt.

    Wie groß der Nenner mindestens sein muss, legt die Geheimhaltungsregel der Quelle fest.
    """
    floor = int(number(row["kleinster Nenner"]))
    found = share(Part(figure(row["Zähler"])), Part(figure(row["Nenner"]), rate_floor=floor)).figure
    assert (shown(found), why(found)) == (row["Anteil"], row["Grund"])


@table(
    """
    | Zähler | Nenner | Anteil | Hinweis |
    |--------|--------|--------|---------|
    | 40     | 40     | 100    | nein    |
    | 42     | 40     | 105    | ja      |
    """
)
def test_more_than_a_hundred_per_cent_is_shown_with_a_note(row: Row) -> None:
    """Mehr als 100 Prozent.

    Das kommt vor, wenn Zähler und Nenner verschieden abgegrenzt sind (Kinder am Ort der Kita, Kinder am Wohnort). Der
    Wert wird gezeigt und trägt einen Hinweis.
    """
    found = share(Part(figure(row["Zähler"])), Part(figure(row["Nenner"])))
    assert shown(found.figure) == row["Anteil"]
    assert (found.notes == (ABOVE_HUNDRED,)) == (row["Hinweis"] == "ja")
