"""Secondary suppression: a certificate for every required cell, with as few suppressed cells as we can find."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.certificate import balanced
from mehrklang.disclosure.history import History
from mehrklang.disclosure.lattice import Slice, lattices, slice_of
from mehrklang.disclosure.route import Router
from mehrklang.disclosure.search import search
from mehrklang.disclosure.shrink import shrink
from mehrklang.disclosure.table import Table
from mehrklang.vocabulary import Period

_STABLE = 0.9
"""What a cell costs, compared with others, that was suppressed in another period already."""


def suppress(table: Table, relations: Sequence[Relation], history: History) -> Router:
    """Slice by slice, earlier periods first; for cells that no product move protects the general search; then the
    thinning out. Cells that nothing protects are left without a certificate: the audit names them.
    """
    router = Router(table)
    required: defaultdict[Slice, list[int]] = defaultdict(list)
    for cell in np.flatnonzero(table.required).tolist():
        required[slice_of(table.keys[cell])].append(cell)
    found = lattices(table, relations) if required else {}
    pattern = _Pattern(table, history)
    for one, cells in sorted(required.items(), key=lambda item: item[0]):
        router.cheapen(pattern.before(one), _STABLE)
        if one in found:
            router.route(found[one], cells)
            _drop_unbalanced(table, router, cells)
        _search(table, router, cells)
        pattern.remember(one[2], np.flatnonzero(router.suppressed).tolist())
    shrink(table, router)
    return router


def _drop_unbalanced(table: Table, router: Router, cells: Sequence[int]) -> None:
    """Give up the moves that break a relation: the axes were read off from sums in which parts are missing."""
    routed = [cell for cell in cells if cell in router.certificates]
    for cell, holds in zip(routed, balanced([router.certificates[cell] for cell in routed], table), strict=True):
        if not holds:
            router.remove(cell)


def _search(table: Table, router: Router, required: Sequence[int]) -> None:
    """Certificates for the cells that no product move protects. What is found for one serves all that are in it."""
    for cell in required:
        if cell in router.certificates:
            continue
        move = search(table, cell, router.cost(), router.suppressed | table.free)
        if move is not None:
            for each in move.cells[table.required[move.cells]].tolist():
                if each not in router.certificates:
                    router.add(each, move)


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
