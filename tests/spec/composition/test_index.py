"""Messzahl und zusammengesetzter Index.

Messzahl: 100 · Wert : Basiswert. Zusammengesetzt: gewichtetes Mittel mit genannten Gewichten. Ein zusammengesetzter
Index verdeckt, welcher Teil sich bewegt hat: Die Teile gehören daneben.
"""

from mehrklang.indicators.composition import Component, composite, index
from mehrklang.indicators.part import Part
from tests.spec.notation import figure, number, shown
from tests.spec.table import Row, table


@table(
    """
    | Wert | Basiswert | Messzahl |
    |------|-----------|----------|
    | 120  | 96        | 125      |
    | 96   | 96        | 100      |
    | (48) | 96        | (50)     |
    | 48   | –         | x        |
    | .    | 96        | .        |
    """
)
def test_an_index_on_a_base_of_one_hundred(row: Row) -> None:
    """Messzahl (Basis = 100)."""
    assert shown(index(Part(figure(row["Wert"])), Part(figure(row["Basiswert"]))).figure) == row["Messzahl"]


@table(
    """
    | Teil A | Gewicht A | Teil B | Gewicht B | Index |
    |--------|-----------|--------|-----------|-------|
    | 110    | 2         | 95     | 1         | 105   |
    | 110    | 1         | 90     | 1         | 100   |
    | 110    | 1         | .      | 1         | .     |
    """
)
def test_a_composite_is_the_weighted_mean(row: Row) -> None:
    """Zusammengesetzter Index."""
    parts = [Component(name, figure(row[f"Teil {name}"]), number(row[f"Gewicht {name}"])) for name in "AB"]
    assert shown(composite(parts).figure) == row["Index"]
