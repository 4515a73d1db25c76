"""Doing with fewer cells: each suppressed cell is published again if its users find other certificates without it.

The routes of `route` are single product moves; sums of several moves need fewer cells. Region by region, a programme
among the cells that are unpublished anyway asks for another certificate; the difference of the old and the new one is
a move by which other users often get around the cell as well. Nothing new is suppressed. Whoever stands alone with a
required cell in a relation cannot be published; that is seen without a programme.
"""

from functools import cached_property

import numpy as np

from mehrklang.disclosure.certificate import Move
from mehrklang.disclosure.component import reachable
from mehrklang.disclosure.programme import Programme, steps_of, whole
from mehrklang.disclosure.route import Router
from mehrklang.disclosure.table import Flags, Ints, Table

_REGION = 500
"""How many unpublished cells are looked at together."""


def shrink(table: Table, router: Router) -> None:
    """Publish again what is not needed, of the cells of a region those with the greatest weight first."""
    gaps = _Gaps(table, router.suppressed | table.free)
    waiting = router.suppressed
    for centre in np.flatnonzero(waiting).tolist():
        if waiting[centre] and not gaps.bind(centre):
            region = _Region(table, router, reachable(table, gaps.unpublished, centre, _REGION))
            inside = region.cells[waiting[region.cells]]
            for cell in inside[np.argsort(-table.weight[inside], kind="stable")].tolist():
                if gaps.bind(cell):
                    waiting[cell] = False
                elif region.covers(cell):
                    waiting[cell] = False
                    if region.do_without(cell):
                        gaps.publish(cell)
        waiting[centre] = False


class _Gaps:
    """The unpublished cells, counted sum by sum."""

    def __init__(self, table: Table, unpublished: Flags) -> None:
        self.unpublished = unpublished
        row = np.repeat(np.arange(len(table.equations)), np.diff(table.equations.start))
        cell = table.equations.cell
        self._count = np.bincount(row, unpublished[cell], len(table.equations)).astype(np.int64).tolist()
        required = (unpublished & table.required)[cell]
        self._required = np.bincount(row, required, len(table.equations)).astype(np.int64).tolist()
        bounds = table.incidence.start.tolist()
        rows = table.incidence.row.tolist()
        self._rows = [rows[bounds[one] : bounds[one + 1]] for one in range(len(table))]

    def bind(self, cell: int) -> bool:
        """Whether publishing the cell would tell a required one at once: some sum has no third unpublished cell."""
        return any(self._count[row] == 2 and self._required[row] == 1 for row in self._rows[cell])

    def publish(self, cell: int) -> None:
        """Take a cell out."""
        self.unpublished[cell] = False
        for row in self._rows[cell]:
            self._count[row] -= 1


class _Region:
    """Unpublished cells near each other, with the programme of their moves."""

    def __init__(self, table: Table, router: Router, cells: Ints) -> None:
        self.table, self.router, self.cells = table, router, cells
        self._inside = np.zeros(len(table), np.bool_)
        self._inside[cells] = True

    @cached_property
    def programme(self) -> Programme:
        """The moves among the cells, set up when the first of them is asked for."""
        return steps_of(self.table, self.cells)

    def covers(self, cell: int) -> bool:
        """Whether all users of a cell and all cells that they move lie in the region."""
        return all(bool(self._inside[self.router.certificates[user].cells].all()) for user in self.router.users(cell))

    def do_without(self, cell: int) -> bool:
        """Replace the certificates of all users of a cell, if each finds another one; whether that was possible."""
        at = int(np.searchsorted(self.cells, cell))
        self.programme.hold(at, 0, 0)
        found = self._others(at, self.router.users(cell))
        if found is None:
            self.programme.release(at)
            return False
        for user, steps in found.items():
            self.router.remove(user)
            self.router.add(user, Move(self.cells[steps != 0], steps[steps != 0]))
        return True

    def _others(self, at: int, users: list[int]) -> dict[int, Ints] | None:
        """For each user steps that leave the cell at a position alone; None if there are none for some user."""
        found: dict[int, Ints] = {}
        detours: list[Ints] = []
        for user in sorted(users, key=lambda user: (int(self.table.slack[user]), user)):
            old = self._local(self.router.certificates[user])
            new = self._detoured(old, at, user, detours)
            if new is None:
                new = self._searched(user)
                if new is None:
                    return None
                detours.append(old - new)
            found[user] = new
        return found

    def _detoured(self, old: Ints, at: int, user: int, detours: list[Ints]) -> Ints | None:
        """The old certificate led around the cell by a known detour, if that is a certificate."""
        place = int(np.searchsorted(self.cells, user))
        for detour in detours:
            times, rest = divmod(int(old[at]), int(detour[at]))
            new = old - times * detour
            if rest == 0 and new[place] != 0:
                for turned in (new, -new):
                    if (turned >= -self.table.slack[self.cells]).all():
                        return turned
        return None

    def _searched(self, user: int) -> Ints | None:
        place = int(np.searchsorted(self.cells, user))
        for step in (1, -1):
            if step >= -self.table.slack[user]:
                self.programme.hold(place, step, step)
                steps = self.programme.least(np.zeros(len(self.cells)))
                self.programme.release(place)
                if steps is not None and whole(steps):
                    return np.rint(steps).astype(np.int64)
        return None

    def _local(self, move: Move) -> Ints:
        steps = np.zeros(len(self.cells), np.int64)
        steps[np.searchsorted(self.cells, move.cells)] = move.steps
        return steps
