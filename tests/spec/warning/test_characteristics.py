"""Fehlalarme und Verzögerung.

Durchgespielt mit je 400 Reihen von Anteilen (20 % von 400 Personen) und festem Startwert: acht ruhige Jahre, danach sechs
mit der genannten Veränderung; jedes Jahr wird geprüft wie in einer Ausgabe. Veränderungen in Standardabweichungen des
Jahreswertes. Streuung 3: Die Werte streuen dreimal so stark, wie die Fallzahlen erwarten lassen. Die Grenzen sind auf ein
Signal ohne Anlass je Ausgabe gestellt; tatsächlich sind es weniger. Der Preis: Kleine Veränderungen in vielen Reihen
werden spät oder gar nicht bemerkt. Ein größerer Lauf steht in den Messungen (`make bench`).
"""

from mehrklang.assessment.warning.simulation import Setting, simulate
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
