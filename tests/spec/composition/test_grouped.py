"""Mittelwert und Median aus Klassen.

Mittelwert: Σ Personen · Klassenmitte : Σ Personen. Median: in der Klasse der mittleren Person geradlinig eingeschaltet.
Sicher ist nur der Bereich der Klassen; er steht als Spannweite dabei. Mit offener Klasse gibt es keinen Mittelwert und,
wenn die Mitte in ihr liegt, keinen Median.
"""

from decimal import Decimal

from mehrklang.indicators.composition import ValueClass, mean_of_classes, median_of_classes
from mehrklang.vocabulary.german import format_exact
from tests.spec.notation import figure, shown
from tests.spec.table import Row, table

_LIMITS = {"0 bis unter 2": (0, 2), "2 bis unter 5": (2, 5), "5 bis unter 10": (5, 10), "ab 10": (10, None)}


def _classes(row: Row) -> list[ValueClass]:
    return [
        ValueClass(Decimal(low), None if high is None else Decimal(high), figure(row[label]))
        for label, (low, high) in _LIMITS.items()
        if row[label]
    ]


@table(
    """
    | 0 bis unter 2 | 2 bis unter 5 | 5 bis unter 10 | ab 10 | Mittelwert | Median | Median von | bis |
    |---------------|---------------|----------------|-------|------------|--------|------------|-----|
    | 10            | 20            | 10             |       | 3,875      | 3,5    | 2          | 5   |
    | 30            | 10            |                |       | 1,625      | 1,333333 | 0        | 2   |
    | 10            | 20            | 10             | 5     | x          | 3,875  | 2          | 5   |
    | 10            | 5             | 5              | 40    | x          | x      | –          | –   |
    | 10            | .             | 10             |       | .          | .      | –          | –   |
    | 10            | (20)          | 10             |       | (3,875)    | (3,5)  | 2          | 5   |
    """
)
def test_mean_and_median_of_classes(row: Row) -> None:
    """Aufenthaltsdauer in Jahren, Personen je Klasse."""
    mean, median = mean_of_classes(_classes(row)), median_of_classes(_classes(row))
    assert (shown(mean.figure), shown(median.figure)) == (row["Mittelwert"], row["Median"])
    limits = [median.interval.lower, median.interval.upper] if median.interval else []
    assert [format_exact(limit) for limit in limits] == [
        cell for cell in (row["Median von"], row["bis"]) if cell != "–"
    ]
