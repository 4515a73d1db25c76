"""Formulierungsprüfung.

Sie fragt nach bei Wendungen, die Menschen ausgrenzen, Gebiete oder Gruppen in eine Rangfolge stellen oder eine Wirkung
behaupten, und schlägt Besseres vor. Sie sperrt nichts.
"""

from mehrklang.assessment.words import doubts_about
from tests.spec.table import Row, table


@table(
    """
    | Text                                                   | Nachfrage                                |
    |--------------------------------------------------------|------------------------------------------|
    | Dank der Maßnahmen liegt die Stadt auf Platz 3.        | wirkung, rangfolge                       |
    | Die Ausländer sind häufiger arbeitslos.                | ausgrenzung                              |
    | Ausländerinnen und Ausländer waren häufiger arbeitslos. |                                         |
    | Der Anteil ist seit 2019 gestiegen.                    |                                          |
    | Das Projekt wirkt.                                     | wirkung                                  |
    """
)
def test_what_is_asked_about(row: Row) -> None:
    """Beispiele."""
    assert ", ".join(doubt.kind.value for doubt in doubts_about(row["Text"])) == row["Nachfrage"]
