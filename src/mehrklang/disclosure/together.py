"""Tables that are published together are protected together: what links them is found, and they become one table.

Columns that tell the same counts (`links`) become one column, so that a count is suppressed, rounded or changed in all
of its tables alike; the relations of all tables bind it, and the audit before the seal looks at all of them at once.
Tables that nothing links are protected one by one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey, ProtectedCube, Protection
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.cubes.seal import Seal
from mehrklang.disclosure.bundle import Bundle, Sheet, bundles
from mehrklang.disclosure.faults import DisclosureError, different_methods, refuse, told_by_rate
from mehrklang.disclosure.history import History
from mehrklang.disclosure.links import Sight, column_of, key_of, published_twins
from mehrklang.disclosure.protocol import Protocol, savings
from mehrklang.disclosure.rates import told_by_rates
from mehrklang.disclosure.rulebook import NONE_STRICTER, Stricter, strictest
from mehrklang.disclosure.rulebook import together as both
from mehrklang.disclosure.sample_limits import limited_cube
from mehrklang.disclosure.shield import Circumstances, Shielded, shield
from mehrklang.vocabulary import Figure, Lineage, Material


def shield_together(sheets: Sequence[Sheet]) -> tuple[Shielded, ...]:
    """Each sheet protected, in the same order, so that all of them together tell no secret.

    Raises `DisclosureError` with German issues, and then no cube at all.
    """
    sheets = [_limited(sheet) for sheet in sheets]
    sights = [Sight.of(sheet.raw, sheet.circumstances.history) for sheet in sheets]
    informed = [replace(sheet, circumstances=_informed(place, sheets, sights)) for place, sheet in enumerate(sheets)]
    found, torn = _each_bundle(informed, sights)
    if torn:
        names = frozenset[str]().union(*(error.sheets for error in torn))
        raise DisclosureError(tuple(issue for error in torn for issue in error.issues), names)
    _refuse_rates(sheets, [found[place].cube for place in range(len(sheets))])
    return tuple(found[place] for place in range(len(sheets)))


def _each_bundle(sheets: Sequence[Sheet], sights: Sequence[Sight]) -> tuple[dict[int, Shielded], list[DisclosureError]]:
    """What could be protected, by place, and the faults of what could not, with the names of their sheets."""
    found: dict[int, Shielded] = {}
    torn: list[DisclosureError] = []
    for bundle in bundles(sheets, sights):
        try:
            found |= _protected(sheets, bundle)
        except DisclosureError as error:
            torn.append(DisclosureError(error.issues, frozenset(sheets[place].name for place in bundle.sheets)))
    return found, torn


def _refuse_rates(sheets: Sequence[Sheet], cubes: Sequence[ProtectedCube]) -> None:
    """The producers' shares that tell a suppressed count are not shown beside it."""
    found = list(told_by_rates([sheet.raw for sheet in sheets], cubes))
    if found:
        columns = frozenset((sheet.name, rate) for _, rate in found for sheet in sheets if rate in sheet.raw.cells)
        names = frozenset(name for name, _ in columns)
        raise DisclosureError(tuple(told_by_rate(count, rate) for count, rate in found), names, columns)


def _informed(place: int, sheets: Sequence[Sheet], sights: Sequence[Sight]) -> Circumstances:
    """What producers have published of a sheet's own counts is known, whatever the sheet itself shows."""
    circumstances, rules = sheets[place].circumstances, sheets[place].rules
    if rules.rounding or rules.cell_key:
        return circumstances  # nobody is told there which numbers are exact
    before = circumstances.history
    told = {
        key_of(column, *spot): Figure.of(number)
        for other in sights
        for column, twin in published_twins(sights[place], other)
        for spot, number in other.numbers[twin].items()
        if number is not None and spot in sights[place].numbers[column]
    }
    return replace(circumstances, history=replace(before, cells={**before.cells, **told})) if told else circumstances


def _protected(sheets: Sequence[Sheet], bundle: Bundle) -> dict[int, Shielded]:
    """The sheets of one bundle by their places."""
    if len(bundle.sheets) == 1:
        (place,) = bundle.sheets
        sheet = sheets[place]
        return {place: shield(sheet.raw, sheet.rules, sheet.circumstances)}
    return _Common(sheets, bundle).protected()


class _Common:
    """Linked sheets as one table."""

    def __init__(self, sheets: Sequence[Sheet], bundle: Bundle) -> None:
        self._sheets = {place: sheets[place] for place in bundle.sheets}
        self._names = bundle.names
        self._cells: Mapping[CellKey, Cell] = {}

    def protected(self) -> dict[int, Shielded]:
        """The common table through the guard, and back to the sheets."""
        refuse(different_methods([(sheet.name, sheet.rules) for sheet in self._sheets.values()]))
        rules = strictest(sheet.rules for sheet in self._sheets.values())
        raw = self._raw()
        self._cells = raw.cells
        shielded = shield(raw, rules, self._circumstances())
        return {place: self._sheet(place, shielded) for place in self._sheets}

    def _of(self, place: int, key: CellKey) -> CellKey:
        """What a cell of a sheet is called in the common table."""
        return key_of(self._names.get((place, column_of(key)), column_of(key)), key.area, key.period)

    def _raw(self) -> RawCube:
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

    def _circumstances(self) -> Circumstances:
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
            found[name] = replace(found[name], minimum_count=int(abs(number)) + 1, zero_is_public=False)
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


def _limited(sheet: Sheet) -> Sheet:
    """Limits of a sample concern one survey alone and come first."""
    return replace(sheet, raw=limited_cube(sheet.raw, sheet.rules.sample)) if sheet.rules.sample else sheet


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
