"""Weitere Zellen (sekundäre Sperrung).

Aus einer Summe und ihren übrigen Teilen ließe sich eine gesperrte Zelle errechnen. Darum werden weitere Zellen gesperrt,
bis das nicht mehr geht: zuerst die kleinste neben ihr, eine Null zuletzt.
"""

from mehrklang.cubes.raw import Relation
from mehrklang.disclosure import protect
from mehrklang.vocabulary import Breakdown, Reason
from tests.factories.cubes import key, raw, rules
from tests.spec.notation import figure, shown
from tests.spec.table import Row, table

_TOTAL = key("personen", "2024")
_PARTS = {name: key("personen", "2024", where=Breakdown.of({"Gruppe": name})) for name in ("A", "B", "C")}


@table(
    """
    | A   | B   | C   | Summe | gezeigt A | gezeigt B | gezeigt C | gezeigte Summe |
    |-----|-----|-----|-------|-----------|-----------|-----------|----------------|
    | 20  | 30  | 50  | 100   | 20        | 30        | 50        | 100            |
    | 2   | 30  | 50  | 82    | .         | .         | 50        | 82             |
    | 2   | 50  | 30  | 82    | .         | 50        | .         | 82             |
    | 2   | 1   | 50  | 53    | .         | .         | 50        | 53             |
    | 2   | –   | 50  | 52    | .         | 0         | .         | 52             |
    """
)
def test_no_suppressed_cell_can_be_computed_from_the_sum(row: Row) -> None:
    """Eine Summe und ihre Teile.

    Mindestfallzahl 3. Der Grund ist bei allen gesperrten Zellen derselbe: Welche von ihnen klein ist, wird nicht verraten.
    """
    keys = {"Summe": _TOTAL, **_PARTS}
    cube = protect(
        raw({cell: figure(row[name]) for name, cell in keys.items()}, Relation(_TOTAL, tuple(_PARTS.values()))),
        rules(3),
    )
    found = {name: cube.cell(cell).figure for name, cell in keys.items()}
    assert [shown(found[name]) for name in ("A", "B", "C")] == [row[f"gezeigt {name}"] for name in ("A", "B", "C")]
    assert shown(found["Summe"]) == row["gezeigte Summe"]
    assert {each.reason for each in found.values() if not each.known} <= {Reason.SUPPRESSED}
