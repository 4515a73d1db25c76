"""Anteil aus einer Befragung.

Gewichteter Anteil Σ wᵢyᵢ : Σ wᵢ; Varianz durch Linearisierung nach Taylor mit Schichten und Klumpen; Designeffekt =
Varianz : (p(1 − p) : n); Spannweite nach Korn und Graubard mit der wirksamen Zahl der Befragten. Unter 30 Befragten
kein Wert, unter 100 in Klammern. Quelle: Korn und Graubard, Survey Methodology 24 (1998), 193–201.
"""

from mehrklang.indicators.composition import Answer, survey_share
from mehrklang.vocabulary.german import format_number
from tests.spec.notation import shown
from tests.spec.table import Row, table


def _answers(row: Row) -> list[Answer]:
    """Every fourth says yes; with clusters whole neighbourhoods answer alike."""
    number, together = int(row["Befragte"]), int(row["je Klumpen"])
    heavy = float(row["Gewicht jedes zweiten"].replace(",", "."))
    return [
        Answer(heavy if at % 2 else 1, yes=at // together % 4 == 0, cluster=str(at // together)) for at in range(number)
    ]


@table(
    """
    | Befragte | je Klumpen | Gewicht jedes zweiten | Anteil | von  | bis  | Designeffekt | wirksam |
    |----------|------------|-----------------------|--------|------|------|--------------|---------|
    | 29       | 1          | 1                     | /      |      |      |              |         |
    | 80       | 1          | 1                     | (25)   | 15,9 | 36,0 | 1,0          | 79      |
    | 400      | 1          | 1                     | 25     | 20,8 | 29,6 | 1,0          | 399     |
    | 400      | 10         | 1                     | 25     | 12,2 | 42,0 | 10,3         | 39      |
    """
)
def test_clusters_and_weights_cost_precision(row: Row) -> None:
    """Klumpen und Gewichte kosten Genauigkeit."""
    found = survey_share(_answers(row))
    assert shown(found.figure) == row["Anteil"]
    if found.interval:
        limits = [format_number(limit, 1) for limit in (found.interval.lower, found.interval.upper)]
        assert [*limits, format_number(found.design_effect, 1)] == [row["von"], row["bis"], row["Designeffekt"]]
        assert format_number(found.effective) == row["wirksam"]
