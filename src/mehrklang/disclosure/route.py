"""Secondary suppression as routing: each required cell takes the cheapest move that protects it.

The moves share cells: what one has already suppressed costs the next almost nothing. After a first round in the order
of size, each cell is taken out and routed again among all others (rip-up and reroute, as in the layout of circuits),
and in the end each suppressed cell is tried once: its users look for ways around it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from mehrklang.disclosure.certificate import Move
from mehrklang.disclosure.lattice import Lattice
from mehrklang.disclosure.table import Flags, Floats, Ints, Table

_SHARED = 0.3
"""What a cell costs that one other move has suppressed already; divided among more users."""
_MOST_USERS = 6
"""A cell with more users is not worth the attempt to do without it."""
_CACHED = 90_000
"""Up to so many cells the moves of each required cell are kept between rounds."""


class Router:
    """The certificates found so far and what each cell costs now."""

    def __init__(self, table: Table) -> None:
        self.certificates: dict[int, Move] = {}
        self._table = table
        # two places behind the last cell: one that nothing binds, one that is forbidden (see `lattice`)
        self._free: Flags = np.concatenate([table.free, [True, False]])
        self._weight: Floats = np.concatenate([table.weight, [0.0, np.inf]])
        self._rises: Flags = np.concatenate([~table.fixed, [True, False]])
        self._falls: Flags = np.concatenate([~table.fixed & (table.slack > 0), [True, False]])
        self._use: Ints = np.zeros(len(table) + 2, np.int64)
        self._users: defaultdict[int, set[int]] = defaultdict(set)
        self._cost: Floats = np.where(self._rises, np.where(self._free, 0.0, self._weight), np.inf)
        self._moves: dict[int, list[tuple[Ints, Ints]]] = {}

    @property
    def suppressed(self) -> Flags:
        """The cells that some certificate moves although they could be published."""
        return (self._use > 0)[: len(self._table)] & ~self._table.free

    def cheapen(self, cells: Iterable[int], factor: float) -> None:
        """Make cells cheaper that were suppressed in another period: a stable pattern tells less."""
        chosen = np.fromiter(cells, np.int64)
        self._weight[chosen] *= factor
        self._refresh(chosen)

    def route(self, lattice: Lattice, required: Sequence[int], rounds: int = 3) -> None:
        """Find certificates for the required cells of a slice. Cells for which no product move is plausible stay
        without one.
        """
        order: Sequence[int] = sorted(required, key=lambda cell: (-int(self._table.slack[cell]), cell))
        shuffle = np.random.default_rng(0)  # any order that is always the same
        for _ in range(rounds):
            for cell in order:
                self._reroute(lattice, cell)
            order = [int(cell) for cell in shuffle.permutation(order)]
        self._thin_out(lattice, set(required))
        self._moves.clear()

    def add(self, cell: int, move: Move) -> None:
        """Take a certificate in."""
        self.certificates[cell] = move
        self._use[move.cells] += 1
        for each in move.cells.tolist():
            self._users[each].add(cell)
        self._refresh(move.cells)

    def remove(self, cell: int) -> Move | None:
        """Give a certificate up."""
        move = self.certificates.pop(cell, None)
        if move is not None:
            self._use[move.cells] -= 1
            for each in move.cells.tolist():
                self._users[each].discard(cell)
            self._refresh(move.cells)
        return move

    def users(self, cell: int) -> list[int]:
        """The required cells whose certificates move a cell."""
        return sorted(self._users[cell])

    def cost(self) -> Floats:
        """What it costs now to move each cell."""
        return self._cost[: len(self._table)]

    def _refresh(self, cells: Ints) -> None:
        use = self._use[cells]
        paid = np.where(use == 0, self._weight[cells], _SHARED / (use + 1.0))
        self._cost[cells] = np.where(self._free[cells], 0.0, np.where(self._rises[cells], paid, np.inf))

    def _reroute(self, lattice: Lattice, cell: int) -> None:
        self.remove(cell)
        move = self._cheapest(lattice, cell)
        if move is not None:
            self.add(cell, move)

    def _cheapest(self, lattice: Lattice, cell: int, around: int | None = None) -> Move | None:
        """The cheapest plausible move through a cell, not touching another one."""
        kept = self._cost[around] if around is not None else 0.0
        if around is not None:
            self._cost[around] = np.inf
        best, price = None, np.inf
        for cells, signs in self._plausible(lattice, cell):
            costs = self._cost[cells].sum(1)
            at = int(costs.argmin())
            if costs[at] < price:
                best, price = (cells[at], signs[at]), costs[at]
        if around is not None:
            self._cost[around] = kept
        return None if best is None else _real(best, lattice.ignored)

    def _plausible(self, lattice: Lattice, cell: int) -> list[tuple[Ints, Ints]]:
        if cell not in self._moves:
            blocks = [self._directed(block) for block in lattice.moves(cell)]
            if len(self._table) > _CACHED:
                return [block for block in blocks if len(block[0])]
            self._moves[cell] = [block for block in blocks if len(block[0])]
        return self._moves[cell]

    def _directed(self, block: tuple[Ints, Ints]) -> tuple[Ints, Ints]:
        """The plausible moves of a block, turned round where they are plausible only so."""
        cells, signs = block
        falls, rises = self._falls[cells], self._rises[cells].all(1)
        up: Flags = np.logical_and((falls | (signs > 0)).all(1), rises)
        down: Flags = np.logical_and((falls | (signs < 0)).all(1), rises)
        keep = up | down
        turned = np.where(up[keep], 1, -1)[:, None]
        return cells[keep].astype(np.int32), (signs[keep] * turned).astype(np.int8)

    def _thin_out(self, lattice: Lattice, required: set[int], passes: int = 4) -> None:
        for _ in range(passes):
            single = np.flatnonzero((self._use[: len(self._table)] > 0) & ~self._free[: len(self._table)])
            order = single[np.argsort(self._use[single], kind="stable")].tolist()
            tried = [cell for cell in order if self._users[cell] <= required]
            if sum(self._go_around(lattice, cell) for cell in tried) < 1:
                return

    def _go_around(self, lattice: Lattice, cell: int) -> float:
        """Route all users of a cell around it if that saves something; what it saves."""
        users = self.users(cell)
        if not 0 < len(users) <= _MOST_USERS:
            return 0.0
        before = {user: self.certificates[user] for user in users}
        touched = np.unique(np.concatenate([move.cells for move in before.values()]))
        for user in users:
            self.remove(user)
        saved = self._new(touched)
        for user in users:
            move = self._cheapest(lattice, user, around=cell)
            saved = -np.inf if move is None else saved - self._new(move.cells)
            if saved <= 1e-9 or move is None:
                self._restore(before)
                return 0.0
            self.add(user, move)
        return float(saved)

    def _new(self, cells: Ints) -> float:
        """The weight of those among some cells that nobody uses."""
        return float(self._weight[cells][(self._use[cells] == 0) & ~self._free[cells]].sum())

    def _restore(self, before: dict[int, Move]) -> None:
        for user, move in before.items():
            self.remove(user)
            self.add(user, move)


def _real(move: tuple[Ints, Ints], ignored: int) -> Move:
    """Without the places that hold no cell."""
    cells, steps = (np.asarray(each, np.int64) for each in move)
    there = cells < ignored
    return Move(cells[there], steps[there])
