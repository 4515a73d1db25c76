"""Abstand und Verhältnis zweier Anteile.

Abstand nach Newcombe aus den Spannweiten beider Anteile: d − √((p₁ − u₁)² + (o₂ − p₂)²) bis d + √((o₁ − p₁)² +
(p₂ − u₂)²). Verhältnis nach Koopman: alle Verhältnisse, denen die Zahlen nicht widersprechen. Die beiden Gruppen gelten
als unabhängig; ist die eine in der anderen enthalten, ist die Spannweite eher zu weit. Quelle: Newcombe, Statistics in
Medicine 17 (1998), 873–890; Koopman, Biometrics 40 (1984), 513–517.
"""

from mehrklang.indicators.uncertainty.koopman import koopman
from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.newcombe import newcombe
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.indicators.uncertainty.wilson import wilson
from mehrklang.vocabulary.german import format_number
from tests.spec.table import Row, table


def _counts(cell: str) -> tuple[int, int]:
    cases, _, base = cell.partition(" von ")
    return int(cases), int(base)


def _shown(limits: Limits, decimals: int) -> list[str]:
    return [format_number(decimal(limit), decimals) for limit in limits]


@table(
    """
    | Gruppe    | Vergleichsgruppe | Abstand in Prozentpunkten | von   | bis   |
    |-----------|------------------|---------------------------|-------|-------|
    | 56 von 70 | 48 von 80        | 20                        | 5,2   | 33,4  |
    | 9 von 10  | 3 von 10         | 60                        | 17,1  | 80,9  |
    | 5 von 56  | 0 von 29         | 8,928571                  | −3,8  | 19,3  |
    | 0 von 10  | 0 von 20         | 0                         | −16,1 | 27,8  |
    """
)
def test_the_range_of_a_gap(row: Row) -> None:
    """Abstand."""
    first, second = _counts(row["Gruppe"]), _counts(row["Vergleichsgruppe"])
    found = newcombe(first[0] / first[1], wilson(*first), second[0] / second[1], wilson(*second))
    assert _shown(found.times(100), 1) == [row["von"], row["bis"]]


@table(
    """
    | Gruppe    | Vergleichsgruppe | Verhältnis | von  | bis  |
    |-----------|------------------|------------|------|------|
    | 36 von 40 | 16 von 80        | 4,5        | 2,94 | 7,15 |
    | 10 von 50 | 10 von 50        | 1          | 0,46 | 2,16 |
    | 0 von 20  | 5 von 20         | 0          | 0,00 | 0,69 |
    """
)
def test_the_range_of_a_ratio(row: Row) -> None:
    """Verhältnis."""
    found = koopman(*_counts(row["Gruppe"]), *_counts(row["Vergleichsgruppe"]))
    assert found is not None
    assert _shown(found, 2) == [row["von"], row["bis"]]
