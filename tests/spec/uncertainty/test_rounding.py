"""Rundung der Quelle.

Eine auf 5 gerundete Anzahl liegt höchstens 2 neben der wahren, eine auf 10 gerundete höchstens 5, ein Anteil mit einer
Nachkommastelle höchstens 0,05. Daraus folgen Grenzen, die sicher gelten: für einen Anteil kleinster Zähler durch
größten Nenner bis größter Zähler durch kleinsten Nenner. Ob ein Anteil gerundet ist, zeigt seine ganze Reihe. Ein
veröffentlichter Wert ohne bekannte Rundung hat keine Spannweite.
"""

from decimal import Decimal

from mehrklang.indicators.part import Part
from mehrklang.indicators.uncertainty import of_published, of_share
from mehrklang.indicators.uncertainty.rounding import Bounds, slack_of_base, slack_of_decimals
from mehrklang.indicators.uncertainty.spread import Spread
from mehrklang.vocabulary import Figure, Material, Unit
from mehrklang.vocabulary.german import format_exact
from tests.spec.notation import number
from tests.spec.table import Row, table

_SLACKS = {
    "auf 5": slack_of_base(5),
    "auf 10": slack_of_base(10),
    "auf 0,1": slack_of_decimals(1),
    "auf 1": slack_of_decimals(0),
    "unbekannt": None,
}


def _part(text: str, rounding: str, unit: Unit = Unit.COUNT) -> Part:
    return Part(Figure.of(number(text)), unit, material=Material.PUBLISHED, slack=_SLACKS[rounding])


def _limits(spread: Spread) -> list[str]:
    interval = spread.interval
    return [format_exact(interval.lower), format_exact(interval.upper)] if interval else ["–", "–"]


@table(
    """
    | veröffentlicht | gerundet  | von    | bis    |
    |----------------|-----------|--------|--------|
    | 14.020         | auf 5     | 14.018 | 14.022 |
    | 14.020         | auf 10    | 14.015 | 14.025 |
    | 0              | auf 5     | 0      | 2      |
    | 14,8           | auf 0,1   | 14,75  | 14,85  |
    | 15             | auf 1     | 14,5   | 15,5   |
    | 15             | unbekannt | –      | –      |
    """
)
def test_the_range_of_a_published_value(row: Row) -> None:
    """Veröffentlichter Wert."""
    found = of_published(_part(row["veröffentlicht"], row["gerundet"], Unit.PERCENT))
    assert _limits(found) == [row["von"], row["bis"]]
    assert bool(found.note)


@table(
    """
    | Zähler | Nenner  | gerundet  | Anteil    | von       | bis       |
    |--------|---------|-----------|-----------|-----------|-----------|
    | 85     | 170     | auf 5     | 50        | 48,255814 | 51,785714 |
    | 14.020 | 136.290 | auf 5     | 10,286888 | 10,28527  | 10,288507 |
    | 0      | 50      | auf 5     | 0         | 0         | 4,166667  |
    | 85     | 170     | unbekannt | 50        | –         | –         |
    """
)
def test_the_range_of_a_share_of_rounded_counts(row: Row) -> None:
    """Anteil aus gerundeten Zahlen."""
    parts = [_part(row[column], row["gerundet"]) for column in ("Zähler", "Nenner")]
    assert _limits(of_share(*parts, Figure.of(number(row["Anteil"])))) == [row["von"], row["bis"]]


@table(
    """
    | Gruppe | Vergleichsgruppe | Abstand | von  | bis  |
    |--------|------------------|---------|------|------|
    | 14,8   | 6,3              | 8,5     | 8,4  | 8,6  |
    | 6,3    | 6,3              | 0       | −0,1 | 0,1  |
    """
)
def test_the_range_of_a_gap_of_rounded_shares(row: Row) -> None:
    """Abstand aus Anteilen mit einer Nachkommastelle."""
    group, base = (Bounds.around(number(row[column]), Decimal("0.05")) for column in ("Gruppe", "Vergleichsgruppe"))
    gap = group.minus(base)
    assert [format_exact(gap.lower), format_exact(gap.upper)] == [row["von"], row["bis"]]
