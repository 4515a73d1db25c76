"""Anteil.

Ab 20 Personen im Nenner nach Wilson: (x + z²/2 ± z · √(x (n − x) : n + z²/4)) : (n + z²) mit z = 1,96. Darunter genau
(Clopper-Pearson). Quelle: Wilson, Journal of the American Statistical Association 22 (1927), 209–212; Clopper und
Pearson, Biometrika 26 (1934), 404–413.
"""

from decimal import Decimal

from mehrklang.indicators.part import Part
from mehrklang.indicators.share import share
from mehrklang.indicators.uncertainty import of_share
from mehrklang.vocabulary import Figure
from mehrklang.vocabulary.german import format_number
from tests.spec.notation import number
from tests.spec.table import Row, table


@table(
    """
    | Zähler | Nenner | Anteil | von  | bis   | Verfahren              |
    |--------|--------|--------|------|-------|------------------------|
    | 81     | 263    | 30,8   | 25,5 | 36,6  | Wilson                 |
    | 15     | 148    | 10,1   | 6,2  | 16,0  | Wilson                 |
    | 0      | 20     | 0,0    | 0,0  | 16,1  | Wilson                 |
    | 150    | 1.000  | 15,0   | 12,9 | 17,3  | Wilson                 |
    | 15.000 | 100.000 | 15,0  | 14,8 | 15,2  | Wilson                 |
    | 7      | 19     | 36,8   | 16,3 | 61,6  | Clopper-Pearson, exakt |
    | 0      | 10     | 0,0    | 0,0  | 30,8  | Clopper-Pearson, exakt |
    | 10     | 10     | 100,0  | 69,2 | 100,0 | Clopper-Pearson, exakt |
    """
)
def test_the_range_of_a_share(row: Row) -> None:
    """Je weniger Personen, desto weiter."""
    parts = [Part(Figure.of(number(row[column]))) for column in ("Zähler", "Nenner")]
    figure = share(*parts).figure
    interval = of_share(*parts, figure).interval
    assert interval is not None
    assert format_number(figure.number or Decimal(0), 1) == row["Anteil"]
    assert [format_number(limit, 1) for limit in (interval.lower, interval.upper)] == [row["von"], row["bis"]]
    assert row["Verfahren"] in interval.description
