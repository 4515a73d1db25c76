"""Parts of a computation: units, wording, lineage."""

from decimal import Decimal

import pytest

from mehrklang.indicators.part import Part, merged_lineage
from mehrklang.vocabulary import Figure, Lineage, Reason, SourceCell, Unit


def test_thousands_become_counts_by_an_exact_factor_and_say_so() -> None:
    part = Part(Figure.limited(Decimal("176.5")), Unit.THOUSAND).in_unit(Unit.COUNT)
    assert part.figure == Figure.limited(Decimal("176500.0"))
    assert part.notes == ("Die Quelle gibt Tausend an; gerechnet wird mit dem Tausendfachen.",)


def test_counts_become_thousands_without_loss() -> None:
    assert Part(Figure.of(1234567)).in_unit(Unit.THOUSAND).figure.number == Decimal("1234.567")


def test_a_hidden_figure_changes_its_unit_and_stays_hidden() -> None:
    part = Part(Figure.withheld(Reason.SOURCE_SECRET), Unit.THOUSAND).in_unit(Unit.COUNT)
    assert part == Part(Figure.withheld(Reason.SOURCE_SECRET), Unit.COUNT)


def test_other_units_are_never_converted() -> None:
    with pytest.raises(ValueError, match="no conversion"):
        Part(Figure.of(5), Unit.PERCENT).in_unit(Unit.COUNT)


def test_the_lineage_of_several_parts_names_each_delivery_and_each_cell_once() -> None:
    first, second = (SourceCell("a.csv", line, "Value", "1") for line in (2, 3))
    parts = (
        Part(Figure.of(1), lineage=Lineage("a", (first,), 1)),
        Part(Figure.of(1), lineage=Lineage("a + b", (first, second), 2)),
        Part(Figure.withheld(Reason.NOT_DELIVERED)),
    )
    assert merged_lineage(parts) == Lineage("a + b", (first, second), 3)
