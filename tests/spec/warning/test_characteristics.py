"""Fehlalarme und Verzögerung.

Durchgespielt mit je 400 Reihen von Anteilen (20 % von 400 Personen) und festem Startwert: acht ruhige Jahre, danach sechs
mit der genannten Veränderung; jedes Jahr wird geprüft wie in einer Ausgabe. Veränderungen in Standardabweichungen des
Jahreswertes. Streuung 3: Die Werte streuen dreimal so stark, wie die Fallzahlen erwarten lassen. Die Grenzen sind auf ein
Signal ohne Anlass je Ausgabe gestellt; tatsächlich sind es weniger. Der Preis: Kleine Veränderungen in vielen Reihen
werden spät oder gar nicht bemerkt. Ein größerer Lauf steht in den Messungen (`make bench`).
"""

from decimal import Decimal

from mehrklang.assessment.warning import Limit
from mehrklang.assessment.warning.simulation import Setting, discoveries, simulate
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary.german import format_number
from tests.spec.notation import number
from tests.spec.table import Row, table


@table(
    """
    | Reihen je Ausgabe | Veränderung          | Streuung | Fehlalarme je Ausgabe | bemerkt in 6 Jahren | mittlere Verzögerung in Jahren |
    |-------------------|----------------------|----------|-----------------------|---------------------|--------------------------------|
    | 10                | keine                | 1        | 0,4                   | 25 %                | über 6                         |
    | 100               | keine                | 1        | 0,0                   | 1 %                 | über 6                         |
    | 100               | keine                | 3        | 0,8                   | 6 %                 | über 6                         |
    | 10                | Sprung um 1          | 1        | 0,4                   | 44 %                | über 6                         |
    | 10                | Sprung um 2          | 1        | 0,4                   | 87 %                | 3                              |
    | 10                | Sprung um 3          | 1        | 0,4                   | 100 %               | 1                              |
    | 100               | Sprung um 2          | 1        | 0,0                   | 28 %                | über 6                         |
    | 100               | Sprung um 3          | 1        | 0,0                   | 64 %                | 6                              |
    | 10                | 0,5 mehr jedes Jahr  | 1        | 0,4                   | 92 %                | 5                              |
    | 100               | 0,5 mehr jedes Jahr  | 1        | 0,0                   | 37 %                | über 6                         |
    """
)
def test_simulated_operating_characteristics(row: Row) -> None:
    """Kennzahlen des Verfahrens."""
    assert _found(row) == [row[head] for head in list(row)[3:]]


def _found(row: Row) -> list[str]:
    change = row["Veränderung"]
    setting = Setting(
        base=400,
        level=0.2,
        shift=float(change.removeprefix("Sprung um ")) if change.startswith("Sprung") else 0.0,
        drift=float(number(change.split()[0])) if change.endswith("jedes Jahr") else 0.0,
        scatter=float(row["Streuung"]),
        series=int(row["Reihen je Ausgabe"]),
    )
    found = simulate(setting, runs=400, seed=2024)
    return [
        format_number(decimal(found.false_alarms), 1),
        f"{format_number(decimal(100 * found.seen))} %",
        "über 6" if found.delay is None else format_number(decimal(found.delay), 0),
    ]


@table(
    """
    | Reihen | davon mit Sprung | um | ohne Anlass höchstens | Hinweise | davon ohne Anlass | Sprünge im ersten Jahr bemerkt |
    |--------|------------------|----|-----------------------|----------|-------------------|--------------------------------|
    | 100    | 0                |    | 1 je Ausgabe          | 0,1      | 10 %              |                                |
    | 100    | 0                |    | 10 von 100 Hinweisen  | 0,0      | 0 %               |                                |
    | 100    | 10               | 4  | 1 je Ausgabe          | 3,4      | 2 %               | 33 %                           |
    | 100    | 10               | 4  | 10 von 100 Hinweisen  | 0,6      | 0 %               | 6 %                            |
    | 100    | 40               | 4  | 1 je Ausgabe          | 14,3     | 0 %               | 36 %                           |
    | 100    | 40               | 4  | 10 von 100 Hinweisen  | 23,9     | 2 %               | 59 %                           |
    | 100    | 10               | 6  | 1 je Ausgabe          | 9,1      | 1 %               | 90 %                           |
    | 100    | 10               | 6  | 10 von 100 Hinweisen  | 9,1      | 1 %               | 90 %                           |
    | 100    | 40               | 6  | 1 je Ausgabe          | 36,3     | 0 %               | 91 %                           |
    | 100    | 40               | 6  | 10 von 100 Hinweisen  | 40,6     | 2 %               | 99 %                           |
    """
)
def test_a_number_or_a_share_of_false_alarms(row: Row) -> None:
    """Eine Zahl oder ein Anteil.

    Voreingestellt ist eine Zahl: höchstens ein Hinweis ohne Anlass je Ausgabe. Die Bibliothek kann stattdessen den Anteil
    der Hinweise ohne Anlass begrenzen (Benjamini-Hochberg). Das ist strenger, solange wenig auffällt, und bemerkt mehr, wo
    sich vieles zugleich deutlich verändert. Reihen wie oben; der Sprung, in Standardabweichungen, liegt im neuesten Jahr.
    """
    assert _discovered(row) == [row[head] for head in list(row)[4:]]


def _discovered(row: Row) -> list[str]:
    changed = int(row["davon mit Sprung"])
    limit = Limit() if row["ohne Anlass höchstens"].startswith("1 ") else Limit(false_share=Decimal("0.1"))
    setting = Setting(400, 0.2, shift=float(row["um"] or 0), series=int(row["Reihen"]))
    found = discoveries(setting, changed=changed, limit=limit, runs=60, seed=2024)
    return [
        format_number(decimal(found.signals), 1),
        f"{format_number(decimal(100 * found.false_share))} %",
        f"{format_number(decimal(100 * found.seen))} %" if changed else "",
    ]
