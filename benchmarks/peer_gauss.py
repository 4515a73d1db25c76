"""What one would use instead: secondary suppression by Gaussian elimination, written anew from its description.

Langsrud, Ø. (2024): Secondary Cell Suppression by Gaussian Elimination; R packages SSBtools and GaussSuppression,
`SuppressSmallCounts` with zeros published and its default for singletons ("anySum", as it is since SSBtools 1.5.2).
Zeros first, then the largest counts (ties by what their inner cells add up to), each candidate is published unless its
column of the model matrix, reduced by all published ones, is proportional to that of a secret cell, or consists of
single persons only. Intervals and whole numbers are not looked at, nor that a suppressed cell is at least one where
zeros are shown. It suppresses cell by cell what R suppresses on S, K and L, and on M all but five and four others
(decision 0008; `peer.R` runs the packages themselves on the tables of `peer_export`).

Which rows are pivots does not change what follows from what; so here it is the row with the fewest entries, among
those of several persons as long as there are some. Where sums of single persons with both signs are let through, the
package's pivot, the first row, may let through others, as on M. Calculated modulo a
prime; two random sums of rows find the proportional columns, which are then compared entry by entry.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from mehrklang.cubes import CellKey

PRIME = 2_147_483_647
Ints = NDArray[np.int64]
Inner = Mapping[tuple[CellKey, ...], int]
"""Persons of each inner cell, named by all the cells that count it."""


def suppressed(numbers: Mapping[CellKey, int], inner: Inner, minimum_count: int) -> set[CellKey]:
    """All cells that fall: the small ones and those beside them."""
    rows = _rows(numbers, inner)
    same = _same_column(rows)
    small = {column for column, keys in same.items() if any(0 < numbers[key] < minimum_count for key in keys)}
    rank = _ranks(numbers, inner)
    candidates = sorted(same.keys() - small, key=lambda column: -rank[same[column][0]])
    elimination = _Elimination([*candidates, *sorted(small)], len(candidates), [inner[row] == 1 for row in rows])
    fallen = [column for at, column in enumerate(candidates) if not elimination.publish(at)]
    return {key for column in (*small, *fallen) for key in same[column] if numbers[key] > 0}


def _rows(numbers: Mapping[CellKey, int], inner: Inner) -> list[tuple[CellKey, ...]]:
    """The inner cells that no published zero settles, those of single persons last."""
    times: dict[CellKey, int] = {}
    for cells in inner:
        for key in cells:
            times[key] = times.get(key, 0) + 1
    left = [cells for cells in inner if not any(times[key] == 1 and numbers[key] == 0 for key in cells)]
    return sorted(left, key=lambda cells: inner[cells] == 1)


def _same_column(rows: list[tuple[CellKey, ...]]) -> dict[tuple[int, ...], list[CellKey]]:
    """The cells by the rows that they count: those that count the same are one column."""
    columns: dict[CellKey, list[int]] = {}
    for at, cells in enumerate(rows):
        for key in cells:
            columns.setdefault(key, []).append(at)
    same: dict[tuple[int, ...], list[CellKey]] = {}
    for key, column in columns.items():
        same.setdefault(tuple(column), []).append(key)
    return same


def _ranks(numbers: Mapping[CellKey, int], inner: Inner) -> dict[CellKey, float]:
    """The package's order: the count plus one, ties by the inner cells with all that counts them; zeros before all."""
    ties = dict.fromkeys(numbers, 0)
    for cells in inner:
        weight = sum(numbers[key] + 1 for key in cells)
        for key in cells:
            ties[key] += weight
    most = max(ties.values())
    return {key: number + 1 + 0.99 * ties[key] / most if number else np.inf for key, number in numbers.items()}


class _Elimination:
    """The model matrix, reduced by the columns published so far; its last two rows are random sums of all others."""

    def __init__(self, columns: list[tuple[int, ...]], candidates: int, single: list[bool]) -> None:
        self._count, self._several = len(single), len(single) - sum(single)
        self._matrix = np.zeros((self._count + 2, len(columns)), np.int32)
        weights = np.random.default_rng(5).integers(1, PRIME, (2, self._count))
        for at, column in enumerate(columns):
            if at < candidates or column[0] < self._several:  # sums of single persons are seen without a column
                self._matrix[list(column), at] = 1
                self._matrix[-2:, at] = (weights[:, list(column)] % PRIME).sum(1) % PRIME
        self._secret = np.array([at for at in range(candidates, len(columns)) if self._matrix[:, at].any()], np.int64)
        self._entries = np.count_nonzero(self._matrix[: self._count], axis=1)
        self._used = np.zeros(self._count, np.bool_)

    def publish(self, at: int) -> bool:
        """Eliminate the column of a cell, unless that tells a secret; whether it is published."""
        column = self._matrix[: self._count, at]
        rows = np.flatnonzero(column)
        if not len(rows):
            return True
        values = column[rows].astype(np.int64)
        safe = not self._tells_singles(rows, values) and not self._tells_secret(at, rows, values)
        prints = self._matrix[-2:, at].astype(np.int64)
        self._matrix[:, at] = 0
        self._entries[rows] -= 1
        if safe:
            self._eliminate(rows, values, prints)
        return safe

    def _tells_singles(self, rows: Ints, values: Ints) -> bool:
        """Whether only single persons are left; sums with both signs are let through once for each of them."""
        if rows[0] < self._several:
            return False
        if _both_signs(values) and not self._used[rows].any():
            self._used[rows] = True
            return False
        return True

    def _tells_secret(self, at: int, rows: Ints, values: Ints) -> bool:
        one, other = self._matrix[-2:, self._secret].astype(np.int64)
        mine, yours = (int(each) for each in self._matrix[-2:, at])
        alike = self._secret[(one * yours - other * mine) % PRIME == 0]
        return any(self._proportional(each, rows, values) for each in alike.tolist())

    def _proportional(self, secret: int, rows: Ints, values: Ints) -> bool:
        column = self._matrix[: self._count, secret]
        theirs = column[rows].astype(np.int64)
        factors = (theirs * int(values[0]) - values * int(theirs[0])) % PRIME
        return np.count_nonzero(column) == len(rows) and bool(theirs.all()) and not factors.any()

    def _eliminate(self, rows: Ints, values: Ints, prints: Ints) -> None:
        several = np.flatnonzero(rows < self._several)
        eligible = several if len(several) else np.arange(len(rows))
        place = eligible[np.argmin(self._entries[rows[eligible]])]
        pivot = int(rows[place])
        others = np.flatnonzero(self._matrix[pivot])
        times = self._matrix[pivot, others].astype(np.int64) * pow(int(values[place]), PRIME - 2, PRIME) % PRIME
        block = np.ix_(np.concatenate([rows, [self._count, self._count + 1]]), others)
        before = self._matrix[block]
        after = (before - np.concatenate([values, prints])[:, None] * times[None, :] % PRIME) % PRIME
        self._matrix[block] = after
        self._entries[rows] += np.count_nonzero(after[:-2], axis=1) - np.count_nonzero(before[:-2], axis=1)
        self._matrix[pivot] = 0


def _both_signs(values: Ints) -> bool:
    """Whether a sum modulo the prime adds some and takes away others, seen from its first multiple in small numbers."""
    multiples = ((values * factor + PRIME // 2) % PRIME - PRIME // 2 for factor in range(1, 1000))
    whole = next(each for each in multiples if abs(each).max() < 1000)
    return bool(whole.min() < 0 < whole.max())
