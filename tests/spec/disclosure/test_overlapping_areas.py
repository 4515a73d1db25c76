"""Gebiete, die sich überschneiden.

Wer einen Sozialraum und die Stadtteile darin sieht, errechnet, was übrig bleibt. Deshalb kennt die Geheimhaltung jedes Stück, in
das sich zwei Gliederungen zerschneiden, und was nach Abzug ganzer Gebiete übrig bleibt: als verdeckte Fächer mit ihren Summen.
Geht aus den Daten nicht hervor, wie sich zwei Gliederungen überschneiden, wird nichts freigegeben (B-GEBIET-02, B-SCHUTZ-09).
"""

from mehrklang.store.overlap import overlap
from mehrklang.store.tree import Tree
from mehrklang.territory import Membership
from mehrklang.vocabulary import Area, AreaLevel
from tests.spec.table import Row, table


@table(
    """
    | Stadtteil Q  | Stadtteil R  | Sozialraum X | verdeckte Stücke              |
    |--------------|--------------|--------------|-------------------------------|
    | a, b         | c            | a, b         |                               |
    | a, b         | c            | a            | Rest von Q                    |
    | a, b         | c, d         | b, c         | Q ∩ X; R ∩ X; Rest von Q; Rest von R |
    | a, b         | c            | b, c         | Q ∩ X; Rest von Q             |
    """
)
def test_pieces(row: Row) -> None:
    """Stücke zweier Gliederungen.

    a, b, c, d sind die kleinsten Gebiete. Ein Stück, das selbst ein gezeigtes Gebiet ist, braucht keinen eigenen Namen.
    """
    parts = {name: row[head].split(", ") for name, head in zip("QRX", row, strict=False)}
    areas = [
        Area("s", "Stadt", AreaLevel.MUNICIPALITY),
        *(Area(name, name, AreaLevel.QUARTER, "s") for name in parts),
        *(Area(leaf, leaf, AreaLevel.STATISTICAL_AREA, name) for name in "QR" for leaf in parts[name]),
    ]
    memberships = [Membership("sozialraum", leaf, "X") for leaf in parts["X"]]
    found = overlap(Tree(areas, memberships), frozenset({"s", *parts}))
    assert "; ".join(sorted(piece.key for piece in found.pieces)) == row["verdeckte Stücke"]
