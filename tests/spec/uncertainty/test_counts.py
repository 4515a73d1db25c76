"""Anzahl und Rate.

Genau nach Garwood: Grenzen, bei denen so wenige oder so viele Fälle nur noch in je 2,5 von 100 Jahren zu erwarten wären.
Bei einer Rate gilt die Spannweite der Fälle, geteilt durch die Bezugsgröße. Die Veränderung einer Anzahl folgt dem
bedingten Test: Schließt die Spannweite die Null ein, ist die Veränderung durch Zufall erklärbar. Quelle: Garwood,
Biometrika 28 (1936), 437–442; Przyborowski und Wilenski, Biometrika 31 (1940), 313–323.
"""

from mehrklang.indicators.part import Part
from mehrklang.indicators.uncertainty import of_count, of_rate
from mehrklang.indicators.uncertainty.conditional import count_ratio
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary import Figure
from mehrklang.vocabulary.german import format_number
from tests.spec.notation import number
from tests.spec.table import Row, table


@table(
    """
    | Anzahl | von   | bis     |
    |--------|-------|---------|
    | 0      | 0,0   | 3,7     |
    | 1      | 0,0   | 5,6     |
    | 10     | 4,8   | 18,4    |
    | 100    | 81,4  | 121,6   |
    | 1.000  | 939,0 | 1.064,0 |
    """
)
def test_the_range_of_a_count(row: Row) -> None:
    """Anzahl."""
    interval = of_count(Part(Figure.of(number(row["Anzahl"])))).interval
    assert interval is not None
    assert [format_number(limit, 1) for limit in (interval.lower, interval.upper)] == [row["von"], row["bis"]]


@table(
    """
    | Fälle | Bezugsgröße | je 1.000 | von  | bis  |
    |-------|-------------|----------|------|------|
    | 10    | 500         | 20       | 9,6  | 36,8 |
    | 659   | 17.035      | 38,7     | 35,8 | 41,8 |
    """
)
def test_the_range_of_a_rate(row: Row) -> None:
    """Rate je 1.000."""
    cases, base = (Part(Figure.of(number(row[column]))) for column in ("Fälle", "Bezugsgröße"))
    interval = of_rate(cases, base, Figure.of(number(row["je 1.000"])), per=1000).interval
    assert interval is not None
    assert [format_number(limit, 1) for limit in (interval.lower, interval.upper)] == [row["von"], row["bis"]]
    assert interval.contains(number(row["je 1.000"]))


@table(
    """
    | früher | später | Veränderung in % | von   | bis   | durch Zufall erklärbar |
    |--------|--------|------------------|-------|-------|------------------------|
    | 10     | 15     | 50               | −37,0 | 273,4 | ja                     |
    | 10     | 30     | 200              | 42,7  | 587,9 | nein                   |
    | 100    | 120    | 20               | −8,7  | 58,1  | ja                     |
    | 1.000  | 1.200  | 20               | 10,3  | 30,5  | nein                   |
    """
)
def test_the_range_of_a_change(row: Row) -> None:
    """Veränderung einer Anzahl."""
    limits = count_ratio(float(number(row["später"])), float(number(row["früher"])))
    assert limits is not None
    lower, upper = (100 * decimal(limit) - 100 for limit in limits)
    assert [format_number(lower, 1), format_number(upper, 1)] == [row["von"], row["bis"]]
    assert (lower <= 0 <= upper) == (row["durch Zufall erklärbar"] == "ja")
