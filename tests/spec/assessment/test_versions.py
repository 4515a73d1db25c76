"""Vorläufige und berichtigte Werte.

Vorläufige und endgültige Ergebnisse sind Fassungen eines Werts. Ein errechneter Wert ist so vorläufig wie sein
vorläufigster Teil. Was die Quelle nicht sagt, wird nicht angenommen: Ein Wert ohne Kennzeichen ist „nicht angegeben“ und
nicht endgültig. Die Abweichung ist das spätere Ergebnis minus den vorläufigen Wert, bei Anzahlen und Preisen in Prozent
des vorläufigen Werts. Wie weit man vorläufigen Werten trauen darf, sagt der Median der Beträge dieser Abweichungen über
alle Werte, die inzwischen nicht mehr vorläufig sind, die bestätigten eingeschlossen, ab fünf Werten. Quelle: McKenzie
und Gamba, Interpreting the results of revision analyses (OECD und Eurostat, 2008); der Median steht dort, wo sie den
Mittelwert der Beträge nennen, weil sonst wenige große Berichtigungen für alle sprächen.
"""

from dataclasses import replace

from mehrklang.assessment.revisions import reliability, revisions
from mehrklang.indicators import Series, with_earlier
from mehrklang.vocabulary import Finality
from mehrklang.vocabulary.finality import together
from mehrklang.vocabulary.german import format_exact
from tests.factories.series import series
from tests.spec.notation import figure
from tests.spec.table import Row, table

_STATES = {state.label: state for state in Finality}


@table(
    """
    | Zähler         | Nenner          | Anteil          |
    |----------------|-----------------|-----------------|
    | endgültig      | endgültig       | endgültig       |
    | endgültig      | vorläufig       | vorläufig       |
    | geschätzt      | vorläufig       | vorläufig       |
    | berichtigt     | geschätzt       | geschätzt       |
    | endgültig      | berichtigt      | berichtigt      |
    | endgültig      | nicht angegeben | nicht angegeben |
    """
)
def test_a_computed_value_is_as_open_as_its_most_open_part(row: Row) -> None:
    """Wie endgültig ein errechneter Wert ist."""
    assert together((_STATES[row["Zähler"]], _STATES[row["Nenner"]])).label == row["Anteil"]


def _stated(values: dict[str, str], state: Finality) -> Series:
    one = series({year: figure(text) for year, text in values.items()})
    return replace(
        one, values=tuple(replace(each, lineage=replace(each.lineage, finality=state)) for each in one.values)
    )


@table(
    """
    | Fassung    | 2020 | 2021 | 2022 | 2023 | 2024 | Median | größte | Mittel |
    |------------|------|------|------|------|------|--------|--------|--------|
    | vorläufig  | 10   | 11   | 12   | 13   | 14   |        |        |        |
    | endgültig  | 10   | 11,2 | 11,9 | 13,4 | 15   | 0,2    | 1      | 0,3    |
    | endgültig  | 10   | 11   | 12   | 13   | 14   | 0      | 0      | 0      |
    """
)
def test_how_far_provisional_values_were_off(row: Row) -> None:
    """Abweichungen in Prozentpunkten; die erste Zeile ist die vorläufige Fassung der beiden anderen."""
    years = ("2020", "2021", "2022", "2023", "2024")
    provisional = {year: str(10 + at) for at, year in enumerate(years)}
    if row["Fassung"] == "vorläufig":
        assert {year: row[year] for year in years} == provisional
        return
    now = _stated({year: row[year] for year in years}, Finality.FINAL)
    found = reliability(revisions(with_earlier([now], [_stated(provisional, Finality.PROVISIONAL)])))
    assert found is not None
    told = [format_exact(number, 6) for number in (found.median, found.greatest, found.mean)]
    assert told == [row["Median"], row["größte"], row["Mittel"]]
