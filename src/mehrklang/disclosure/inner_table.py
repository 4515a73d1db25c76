"""The common inner table of tables that close a circle (`cycles`), as hidden cells of the table that is protected.

Nobody asked for the inner cells and nobody gets them, but whoever sees A × B, B × C and A × C of the same persons knows
that there are such cells, that they are whole numbers and not negative, and that every published cell is the sum of
some of them. With them as hidden cells and these sums as relations, every certificate is a move of the inner table, and
leaves an inner table that is possible. What really stands in them need not be known: any inner table that fits will do
(`inner_witness`), because the proof only needs that there is one after the move.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure.cycles import circles
from mehrklang.disclosure.divisions import Divisions
from mehrklang.disclosure.faults import refuse, too_large, untold
from mehrklang.disclosure.history import History
from mehrklang.disclosure.inner_cells import InnerCells
from mehrklang.disclosure.inner_places import Places
from mehrklang.disclosure.unasked import with_unasked
from mehrklang.vocabulary import Figure, Issue, Lineage, Material

MOST = 200_000
"""So many inner cells of all areas and periods are taken in; a larger inner table is refused."""


@dataclass(frozen=True, slots=True)
class Completed:
    """A table with its inner cells, which are hidden; `inner` names them. Without a circle it is the table itself."""

    raw: RawCube
    inner: frozenset[CellKey] = frozenset()


def with_inner_tables(raw: RawCube, history: History) -> Completed:
    """The table with the inner tables of all its circles.

    Raises `DisclosureError` where one is too large (B-SCHUTZ-11) or none is found in time (B-SCHUTZ-12).
    """
    raw = with_unasked(raw)
    divisions = Divisions.of((*raw.relations, *history.relations))
    found = list(circles(divisions))
    if not found:
        return Completed(raw)
    places = Places(raw, history, divisions)
    refuse([too_large(one.example, one.size) for one in found if one.size * places.spots(one) > MOST])
    inner = [InnerCells(circle, period, places) for circle in found for period in places.periods(circle)]
    refuse(list(_overdue(inner)))
    cells: dict[CellKey, Cell] = {}
    sums: list[Relation] = []
    for one in inner:
        cells |= {key: Cell(Figure.of(n), Material.ADDITIVE, Lineage("")) for key, n in one.numbers.items()}
        sums += list(one.relations())
    return Completed(_with(raw, cells, sums, history), frozenset(cells))


def _overdue(inner: list[InnerCells]) -> Iterator[Issue]:
    yield from (untold(one.circle.example) for one in inner if one.overdue)


def _with(raw: RawCube, cells: dict[CellKey, Cell], sums: list[Relation], history: History) -> RawCube:
    """The cube with hidden cells; sums over cells of the past alone stay with what is known of the past."""
    past = {key: Cell(figure, Material.ADDITIVE, Lineage("")) for key, figure in history.cells.items()}
    named = {key for one in sums for key in one.members} - raw.cells.keys() - cells.keys()
    more = cells | {key: past[key] for key in named}
    return replace(raw, cells={**raw.cells, **more}, relations=(*raw.relations, *sums), hidden=raw.hidden | more.keys())
