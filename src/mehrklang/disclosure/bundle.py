"""Which of the tables that are published together hang together, and what their columns are called in common."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import combinations

from mehrklang.catalogue import RuleSet
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure.links import Column, Sight, column_of, same
from mehrklang.disclosure.shield import ORDINARY, Circumstances


@dataclass(frozen=True, slots=True)
class Sheet:
    """One of the tables that are published together: its source, its raw cells, its rules and circumstances."""

    name: str
    raw: RawCube
    rules: RuleSet
    circumstances: Circumstances = ORDINARY


@dataclass(frozen=True, slots=True)
class Bundle:
    """Sheets that are linked, by their places, and what their columns are called in the common table."""

    sheets: tuple[int, ...]
    names: Mapping[tuple[int, Column], Column] = field(default_factory=dict)


def bundles(sheets: Sequence[Sheet], sights: Sequence[Sight]) -> list[Bundle]:
    """Which sheets hang together by the same counts; a sheet that nothing links is a bundle of its own."""
    classes = _Classes()
    for (one, mine), (other, theirs) in combinations(enumerate(sights), 2):
        for column, twin in same(mine, theirs):
            classes.join((one, column), (other, twin))
    return [_bundle(places, classes, sheets, sights) for places in classes.groups(len(sheets))]


def whole(linked: Sequence[Bundle], sheets: Sequence[Sheet], sights: Sequence[Sight]) -> Bundle:
    """All sheets whose numbers are shown as they are, linked or not, with the sums that nobody asked for: what a reader
    of all of them has before him. Columns that are called alike and are not linked are told apart.
    """
    names: dict[tuple[int, Column], Column] = {}
    owner: dict[Column, tuple[int, int]] = {}
    exact = [place for place, sheet in enumerate(sheets) if not sheet.rules.rounding and not sheet.rules.cell_key]
    for number, bundle in enumerate(linked):
        for place in (place for place in bundle.sheets if place in exact):
            for column in sorted(sights[place].additive, key=str):
                name = bundle.names.get((place, column), column)
                of = (number, -1 if (place, column) in bundle.names else place)
                names[place, column] = name if owner.setdefault(name, of) == of else _told_apart((place, name), sheets)
    return Bundle(tuple(exact), names)


class _Classes:
    """Columns of sheets that tell the same counts (union–find); a class holds at most one column of a sheet."""

    def __init__(self) -> None:
        self._of: dict[tuple[int, Column], frozenset[tuple[int, Column]]] = {}

    def join(self, one: tuple[int, Column], other: tuple[int, Column]) -> None:
        """One class of two, unless a sheet would be in it twice."""
        merged = self.of(one) | self.of(other)
        if len({place for place, _ in merged}) == len(merged):
            self._of |= dict.fromkeys(merged, merged)

    def of(self, one: tuple[int, Column]) -> frozenset[tuple[int, Column]]:
        """The class of a column."""
        return self._of.get(one, frozenset({one}))

    def groups(self, count: int) -> list[tuple[int, ...]]:
        """The places of the sheets that hang together."""
        found = [{place} for place in range(count)]
        for one in set(self._of.values()):
            linked = {place for place, _ in one}
            merged = set().union(*(group for group in found if group & linked))
            found = [*(group for group in found if not group & linked), merged]
        return sorted(tuple(sorted(group)) for group in found)


def _bundle(places: tuple[int, ...], classes: _Classes, sheets: Sequence[Sheet], sights: Sequence[Sight]) -> Bundle:
    """The columns keep the name of the sheet that published them first, else of the first sheet; where two sheets
    call different counts alike, the later one's source is added.
    """
    names: dict[tuple[int, Column], Column] = {}
    if len(places) > 1:
        taken: set[Column] = set()
        for place in places:
            sight = sights[place]
            before = {column_of(key) for key in sheets[place].circumstances.history.cells}
            linked = {column for column in sight.sums if len(classes.of((place, column))) > 1}
            for column in sorted((sight.additive - sight.sums.keys()) | before | linked, key=str):
                if (place, column) not in names:
                    first = _first(classes.of((place, column)), sheets)
                    name = first[1] if first[1] not in taken else _told_apart(first, sheets)
                    taken.add(name)
                    names |= dict.fromkeys(classes.of((place, column)), name)
    return Bundle(places, names)


def _first(members: AbstractSet[tuple[int, Column]], sheets: Sequence[Sheet]) -> tuple[int, Column]:
    def order(member: tuple[int, Column]) -> tuple[bool, int]:
        place, column = member
        return column not in {column_of(key) for key in sheets[place].circumstances.history.cells}, place

    return min(members, key=order)


def _told_apart(member: tuple[int, Column], sheets: Sequence[Sheet]) -> Column:
    place, (measure, unit, where) = member
    return f"{measure} ({sheets[place].name})", unit, where
