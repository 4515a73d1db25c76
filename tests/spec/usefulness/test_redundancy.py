"""Doppelt?

Rangkorrelation nach Spearman über Gebiete und Jahre, von −1 bis 1; gleiche Werte teilen sich ihren mittleren Rang. Zwei
Indikatoren sagen dasselbe, wenn sie in den Werten und in den Veränderungen mindestens 0,9 erreichen. Vorgeschlagen wird
der mit den meisten, dann den neuesten Werten. Quelle: Spearman, American Journal of Psychology 15 (1904), 72–101.
"""

from mehrklang.assessment.usefulness import spearman
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary.german import format_exact
from tests.spec.table import Row, table


@table(
    """
    | Werte des ersten | Werte des zweiten | Rangkorrelation |
    |------------------|-------------------|-----------------|
    | 1 2 3 4 5        | 10 20 30 40 500   | 1               |
    | 1 2 3 4 5        | 9 7 5 3 1         | −1              |
    | 1 2 3 4 5        | 2 1 4 3 5         | 0,8             |
    | 1 1 2 2          | 1 1 2 2           | 1               |
    | 1 2 3            | 5 5 5             | –               |
    """
)
def test_ranks_are_compared(row: Row) -> None:
    """Rangkorrelation."""
    first, second = ([float(n) for n in row[f"Werte des {which}"].split()] for which in ("ersten", "zweiten"))
    found = spearman(first, second)
    assert ("–" if found is None else format_exact(decimal(found))) == row["Rangkorrelation"]
