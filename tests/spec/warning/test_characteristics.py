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
    | 10                | keine                | 1        | 0,2                   | 15 %                | über 6                         |
    | 100               | keine                | 1        | 0,0                   | 0 %                 | über 6                         |
    | 100               | keine                | 3        | 0,8                   | 6 %                 | über 6                         |
    | 10                | Sprung um 1          | 1        | 0,2                   | 36 %                | über 6                         |
    | 10                | Sprung um 2          | 1        | 0,2                   | 82 %                | 3                              |
    | 10                | Sprung um 3          | 1        | 0,2                   | 100 %               | 1                              |
    | 100               | Sprung um 2          | 1        | 0,0                   | 18 %                | über 6                         |
    | 100               | Sprung um 3          | 1        | 0,0                   | 57 %                | 6                              |
    | 10                | 0,5 mehr jedes Jahr  | 1        | 0,2                   | 88 %                | 5                              |
    | 100               | 0,5 mehr jedes Jahr  | 1        | 0,0                   | 27 %                | über 6                         |
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
    | von Jahr zu Jahr dieselben | Fehlalarme je Ausgabe |
    |----------------------------|-----------------------|
    | keine                      | 0,0                   |
    | 50 %                       | 0,0                   |
    | 80 %                       | 0,0                   |
    | 90 %                       | 0,0                   |
    | 95 %                       | 0,0                   |
    """
)
def test_false_alarms_of_stocks(row: Row) -> None:
    """Bestände, die sich nicht verändern.

    In einem Bestand (Einwohner, Schülerinnen und Schüler) werden von Jahr zu Jahr meist dieselben Menschen gezählt; die Werte
    schwanken weniger als unabhängige und wandern. Deshalb gilt die Streuung nie als kleiner, als die Fallzahlen erwarten
    lassen; wo diese nicht bekannt sind, wird der Zusammenhang benachbarter Jahre geschätzt. Werte, die Jahre gemeinsam
    haben (Veränderung in fünf Jahren), werden nur auf Sprünge geprüft. 100 Reihen wie oben, 200 Durchgänge.
    """
    staying = (
        0.0 if row["von Jahr zu Jahr dieselben"] == "keine" else float(row["von Jahr zu Jahr dieselben"][:2]) / 100
    )
    found = simulate(Setting(400, 0.2, series=100, staying=staying), runs=200, seed=2024)
    assert format_number(decimal(found.false_alarms), 1) == row["Fehlalarme je Ausgabe"]


@table(
    """
    | Reihen | davon mit Sprung | um | ohne Anlass höchstens | Hinweise | davon ohne Anlass | Sprünge im ersten Jahr bemerkt |
    |--------|------------------|----|-----------------------|----------|-------------------|--------------------------------|
    | 100    | 0                |    | 1 je Ausgabe          | 0,0      | 2 %               |                                |
    | 100    | 0                |    | 10 von 100 Hinweisen  | 0,0      | 0 %               |                                |
    | 100    | 10               | 4  | 1 je Ausgabe          | 3,2      | 0 %               | 32 %                           |
    | 100    | 10               | 4  | 10 von 100 Hinweisen  | 0,6      | 0 %               | 6 %                            |
    | 100    | 40               | 4  | 1 je Ausgabe          | 13,7     | 0 %               | 34 %                           |
    | 100    | 40               | 4  | 10 von 100 Hinweisen  | 20,6     | 0 %               | 51 %                           |
    | 100    | 10               | 6  | 1 je Ausgabe          | 8,9      | 0 %               | 89 %                           |
    | 100    | 10               | 6  | 10 von 100 Hinweisen  | 8,8      | 0 %               | 88 %                           |
    | 100    | 40               | 6  | 1 je Ausgabe          | 36,0     | 0 %               | 90 %                           |
    | 100    | 40               | 6  | 10 von 100 Hinweisen  | 39,5     | 1 %               | 98 %                           |
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
