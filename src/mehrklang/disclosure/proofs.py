"""The certificates found so far, and the cells that are suppressed for them."""

from collections import defaultdict

import numpy as np

from mehrklang.disclosure.certificate import Move
from mehrklang.disclosure.table import Flags, Floats, Ints, Table


class Proofs:
    """A certificate per required cell, and who needs each suppressed cell."""

    def __init__(self, table: Table) -> None:
        self.certificates: dict[int, Move] = {}
        self._table = table
        self._use: Ints = np.zeros(len(table), np.int64)
        self._users: defaultdict[int, set[int]] = defaultdict(set)

    @property
    def suppressed(self) -> Flags:
        """The cells that some certificate moves although they could be published."""
        return (self._use > 0) & ~self._table.free

    def add(self, cell: int, move: Move) -> None:
        """Take a certificate in."""
        self.certificates[cell] = move
        self._use[move.cells] += 1
        for each in move.cells.tolist():
            self._users[each].add(cell)

    def remove(self, cell: int) -> Move | None:
        """Give a certificate up."""
        move = self.certificates.pop(cell, None)
        if move is not None:
            self._use[move.cells] -= 1
            for each in move.cells.tolist():
                self._users[each].discard(cell)
        return move

    def users(self, cell: int) -> list[int]:
        """The required cells whose certificates move a cell."""
        return sorted(self._users[cell])

    def costs(self) -> Floats:
        """What it costs to move each cell: nothing for those that are unpublished already."""
        return np.where((self._use > 0) | self._table.free, 0.0, self._table.weight)
