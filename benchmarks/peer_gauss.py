"""What one would use instead: secondary suppression by Gaussian elimination, written anew from its description.

Langsrud, Ø. (2024): Secondary Cell Suppression by Gaussian Elimination (R package GaussSuppression). Candidates are
published in the order of their counts, the largest first, unless a secret cell could then be computed. Columns of the
model matrix over the inner cells are eliminated modulo a prime. A secret is told if its column vanishes; with
singletons (the package's "anySum") also if the difference of a singleton's column and another secret column, up to a
factor, does. Intervals and whole numbers are not looked at.
"""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure.table import Ints

PRIME = 2_147_483_647


def suppressed(raw: RawCube, minimum_count: int) -> set[CellKey]:
    """All cells that fall: the small ones and those beside them."""
    numbers = {key: int(cell.figure.number or 0) for key, cell in raw.cells.items()}
    keys = [key for key, number in numbers.items() if number > 0]
    matrix = _model(raw, keys)
    two = np.random.default_rng(5).integers(1, PRIME, (2, matrix.shape[0]))
    prints = np.array([(matrix * weights[:, None] % PRIME).sum(0) % PRIME for weights in two])
    small = [at for at, key in enumerate(keys) if numbers[key] < minimum_count]
    secret = _Secret(prints, _distinct(prints, small), {at for at in small if numbers[keys[at]] == 1})
    large = [at for at, key in enumerate(keys) if numbers[key] >= minimum_count]
    fallen = [at for at in sorted(large, key=lambda at: -numbers[keys[at]]) if not _publish(matrix, at, secret)]
    return {keys[at] for at in (*small, *fallen)}


class _Secret:
    """The secret columns by two fingerprints, which follow every elimination."""

    def __init__(self, prints: Ints, columns: Iterable[int], singles: set[int]) -> None:
        self.prints, self.columns = prints, set(columns)
        kept = {tuple(prints[:, at]) for at in singles}
        self._singles = {at for at in self.columns if tuple(prints[:, at]) in kept}
        self._groups: defaultdict[int, set[int]] = defaultdict(set)
        self._group = {at: self._ratio(prints[:, at]) for at in self.columns}
        for at, group in self._group.items():
            self._groups[group].add(at)

    def told(self, changed: dict[int, Ints]) -> bool:
        """Whether the columns with their new fingerprints tell a secret."""
        groups = defaultdict(set)
        for at, prints in changed.items():
            if not prints.any():
                return True
            groups[self._ratio(prints)].add(at)
        for group, members in groups.items():
            together = members | {at for at in self._groups.get(group, ()) if at not in changed}
            if len(together) > 1 and together & self._singles:
                return True
        return False

    def take(self, changed: dict[int, Ints]) -> None:
        """Keep the new fingerprints."""
        for at, prints in changed.items():
            self._groups[self._group[at]].discard(at)
            self._group[at] = self._ratio(prints)
            self._groups[self._group[at]].add(at)

    @staticmethod
    def _ratio(prints: Ints) -> int:
        one, other = int(prints[0]), int(prints[1])
        return one * pow(other, PRIME - 2, PRIME) % PRIME if other else -1


def _publish(matrix: Ints, at: int, secret: _Secret) -> bool:
    """Eliminate the column of a cell, unless that tells a secret."""
    column = matrix[:, at].copy()
    rows = np.flatnonzero(column)
    matrix[:, at] = 0
    if not len(rows):
        return True
    pivot = rows[0]
    others = np.flatnonzero(matrix[pivot])
    times = matrix[pivot, others] * pow(int(column[pivot]), PRIME - 2, PRIME) % PRIME
    prints = (secret.prints[:, others] - times * secret.prints[:, [at]] % PRIME) % PRIME
    changed = {int(c): prints[:, i] for i, c in enumerate(others) if int(c) in secret.columns}
    if secret.told(changed):
        return False
    secret.take(changed)
    secret.prints[:, others] = prints
    for row in rows:
        matrix[row, others] = (matrix[row, others] - column[row] * times % PRIME) % PRIME
    matrix[pivot] = 0
    return True


def _distinct(prints: Ints, columns: Iterable[int]) -> list[int]:
    return list({tuple(prints[:, at]): at for at in reversed(list(columns))}.values())


def _model(raw: RawCube, keys: list[CellKey]) -> Ints:
    """Inner cells in rows, cells in columns: 1 where the cell counts the inner cell. Of several divisions of a cell the
    first one adds it up; the others are crossed in as inner cells of their own kind.
    """
    first = {relation.total: relation for relation in reversed(raw.relations)}
    inner = {key: row for row, key in enumerate(key for key in keys if key not in first)}
    matrix = np.zeros((len(inner), len(keys)), np.int64)
    for column, key in enumerate(keys):
        waiting = [key]
        while waiting:
            one = waiting.pop()
            if one in inner:
                matrix[inner[one], column] = 1
            elif one in first:
                waiting += first[one].parts
    return matrix
