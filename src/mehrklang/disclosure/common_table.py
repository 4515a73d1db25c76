"""Tables that tell the same counts as one table: under common names into the guard, and back.

A count is suppressed, rounded or changed in all of its tables alike; the relations of all tables bind it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey, ProtectedCube, Protection
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.cubes.seal import Seal
from mehrklang.disclosure.bundle import Bundle, Sheet
from mehrklang.disclosure.faults import different_methods, refuse
from mehrklang.disclosure.history import History
from mehrklang.disclosure.links import Sight, column_of, key_of
from mehrklang.disclosure.protocol import Protocol, savings
from mehrklang.disclosure.rates import Told
from mehrklang.disclosure.rulebook import NONE_STRICTER, Stricter, closed, strictest
from mehrklang.disclosure.rulebook import together as both
from mehrklang.disclosure.shield import Circumstances, Shielded, shield
from mehrklang.vocabulary import Figure, Lineage, Material


class CommonTable:
    """The sheets of a bundle as one table; a sheet that nothing links is a table of its own."""

    def __init__(self, sheets: Sequence[Sheet], bundle: Bundle) -> None:
        self._sheets = {place: sheets[place] for place in bundle.sheets}
        self._names = bundle.names
        self._cells: Mapping[CellKey, Cell] = {}

    def protected(self) -> dict[int, Shielded]:
        """The common table through the guard, and back to the sheets."""
        refuse(different_methods([(sheet.name, sheet.rules) for sheet in self._sheets.values()]))
        shielded = shield(self.raw(), self.rules, self.circumstances())
        return {place: self._sheet(place, shielded) for place in self._sheets}

    @property
    def rules(self) -> RuleSet:
        """What satisfies the rules of all sheets."""
        return strictest(sheet.rules for sheet in self._sheets.values())

    def told(self, cubes: Sequence[ProtectedCube]) -> Told:
        """All sheets after their protection, with what anybody can read in their cubes (in the order of all sheets)."""
        raw, circumstances = self.raw(), self.circumstances()
        shown = frozenset(
            self._of(place, key)
            for place in self._sheets
            for key in cubes[place]
            if cubes[place].cell(key).figure.known
        )
        return Told(raw, self.rules, circumstances.stricter, circumstances.history, shown)

    def _of(self, place: int, key: CellKey) -> CellKey:
        """What a cell of a sheet is called in the common table."""
        return key_of(self._names.get((place, column_of(key)), column_of(key)), key.area, key.period)

    def raw(self) -> RawCube:
        """All cells and relations under their common names."""
        cells: dict[CellKey, Cell] = {}
        relations: list[Relation] = []
        shown: set[CellKey] = set()
        greatest: dict[CellKey, tuple[Decimal, ...]] = {}
        for place, sheet in self._sheets.items():
            for key, cell in sheet.raw.cells.items():
                if cell.material is Material.ADDITIVE:
                    name = self._of(place, key)
                    cells[name] = _closer(cells.get(name), cell)
                    shown |= {name} if key not in sheet.raw.hidden else set()
            relations += [self._renamed(place, one) for one in sheet.raw.relations]
            greatest |= {self._of(place, key): amounts for key, amounts in sheet.raw.greatest.items()}
            for cell, relation in self._sums(place, sheet):
                cells.setdefault(relation.total, cell)
                relations.append(relation)
        self._cells = cells
        return RawCube(cells, tuple(dict.fromkeys(relations)), frozenset(cells.keys() - shown), greatest)

    def _sums(self, place: int, sheet: Sheet) -> Iterator[tuple[Cell, Relation]]:
        """The sums that nobody asked for and that another sheet tells."""
        sight = Sight.of(sheet.raw, sheet.circumstances.history)
        for total in sight.sums:
            if (place, total) in self._names:
                for number, relation in sight.relations(total):
                    cell = Cell(Figure.of(number), Material.ADDITIVE, Lineage(""))
                    yield cell, self._renamed(place, relation)

    def _renamed(self, place: int, relation: Relation) -> Relation:
        return Relation(self._of(place, relation.total), tuple(self._of(place, part) for part in relation.parts))

    def circumstances(self) -> Circumstances:
        """All that was published before, and all that else has to be known, under the common names."""
        every = self._sheets.items()
        before: dict[CellKey, Figure] = {}
        for place, sheet in every:
            for key, figure in sheet.circumstances.history.cells.items():
                name = self._of(place, key)
                if figure.known or name not in before:
                    before[name] = figure
        relations = tuple(
            self._renamed(place, one) for place, sheet in every for one in sheet.circumstances.history.relations
        )
        revised, announced = (
            frozenset(self._of(place, key) for place, sheet in every for key in chosen(sheet.circumstances.history))
            for chosen in (_revised, _open)
        )
        keys = {self._of(place, key): one for place, sheet in every for key, one in sheet.circumstances.keys.items()}
        return Circumstances(
            history=History(before, relations, revised, announced),
            important=frozenset(
                self._of(place, key) for place, sheet in every for key in sheet.circumstances.important
            ),
            secret=next((sheet.circumstances.secret for _, sheet in every if sheet.circumstances.secret), ""),
            keys=keys,
            stricter=self._stricter(),
        )

    def _stricter(self) -> Stricter:
        """The rules of each cell: the strictest of all its tables. What one table withholds counts as small in all."""
        found: dict[CellKey, RuleSet] = {}
        withheld: dict[CellKey, Decimal] = {}
        for place, sheet in self._sheets.items():
            for key, cell in sheet.raw.cells.items():
                name, rules = self._of(place, key), sheet.circumstances.stricter.get(key, sheet.rules)
                found[name] = both(found[name], rules) if name in found else rules
                number = self._cells[name].figure.number if name in self._cells else None
                if number is not None and cell.figure.reason is not None and cell.figure.reason.withheld:
                    withheld[name] = number
        for name, number in withheld.items():
            found[name] = closed(found[name], number)
        return found if len(set(found.values())) > 1 else NONE_STRICTER

    def _sheet(self, place: int, shielded: Shielded) -> Shielded:
        sheet = self._sheets[place]
        cells = {
            key: cell if cell.material is Material.PUBLISHED else self._shown(place, key, cell, shielded.cube)
            for key, cell in sheet.raw.cells.items()
            if key not in sheet.raw.hidden
        }
        protocol = self._protocol(place, sheet, shielded.protocol)
        told = _protection(sheet, cells, protocol, shielded.cube.protection)
        return Shielded(ProtectedCube(cells, told, seal=Seal()), protocol)

    def _shown(self, place: int, key: CellKey, cell: Cell, cube: ProtectedCube) -> Cell:
        figure = cube.cell(self._of(place, key)).figure
        return (
            cell
            if figure == cell.figure or not cell.figure.known
            else Cell(figure, cell.material, _without_rows(cell.lineage))
        )

    def _protocol(self, place: int, sheet: Sheet, whole: Protocol | None) -> Protocol | None:
        """What of the common protocol speaks of the sheet; what a cell protects may lie in another one."""
        if whole is None:
            return None
        own = {self._of(place, key): key for key in sheet.raw.cells if key not in sheet.raw.hidden}
        found = tuple(replace(one, key=own[one.key]) for one in whole.suppressions if one.key in own)
        return replace(
            whole,
            rule_set=sheet.rules.key,
            suppressions=found,
            savings=savings(found),
            known_before=tuple(own[key] for key in whole.known_before if key in own),
        )


def _revised(history: History) -> frozenset[CellKey]:
    return history.revised


def _open(history: History) -> frozenset[CellKey]:
    return history.open


def _without_rows(lineage: Lineage) -> Lineage:
    """The number of rows may be the number of persons."""
    return Lineage(lineage.delivery, finality=lineage.finality)


def _closer(known: Cell | None, cell: Cell) -> Cell:
    """Of two cells that tell the same count the one whose number we know."""
    return cell if known is None or not known.figure.known else known


def _protection(
    sheet: Sheet, cells: Mapping[CellKey, Cell], protocol: Protocol | None, whole: Protection
) -> Protection:
    primary = sum(one.primary for one in protocol.suppressions) + len(protocol.known_before) if protocol else 0
    return Protection(
        rule_set=sheet.rules.key,
        cell_count=len(cells),
        suppressed_primary=primary,
        suppressed_secondary=sum(not one.primary for one in protocol.suppressions) if protocol else 0,
        passed_published=sum(cell.material is Material.PUBLISHED for cell in cells.values()),
        rate_floor=sheet.rules.rate_floor,
        slack=whole.slack,
        base=whole.base,
    )
