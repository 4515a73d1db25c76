"""Secondary suppression: a certificate for every required cell, with as few suppressed cells as we can find."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.alternative import Alternative
from mehrklang.disclosure.anneal import Annealing
from mehrklang.disclosure.certificate import Move, balanced
from mehrklang.disclosure.history import History
from mehrklang.disclosure.lattice import Lattice, Slice, lattices, slice_of
from mehrklang.disclosure.proofs import Proofs
from mehrklang.disclosure.search import search
from mehrklang.disclosure.shrink import shrink
from mehrklang.disclosure.table import Flags, Floats, Table
from mehrklang.disclosure.witness import product_witness, searched_witness
from mehrklang.vocabulary import Period

_STABLE = 0.9
"""What a cell costs, compared with others, that was suppressed in another period already."""


def suppress(table: Table, relations: Sequence[Relation], history: History) -> Proofs:
    """Slice by slice, earlier periods first, a cheap alternative table; for each required cell a certificate from it,
    or else by the general search; then the thinning out. Cells that nothing protects are left without a certificate:
    the audit names them.
    """
    required: defaultdict[Slice, list[int]] = defaultdict(list)
    for cell in np.flatnonzero(table.required).tolist():
        required[slice_of(table.keys[cell])].append(cell)
    found = lattices(table, relations) if required else {}
    alternative, pattern = Alternative(table), _Pattern(table, history)
    for one, cells in sorted(required.items(), key=lambda item: item[0]):
        if one in found:
            alternative.cheapen(np.fromiter(pattern.before(one), np.int64), _STABLE)
            Annealing(table, alternative, found[one]).run(cells)
            pattern.remember(one[2], np.flatnonzero(alternative.differing & ~table.free).tolist())
    proofs = Proofs(table)
    _certify(table, proofs, found, alternative.differing | table.free)
    shrink(table, proofs)
    return proofs


def _certify(table: Table, proofs: Proofs, found: Mapping[Slice, Lattice], unpublished: Flags) -> None:
    """A certificate for each required cell: among the unpublished ones, or else with as few more as possible."""
    required = np.flatnonzero(table.required).tolist()
    costs = np.where(unpublished, 0.0, table.weight)
    for cell in required:
        cheapest = _product(table, found, costs, cell)
        if cheapest is not None and cheapest[1] == 0:
            proofs.add(cell, cheapest[0])
    for cell in (cell for cell in required if cell not in proofs.certificates):
        if move := searched_witness(table, unpublished, cell):
            _serve(table, proofs, move)
    for cell in (cell for cell in required if cell not in proofs.certificates):
        cheapest = _product(table, found, proofs.costs(), cell)
        move = cheapest[0] if cheapest else search(table, cell, proofs.costs())
        if move is not None:
            proofs.add(cell, move)


def _serve(table: Table, proofs: Proofs, move: Move) -> None:
    """A move that was found for one cell is a certificate for all required cells in it."""
    for cell in move.cells[table.required[move.cells]].tolist():
        if cell not in proofs.certificates:
            proofs.add(cell, move)


def _product(table: Table, found: Mapping[Slice, Lattice], costs: Floats, cell: int) -> tuple[Move, float] | None:
    one = slice_of(table.keys[cell])
    cheapest = product_witness(table, found[one], costs, cell) if one in found else None
    return cheapest if cheapest and balanced([cheapest[0]], table)[0] else None


class _Pattern:
    """Which cells were suppressed in the latest period before."""

    def __init__(self, table: Table, history: History) -> None:
        self._keys = table.keys
        self._place = {key: number for number, key in enumerate(table.keys)}
        self._withheld = {key for key, figure in history.cells.items() if not figure.known}

    def remember(self, period: Period, cells: Sequence[int]) -> None:
        """Take in what was suppressed for a period."""
        self._withheld.update(self._keys[cell] for cell in cells if self._keys[cell].period == period)

    def before(self, one: Slice) -> Iterator[int]:
        """The cells of a slice whose twins were suppressed in the latest period before."""
        measure, unit, period = one
        same = [key for key in self._withheld if (key.measure, key.unit) == (measure, unit) and key.period < period]
        latest = max((key.period for key in same), default=None)
        for key in sorted((key for key in same if key.period == latest), key=str):
            twin = CellKey(measure, unit, key.area, period, key.breakdown)
            if twin in self._place:
                yield self._place[twin]
