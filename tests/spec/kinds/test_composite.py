"""Gesamtindex.

Gewichtetes Mittel mehrerer Messzahlen, Σ w · I : Σ w, mit genannten Gewichten. Ein Gesamtindex verdeckt, welcher Teil
sich bewegt hat: Die Teile stehen daneben. Quelle: OECD/JRC, Handbook on Constructing Composite Indicators (2008).
"""

from dataclasses import replace

from mehrklang.catalogue import Derivation, IndicatorKind, WeightedIndicator
from mehrklang.indicators import combine
from mehrklang.vocabulary import Unit
from tests.factories.cubes import definition
from tests.spec.notation import by_year, number, shown
from tests.spec.table import Row, table


@table(
    """
    | Teil A | Gewicht A | Teil B | Gewicht B | Index | Rechnung                |
    |--------|-----------|--------|-----------|-------|-------------------------|
    | 110    | 2         | 95     | 1         | 105   | (2 · 110 + 1 · 95) : 3  |
    | 110    | 1         | 90     | 1         | 100   | (1 · 110 + 1 · 90) : 2  |
    | 110    | 1         | .      | 1         | .     |                         |
    """
)
def test_a_composite_is_the_weighted_mean(row: Row) -> None:
    """Rechnung."""
    parts = tuple(WeightedIndicator(name, "alle", number(row[f"Gewicht {name}"])) for name in "AB")
    of = definition(IndicatorKind.COMPOSITE, Unit.INDEX, derivation=Derivation("A", "insgesamt", parts=parts))
    series = {name: [replace(by_year({"2020": row[f"Teil {name}"]}), indicator=name)] for name in "AB"}
    (value,) = combine(of, series)[0].values
    assert (shown(value.figure), value.formula) == (row["Index"], row["Rechnung"])
    assert [part.name for part in value.constituents] == ["A (alle)", "B (alle)"]
