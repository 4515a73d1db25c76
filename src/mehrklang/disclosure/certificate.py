"""Certificates: a proof, in one pass over the relations, that a cell cannot be found out.

A certificate of cell p is an integer move m of unpublished cells with m[p] ≠ 0 that leaves every cell plausible. Then
the true table x and the table x + m have the same published cells, the same relations and the same public zeros: both
are possible for the attacker, and his interval for p holds x[p] and x[p] + m[p]. No linear programme is needed to
check that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mehrklang.disclosure.table import Flags, Ints, Table


@dataclass(frozen=True, slots=True)
class Move:
    """The cells that change and by how many steps (of the protection width); each cell once, no step zero."""

    cells: Ints
    steps: Ints


def plausible(move: Move, table: Table) -> bool:
    """Whether the attacker could take the table after the move for the true one: nothing fixed moves, nothing falls
    below what he knows.
    """
    return not table.fixed[move.cells].any() and bool((move.steps >= -table.slack[move.cells]).all())


def balanced(moves: Sequence[Move], table: Table) -> list[bool]:
    """Which moves keep every relation: Σ sign·step = 0 in each of them."""
    if not moves:
        return []
    sizes = [len(move.cells) for move in moves]
    which, row, sign = table.incidence.entries(np.concatenate([move.cells for move in moves]))
    owner = np.repeat(np.arange(len(moves)), sizes)[which]
    changes = sign * np.concatenate([move.steps for move in moves])[which]
    _, place = np.unique(owner * max(len(table.equations), 1) + row, return_inverse=True)
    left = np.bincount(place, changes, 1)
    broken = owner[left[place] != 0] if len(place) else owner
    return [bool(ok) for ok in ~np.isin(np.arange(len(moves)), broken)]


def unproven(certificates: Mapping[int, Move], table: Table, published: Flags) -> list[int]:
    """The required cells that have no valid certificate, given what is published in the end."""
    cells = [cell for cell in certificates if table.required[cell]]
    holds = balanced([certificates[cell] for cell in cells], table)
    proven = {
        cell
        for cell, keeps in zip(cells, holds, strict=True)
        if keeps and _moves_only_unpublished(certificates[cell], cell, table, published)
    }
    return [int(cell) for cell in np.flatnonzero(table.required) if int(cell) not in proven]


def _moves_only_unpublished(move: Move, cell: int, table: Table, published: Flags) -> bool:
    moved = bool((move.steps[move.cells == cell] != 0).any())
    return moved and not published[move.cells].any() and plausible(move, table)
