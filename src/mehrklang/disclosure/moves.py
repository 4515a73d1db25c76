"""Many moves at once, as flat arrays: the products of factors along the axes of a slice (see `axis`, `lattice`)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mehrklang.disclosure.axis import Factor
from mehrklang.disclosure.table import Flags, Ints

Numbers = NDArray[np.int32]

_LARGEST_MOVE = 64
_MOST_COUNTED = 60_000
"""Up to so many products of factors are looked through for the smallest; of more, as many by chance."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves of the cells 0 … count − 1, one after the other: the i-th stands at places[start[i] : start[i + 1]].

    A place names a cell that rises by its number, one that falls by its number plus `count`.
    """

    places: Numbers
    start: Ints
    count: int

    def __len__(self) -> int:
        return len(self.start) - 1

    @property
    def cells(self) -> Numbers:
        """The cells that change."""
        return np.where(self.places < self.count, self.places, self.places - self.count)

    @property
    def rising(self) -> Flags:
        """Whether they rise."""
        return self.places < self.count

    def one(self, number: int) -> tuple[Ints, Ints]:
        """The cells and signs of a move."""
        places = self.places[self.start[number] : self.start[number + 1]].astype(np.int64)
        falling = places // self.count
        return places - falling * self.count, 1 - 2 * falling

    def only(self, keep: Flags) -> "Moves":
        """The moves that are kept."""
        if keep.all():
            return self
        sizes = np.diff(self.start)
        return Moves(self.places[np.repeat(keep, sizes)], starts(sizes[keep]), self.count)

    def all_of(self, flags: Flags) -> Flags:
        """The moves all of whose places are flagged."""
        return np.logical_and.reduceat(flags, self.start[:-1]) if len(self) else np.zeros(0, np.bool_)


@dataclass(frozen=True, slots=True)
class Factors:
    """Changes along one or several axes: the i-th stands at offsets[start[i] : start[i + 1]] of the grid."""

    offsets: Ints
    signs: Ints
    start: Ints

    @property
    def sizes(self) -> Ints:
        """How many places each of them changes."""
        return np.diff(self.start)


NO_CHANGE = Factors(np.array([0]), np.array([1]), np.array([0, 1]))
"""The factor along no axis."""


def factors_of(found: Sequence[Factor], stride: int) -> Factors:
    """Factors as arrays; `stride`: how far apart two neighbours along the axis lie in the grid."""
    pairs = [pair for factor in found for pair in factor]
    offsets = np.array([node * stride for node, _ in pairs], np.int64)
    return Factors(offsets, np.array([sign for _, sign in pairs], np.int64), starts([len(factor) for factor in found]))


def product(one: Factors, other: Factors, most: int, chance: np.random.Generator) -> Factors:
    """The smallest products of two factors, at most so many. Among products of one size chance decides."""
    first, second = _smallest(one.sizes, other.sizes, most, chance)
    sizes = other.sizes[second]
    start = starts(one.sizes[first] * sizes)
    which = np.repeat(np.arange(len(first)), np.diff(start))
    mine, theirs = np.divmod((np.arange(start[-1]) - start[which]).astype(np.int32), sizes[which].astype(np.int32))
    mine, theirs = mine + one.start[first][which], theirs + other.start[second][which]
    return Factors(one.offsets[mine] + other.offsets[theirs], one.signs[mine] * other.signs[theirs], start)


def _smallest(one: Ints, other: Ints, most: int, chance: np.random.Generator) -> tuple[Ints, Ints]:
    """Which pairs make up the smallest products, from the sizes of the factors."""
    if len(one) * len(other) <= _MOST_COUNTED:
        first, second = (index.ravel() for index in np.indices((len(one), len(other))))
    else:
        first, second = (chance.integers(0, len(each), _MOST_COUNTED) for each in (one, other))
    sizes = one[first] * other[second]
    small = np.flatnonzero(sizes <= _LARGEST_MOVE)
    if len(small) > most:
        small = small[np.argpartition(sizes[small] + chance.random(len(small)), most)[:most]]
    return first[small], second[small]


def starts(sizes: Sequence[int] | Ints) -> Ints:
    """Where each of some pieces begins that lie one after the other, and where the last ends.

    >>> starts([2, 3]).tolist()
    [0, 2, 5]
    """
    return np.concatenate([[0], np.cumsum(np.asarray(sizes, np.int64))]).astype(np.int64)
