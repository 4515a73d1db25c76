"""Versions of a published cell: which of several delivered rows counts, and which one counted before it.

Rule: an open value (provisional, estimated) gives way to one that is not open, and to a later open one; any value gives
way to a later one that its producer calls revised. What nobody has announced to change does not give way: two such
values that differ contradict each other. A superseded delivery gives way to every other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from mehrklang.cubes import Cell
from mehrklang.store.question import Question
from mehrklang.vocabulary import Finality


@dataclass(frozen=True, slots=True)
class Version:
    """One delivered row of a cell; `age` counts the deliveries in the order in which they came."""

    cell: Cell
    age: int
    superseded: bool = False

    def gives_way_to(self, other: "Version") -> bool:
        """Whether the other one counts in its place.

        >>> from mehrklang.vocabulary import Figure, Lineage, Material
        >>> def version(age: int, state: Finality) -> Version:
        ...     return Version(Cell(Figure.of(12), Material.PUBLISHED, Lineage("a", finality=state)), age)
        >>> version(1, Finality.PROVISIONAL).gives_way_to(version(2, Finality.FINAL))
        True
        >>> version(1, Finality.FINAL).gives_way_to(version(2, Finality.REVISED))
        True
        >>> version(1, Finality.FINAL).gives_way_to(version(2, Finality.FINAL))
        False
        """
        if self.superseded or other.superseded:
            return self.superseded and (not other.superseded or other.age > self.age)
        own, others = self.cell.lineage.finality, other.cell.lineage.finality
        if own.open:
            return not others.open or other.age > self.age
        return others is Finality.REVISED and other.age > self.age


def counting(versions: Sequence[Version]) -> list[Version]:
    """Those that give way to no other; several are a contradiction unless they say the same."""
    return [one for one in versions if not any(one.gives_way_to(other) for other in versions if other is not one)]


def before(versions: Sequence[Version]) -> Cell | None:
    """What counted before, where it said something else; None where nothing did, or nobody can say which."""
    now = counting(versions)
    former = counting([one for one in versions if one not in now])
    if len({one.cell.figure for one in former}) != 1:
        return None
    (cell, *_), current = [one.cell for one in former], now[0].cell
    same = (cell.figure, cell.lineage.finality) == (current.figure, current.lineage.finality)
    return None if same else cell


@dataclass(frozen=True, slots=True)
class Ages:
    """The deliveries in the order in which they came, the superseded ones first."""

    deliveries: Mapping[str, int]
    superseded: frozenset[str]

    @classmethod
    def of(cls, question: Question) -> Self:
        """Those of a question."""
        order = {key: age for age, key in enumerate((*question.superseded, *question.deliveries))}
        return cls(order, frozenset(question.superseded) - set(question.deliveries))

    def differ(self, cells: Sequence[Cell]) -> bool:
        """Whether the rows of one cell say different things, or one of them is out of use."""
        return len(cells) > 1 and (
            len({(cell.figure, cell.lineage.finality) for cell in cells}) > 1 or self._any_superseded(cells)
        )

    def valid(self, cells: Sequence[Cell]) -> bool:
        """Whether any delivery in use holds the cell."""
        return not self.superseded or any(cell.lineage.delivery not in self.superseded for cell in cells)

    def versions(self, cells: Sequence[Cell]) -> list[Version]:
        """The rows with their ages."""
        return [
            Version(cell, self.deliveries[cell.lineage.delivery], cell.lineage.delivery in self.superseded)
            for cell in cells
        ]

    def _any_superseded(self, cells: Sequence[Cell]) -> bool:
        return any(cell.lineage.delivery in self.superseded for cell in cells)
