"""An attacker of another make than the guard's: dense Gaussian elimination, one rank comparison per cell."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation


def rank(matrix: Sequence[Sequence[int]]) -> int:
    """The rank of a matrix."""
    rows = [[Fraction(x) for x in row] for row in matrix]
    found = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for row in rows[found + 1 :]:
            times = row[column] / pivot[column]
            row[:] = [x - times * y for x, y in zip(row, pivot, strict=True)]
        found += 1
    return found


def finds(relations: Sequence[Relation], unknown: Collection[CellKey]) -> set[CellKey]:
    """The unknown cells whose value follows: adding "this cell is known" to the equations tells nothing new."""
    columns = list(unknown)
    system = [[relation.parts.count(key) - (relation.total == key) for key in columns] for relation in relations]
    known = rank(system)
    return {key for key in columns if rank([*system, [int(key == other) for other in columns]]) == known}
