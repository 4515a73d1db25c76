"""The way through the guard: raw cells in, protected cells out."""

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey, ProtectedCube, Protection
from mehrklang.cubes.raw import RawCube
from mehrklang.cubes.seal import Seal
from mehrklang.disclosure.primary import too_small
from mehrklang.disclosure.secondary import further
from mehrklang.vocabulary import Figure, Lineage, Material, Reason


def protect(raw: RawCube, rules: RuleSet) -> ProtectedCube:
    """Protect a cube by the rules of its source.

    Additive cells below the minimum count are suppressed, then further cells until none of them can be computed from
    published ones. Published cells pass with their producer's signs: they are protected already. Hidden cells stay
    behind. The floor for rates travels in the protocol to where rates are computed.
    """
    additive = {key: cell for key, cell in raw.cells.items() if cell.material is Material.ADDITIVE}
    primary = {key for key, cell in additive.items() if too_small(cell.figure, key.unit, rules)}
    secondary = _secondary(raw, additive, primary)
    reasons = dict.fromkeys(secondary, Reason.SUPPRESSED_SECONDARY) | dict.fromkeys(primary, Reason.SUPPRESSED_PRIMARY)
    visible = {key: cell for key, cell in raw.cells.items() if key not in raw.hidden}
    cells = {key: _suppressed(cell, reasons[key]) if key in reasons else cell for key, cell in visible.items()}
    protocol = Protection(
        rule_set=rules.key,
        cell_count=len(cells),
        suppressed_primary=len(primary & visible.keys()),
        suppressed_secondary=len(secondary),
        passed_published=sum(cell.material is Material.PUBLISHED for cell in cells.values()),
        rate_floor=rules.rate_floor,
    )
    return ProtectedCube(cells, protocol, seal=Seal())


def _secondary(raw: RawCube, additive: dict[CellKey, Cell], primary: set[CellKey]) -> set[CellKey]:
    """Additive cells that fall so that neither the primary ones nor those withheld by the source can be computed."""
    withheld = {key for key, cell in additive.items() if cell.figure.reason is not None and cell.figure.reason.withheld}
    shown = {
        key: cell.figure.number
        for key, cell in additive.items()
        if cell.figure.number is not None and key not in primary and key not in raw.hidden
    }
    return further(raw.relations, shown, additive.keys() - shown.keys(), primary | withheld)


def _suppressed(cell: Cell, reason: Reason) -> Cell:
    """The cell without its number, and without the number of rows, which may be the number of persons."""
    return Cell(Figure.withheld(reason), cell.material, Lineage(cell.lineage.delivery))
