"""From delivered amounts to cells: roll-up to the asked areas, and the relations that the guard has to know."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from operator import add

from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.store.additive import Delivered
from mehrklang.store.amount import Amount
from mehrklang.store.error import refuse
from mehrklang.store.overlap import Overlap, overlap
from mehrklang.store.question import Question, Request
from mehrklang.store.remainder import Split, splits
from mehrklang.store.rollup import RollUp
from mehrklang.store.row_key import KEYS
from mehrklang.store.tree import Family, Tree
from mehrklang.store.unknown_cut import unknown_cuts
from mehrklang.vocabulary import Issue, Material, Period


@dataclass(frozen=True, slots=True)
class Assembly:
    """The amounts of all cells, the asked and the hidden ones, with what connects them."""

    amounts: dict[CellKey, Amount]
    asked: frozenset[CellKey]
    families: tuple[Family, ...]
    splits: tuple[Split, ...]
    overlap: Overlap = field(default_factory=Overlap)

    def cube(self, *, greatest: int = 0, keyed: bool = False) -> RawCube:
        """The cells with their relations, so many of the greatest amounts of each, and their cell keys."""
        cells = {key: Cell(amount.figure, Material.ADDITIVE, amount.lineage) for key, amount in self.amounts.items()}
        largest = {key: amount.greatest[:greatest] for key, amount in self.amounts.items()} if greatest else {}
        keys = {key: Fraction(amount.key, KEYS) for key, amount in self.amounts.items()} if keyed else {}
        return RawCube(cells, self._relations(), frozenset(cells.keys() - self.asked), largest, cell_keys=keys)

    def _relations(self) -> tuple[Relation, ...]:
        by_area = [
            self._relation(key, [_at(key, area=child.key) for child in family.children])
            for key in self.amounts
            for family in self.families
            if family.parent == key.area and any(_at(key, area=child) in self.amounts for child in family.assigned)
        ]
        by_feature = [
            self._relation(key, [_at(key, request=part) for part in (*split.parts, split.rest)])
            for key in self.amounts
            for split in self.splits
            if (key.measure, key.unit, key.breakdown) == (split.total.measure, split.total.unit, split.total.where)
        ]
        by_piece = [
            self._relation(key, [_at(key, area=part) for part in parts])
            for key in self.amounts
            for total, parts in self.overlap.sums
            if total == key.area
        ]
        return tuple(dict.fromkeys(one for one in by_area + by_feature + by_piece if one.parts))

    def _relation(self, total: CellKey, parts: Sequence[CellKey]) -> Relation:
        return Relation(total, tuple(part for part in parts if part in self.amounts))


def assemble(delivered: Delivered, question: Question, tree: Tree) -> Assembly:
    """Find the amount of every asked cell, and of the cells that complete the relations between them."""
    requests, areas = question.all_requests, question.all_areas
    wanted = set(areas) if areas is not None else set().union(*delivered.areas.values())
    families, overlapping = tree.between(wanted), overlap(tree, wanted)
    places = wanted | {area for family in families for area in (family.parent, *[c.key for c in family.children])}
    divided = splits(requests)
    amounts = delivered.amounts | {key: rest for split in divided for key, rest in delivered.rest(split).items()}
    found: dict[CellKey, Amount] = {}
    torn: dict[Issue, None] = {}
    for request in [*requests, *[split.rest for split in divided]]:
        for period in _periods(delivered, request):
            known = delivered.areas[request.measure, request.unit, period]
            rolled = RollUp(tree, amounts.get((request, period), {}), known, period.start)
            found |= {
                CellKey(request.measure, request.unit, area, period, request.where): amount
                for area in sorted(places)
                if (amount := rolled.amount(area)) is not None
            }
            found |= {
                CellKey(request.measure, request.unit, piece.key, period, request.where): reduce(add, inside)
                for piece in overlapping.pieces
                if (inside := [each for leaf in sorted(piece.leaves) if (each := rolled.amount(leaf)) is not None])
            }
            torn |= dict.fromkeys(unknown_cuts(overlapping, tree, rolled))
    refuse(list(torn))
    now = wanted if question.areas is None else set(question.areas)
    asked = {(request.measure, request.unit, request.where) for request in question.requests}
    shown = frozenset(key for key in found if key.area in now and (key.measure, key.unit, key.breakdown) in asked)
    return Assembly(found, shown, tuple(families), tuple(divided), overlapping)


def _periods(delivered: Delivered, request: Request) -> list[Period]:
    return [period for measure, unit, period in delivered.areas if (measure, unit) == (request.measure, request.unit)]


def _at(key: CellKey, *, area: str = "", request: Request | None = None) -> CellKey:
    """The neighbouring cell: the same, in another area or for another breakdown."""
    breakdown = key.breakdown if request is None else request.where
    return CellKey(key.measure, key.unit, area or key.area, key.period, breakdown)
