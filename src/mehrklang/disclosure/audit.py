"""The audit before the seal: proves from the finished cube that no required cell can be found out.

It takes nothing on trust from the search: the table is taken in anew, what counts as published is read from the cube
that is to be sealed, and every certificate is checked relation by relation.
"""

from collections.abc import Mapping

import numpy as np

from mehrklang.cubes import Cell, CellKey
from mehrklang.disclosure.certificate import Move, unproven
from mehrklang.disclosure.table import Flags, Table


def audit(table: Table, cells: Mapping[CellKey, Cell], certificates: Mapping[int, Move]) -> list[CellKey]:
    """The required cells that are not proven safe; none if the cube may be sealed. `cells`: what would be published."""
    return [table.keys[cell] for cell in unproven(certificates, table, published(table, cells))]


def published(table: Table, cells: Mapping[CellKey, Cell]) -> Flags:
    """Which cells of the table anybody can read: those with a number in the cube, and those that never move."""
    shown = [key in cells and cells[key].figure.known for key in table.keys]
    return np.array(shown, np.bool_) | table.fixed
