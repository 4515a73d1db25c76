"""Messzahl.

Messzahl = 100 · Wert : Wert des Basisjahres. Über einen Reihenbruch hinweg wird keine gebildet.
"""

from mehrklang.catalogue import Derivation, IndicatorKind
from mehrklang.indicators import derive
from mehrklang.vocabulary import Unit
from tests.factories.cubes import definition
from tests.spec.notation import by_year, shown
from tests.spec.table import Row, table


@table(
    """
    | 2019 | 2020 | 2021 | Basisjahr | Messzahlen       |
    |------|------|------|-----------|------------------|
    | 96   | 120  | 48   | 2019      | 100 125 50       |
    | 96   | 120  | 48   | 2020      | 80 100 40        |
    | 96   | .    | (48) | 2019      | 100 . (50)       |
    | –    | 120  | 48   | 2019      | x x x            |
    | 96   | 120  | 48   | 2018      | . . .            |
    """
)
def test_an_index_on_a_base_of_one_hundred(row: Row) -> None:
    """Basis = 100."""
    of = definition(
        IndicatorKind.INDEX, Unit.INDEX, derivation=Derivation("anteil", "alle", base_year=int(row["Basisjahr"]))
    )
    years = {head: cell for head, cell in row.items() if head.isdigit()}
    (found,) = derive(of, [by_year(years)])
    assert " ".join(shown(value.figure) for value in found.values) == row["Messzahlen"]
