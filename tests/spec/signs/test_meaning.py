"""Die Zeichen und ihre Bedeutung."""

from mehrklang.vocabulary import Sign
from tests.spec.table import Row, table


@table(
    """
    | Zeichen | Bedeutung                                                                        | Zahl dahinter |
    |---------|----------------------------------------------------------------------------------|---------------|
    | –       | nichts vorhanden (genau null)                                                    | ja            |
    | 0       | mehr als nichts, aber weniger als die Hälfte der kleinsten dargestellten Einheit | nein          |
    | .       | Zahlenwert unbekannt oder geheim zu halten                                       | nein          |
    | /       | keine Angabe, da der Zahlenwert nicht sicher genug ist                           | nein          |
    | ( )     | Aussagewert eingeschränkt, da der Zahlenwert statistisch relativ unsicher ist    | ja            |
    | x       | Tabellenfach gesperrt, weil die Aussage nicht sinnvoll ist                       | nein          |
    | …       | Angabe fällt später an                                                           | nein          |
    """
)
def test_each_sign_has_its_meaning(row: Row) -> None:
    """Alle Zeichen.

    Nur hinter zwei Zeichen steht eine Zahl, mit der gerechnet werden darf: „–“ ist genau null, und in Klammern steht
    eine unsichere Zahl.
    """
    sign = Sign(row["Zeichen"])
    assert sign.meaning == row["Bedeutung"]
    assert sign.carries_number == (row["Zahl dahinter"] == "ja")
