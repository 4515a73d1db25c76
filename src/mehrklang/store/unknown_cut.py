"""Overlapping areas of which nobody knows how they are made up: not shown side by side."""

from collections.abc import Iterator

from mehrklang.store.error import fault
from mehrklang.store.overlap import Overlap
from mehrklang.store.rollup import RollUp
from mehrklang.store.tree import Tree
from mehrklang.vocabulary import Issue


def unknown_cuts(overlap: Overlap, tree: Tree, rolled: RollUp) -> Iterator[Issue]:
    """One issue for each area that is delivered and overlaps with others, but of whose smallest parts nothing is."""
    for area in dict.fromkeys(total for total, _ in overlap.sums):
        if area in rolled.delivered and rolled.delivered.isdisjoint(tree.leaves(area)):
            yield fault(
                "B-GEBIET-02",
                f"Das Gebiet {area} überschneidet sich mit anderen Gebieten der Ausgabe, geliefert ist es aber nur als "
                "Ganzes. Aus Differenzen ließen sich kleine Gebiete errechnen, die sich nicht prüfen lassen.",
                "Die Quelle so kleinräumig liefern, dass beide Gliederungen daraus zusammengezählt werden, oder nur "
                "eine der beiden in die Ausgabe aufnehmen.",
            )
