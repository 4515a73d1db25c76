"""What links tables that are published together: columns that tell the same counts under different names.

A column is a measure in a unit for one breakdown, over areas and periods. Nobody has to declare that two sources count
the same persons: an attacker who sees two columns agree wherever both are published takes them for the same, and so
does the guard, which sees all of both. Sums that nobody asked for are compared too (women and men here, all persons
there). A link never loosens anything: it makes the attacker know more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure.history import NOTHING_BEFORE, History
from mehrklang.vocabulary import Breakdown, Material, Period, Unit

Column = tuple[str, Unit, Breakdown]
Spot = tuple[str, Period]
"""Area and period."""

Numbers = Mapping[Spot, Decimal | None]
"""A column: by area and period what is counted there, as far as it is known."""

_PLAIN = 10
"""One agreeing number from here on is no chance; of smaller ones two are asked for."""
_SURE, _SURE_CELLS = 100, 3


def column_of(key: CellKey) -> Column:
    """The column of a cell."""
    return key.measure, key.unit, key.breakdown


@dataclass(frozen=True, slots=True)
class Sight:
    """What a table holds by columns: the numbers that are known to us (None: not even to us), and the sums that nobody
    asked for with their parts. `additive` are the columns that the guard protects; the others their producer has
    published.
    """

    numbers: Mapping[Column, Numbers]
    sums: Mapping[Column, tuple[Column, ...]]
    additive: frozenset[Column]

    @classmethod
    def of(cls, raw: RawCube, history: History = NOTHING_BEFORE) -> "Sight":
        """The columns of a cube and of what was published of it before; counts alone, because shares and prices add up
        to nothing.
        """
        numbers: defaultdict[Column, dict[Spot, Decimal | None]] = defaultdict(dict)
        additive: set[Column] = set()
        for key, figure in history.cells.items():
            if key.unit.additive and key not in raw.cells and key not in history.revised:
                numbers[column_of(key)][key.area, key.period] = figure.number
                additive.add(column_of(key))
        for key, cell in raw.cells.items():
            if key.unit.additive:
                numbers[column_of(key)][key.area, key.period] = cell.figure.number
                additive |= {column_of(key)} if cell.material is Material.ADDITIVE else set()
        sums = dict(_unasked(additive))
        totals = {total: added(parts, numbers) for total, parts in sums.items()}
        return cls({**numbers, **totals}, sums, frozenset(additive | sums.keys()))

    def relations(self, total: Column) -> Iterator[tuple[Decimal, Relation]]:
        """The sum that nobody asked for in each area and period, with its number."""
        for (area, period), number in self.numbers[total].items():
            parts = [part for part in self.sums[total] if (area, period) in self.numbers[part]]
            if number is not None:
                yield number, Relation(key_of(total, area, period), tuple(key_of(part, area, period) for part in parts))


def same(one: Sight, other: Sight) -> Iterator[tuple[Column, Column]]:
    """The columns of two tables, both to be protected, that tell the same counts; each at most once, those of one name
    first.
    """
    taken: set[Column] = set()
    others = sorted(other.additive, key=lambda each: (each in other.sums, str(each)))
    for mine in sorted(one.additive, key=lambda each: (each not in other.additive, each in one.sums, str(each))):
        candidates = ([mine] if mine in other.additive else []) + others
        agreeing = (each for each in candidates if each not in taken and agree(one.numbers[mine], other.numbers[each]))
        found = next(agreeing, None)
        if found is not None:
            taken.add(found)
            yield mine, found


def published_twins(one: Sight, other: Sight) -> Iterator[tuple[Column, Column]]:
    """The columns of a table that another one tells as published statistics. Here a link means that the guard gives a
    count up as known, so chance has to be ruled out: three agreeing numbers, one of them at least a hundred.
    """
    published = sorted(other.numbers.keys() - other.additive, key=str)
    for mine in sorted(one.additive - one.sums.keys(), key=str) if published else ():
        for theirs in published:
            if agree(one.numbers[mine], other.numbers[theirs]):
                known = _shared(one.numbers[mine], other.numbers[theirs])
                if len(known) >= _SURE_CELLS and max(known) >= _SURE:
                    yield mine, theirs


def agree(mine: Numbers, theirs: Numbers) -> bool:
    """Whether two columns say the same wherever both say something, and often enough that it is no chance."""
    fewer, more = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
    for spot, number in fewer.items():
        other = more.get(spot)
        if number is not None and other is not None and number != other:
            return False
    shared = _shared(mine, theirs)
    return any(number >= _PLAIN for number in shared) or sum(number > 0 for number in shared) > 1


def _shared(mine: Numbers, theirs: Numbers) -> list[Decimal]:
    """The numbers of the spots that both know, where they agree."""
    return [number for spot, number in mine.items() if number is not None and theirs.get(spot) == number]


def _unasked(columns: Iterable[Column]) -> Iterator[tuple[Column, tuple[Column, ...]]]:
    """The sums over all categories of some features where the total itself was not asked for."""
    known = set(columns)
    parts: defaultdict[tuple[Column, tuple[str, ...]], list[Column]] = defaultdict(list)
    for measure, unit, where in sorted(known, key=str):
        features = tuple(feature for feature, _ in where.pairs)
        for size in range(len(features)):
            for kept in combinations(where.pairs, size):
                parts[(measure, unit, Breakdown.of(kept)), features].append((measure, unit, where))
    seen = set(known)
    for (total, _), below in parts.items():
        if total not in seen:
            seen.add(total)
            yield total, tuple(below)


def added(parts: Sequence[Column], numbers: Mapping[Column, Numbers]) -> dict[Spot, Decimal | None]:
    """The sums by area and period: a part without a case has no cell, one that we do not know makes the sum unknown."""
    sums: dict[Spot, Decimal | None] = {}
    for part in parts:
        for spot, number in numbers[part].items():
            before = sums.get(spot, Decimal(0))
            sums[spot] = None if number is None or before is None else before + number
    return sums


def key_of(column: Column, area: str, period: Period) -> CellKey:
    """The cell of a column."""
    measure, unit, where = column
    return CellKey(measure, unit, area, period, where)
