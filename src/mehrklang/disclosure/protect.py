"""The way through the guard: raw cells in, protected cells out, or nothing."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import numpy as np

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey, ProtectedCube, Protection
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.cubes.seal import Seal
from mehrklang.disclosure.audit import audit
from mehrklang.disclosure.faults import exposed, faults, refuse
from mehrklang.disclosure.history import NOTHING_BEFORE, History
from mehrklang.disclosure.inner_table import with_inner_tables
from mehrklang.disclosure.intake import intake, primary
from mehrklang.disclosure.primary import widened
from mehrklang.disclosure.protocol import Protocol, savings, suppressions
from mehrklang.disclosure.route import Router
from mehrklang.disclosure.rulebook import NONE_STRICTER, Stricter, completed
from mehrklang.disclosure.suppress import suppress
from mehrklang.disclosure.table import Table
from mehrklang.vocabulary import Figure, Lineage, Material, Reason


@dataclass(frozen=True, slots=True)
class Guarded:
    """A protected cube, and the protocol that stays in the office."""

    cube: ProtectedCube
    protocol: Protocol


def protect(
    raw: RawCube, rules: RuleSet, *, history: History = NOTHING_BEFORE, important: AbstractSet[CellKey] = frozenset()
) -> ProtectedCube:
    """The protected cube alone (see `guard`)."""
    return guard(raw, rules, history=history, important=important).cube


def guard(
    raw: RawCube,
    rules: RuleSet,
    *,
    history: History = NOTHING_BEFORE,
    important: AbstractSet[CellKey] = frozenset(),
    stricter: Stricter = NONE_STRICTER,
) -> Guarded:
    """Protect a cube by the rules of its source, against everybody who knows what was published before.

    Additive cells below the minimum count are suppressed, then further cells until each of the small ones has a proof
    that it cannot be found out; `important` cells fall last, `stricter` names rules for single cells. Published cells
    pass with their producer's signs. Hidden cells stay behind. Faulty material or a failed audit raises
    `DisclosureError` with German issues, and no cube.
    """
    history = history.held_against(raw.cells)
    refuse(faults(raw, history))
    whole = with_inner_tables(raw, history)
    raw, stricter = whole.raw, completed(whole.raw, rules, stricter)
    rules = widened(raw, rules, stricter)
    table, relations = intake(raw, rules, history, important, stricter=stricter, inner=whole.inner)
    router = suppress(table, relations, history)
    small = primary(raw, rules, stricter)
    withheld = small | {table.keys[cell] for cell in np.flatnonzero(router.suppressed).tolist()}
    visible = {key: cell for key, cell in raw.cells.items() if key not in raw.hidden}
    cells = {key: _suppressed(cell) if key in withheld else cell for key, cell in visible.items()}
    again, _ = intake(raw, rules, history, important, stricter=stricter, inner=whole.inner)
    refuse([exposed(key) for key in audit(again, cells, router.certificates)])
    known = tuple(key for key in visible if key in small and history.published(key))
    protocol = replace(_protocol(table, router, relations, raw, rules), known_before=known)
    return Guarded(ProtectedCube(cells, _summary(cells, protocol, rules), seal=Seal()), protocol)


def _suppressed(cell: Cell) -> Cell:
    """The cell without its number, and without the number of rows, which may be the number of persons. Whether it was
    small itself is not said (see `protocol`).
    """
    lineage = Lineage(cell.lineage.delivery, finality=cell.lineage.finality)
    return Cell(Figure.withheld(Reason.SUPPRESSED), cell.material, lineage)


def _protocol(table: Table, router: Router, relations: Sequence[Relation], raw: RawCube, rules: RuleSet) -> Protocol:
    found = tuple(suppressions(table, router, relations, raw.hidden))
    losable = int((~table.fixed & ~table.free).sum())
    return Protocol(
        rule_set=rules.key,
        suppressions=found,
        savings=savings(found),
        lost_share=int(router.suppressed.sum()) / losable if losable else 0.0,
        audited=int(table.required.sum()),
        width=rules.protection_width,
    )


def _summary(cells: Mapping[CellKey, Cell], protocol: Protocol, rules: RuleSet) -> Protection:
    return Protection(
        rule_set=rules.key,
        cell_count=len(cells),
        suppressed_primary=sum(one.primary for one in protocol.suppressions) + len(protocol.known_before),
        suppressed_secondary=sum(not one.primary for one in protocol.suppressions),
        passed_published=sum(cell.material is Material.PUBLISHED for cell in cells.values()),
        rate_floor=rules.rate_floor,
    )
