"""What is connected: cells that share a relation in which both may move."""

import numpy as np

from mehrklang.disclosure.table import Flags, Ints, Table


def reachable(table: Table, movable: Flags, cell: int, most: int | None = None) -> Ints:
    """The movable cells that hang together with a cell, in ascending order; of more than `most` only the nearest."""
    seen = np.zeros(len(table), np.bool_)
    seen[cell] = True
    found = [np.array([cell], np.int64)]
    count = 1
    while len(found[-1]) and (most is None or count < most):
        edge = neighbours(table, found[-1])
        edge = np.unique(edge[movable[edge] & ~seen[edge]])
        edge = edge if most is None else edge[: most - count]
        seen[edge] = True
        found.append(edge)
        count += len(edge)
    return np.sort(np.concatenate(found))


def neighbours(table: Table, cells: Ints) -> Ints:
    """All cells that share a relation with some cells, and these; some of them several times."""
    return table.equations.members(table.incidence.entries(cells)[1])
