"""How the columns of a table divide the same persons, read off from the sums alone, whatever the columns are called.

A *division* says that a column is made up of others that exclude each other: all inhabitants by nationality, the
foreigners by age. Most divisions only repeat one further above, crossed with another feature (foreigners by age:
inhabitants by age). What is left are the *features* in which the columns really differ.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.links import Column, column_of
from mehrklang.vocabulary import Unit


@dataclass(frozen=True, slots=True)
class Division:
    """A column and the columns that make it up."""

    total: Column
    parts: frozenset[Column]


class Divisions:
    """All divisions of some columns."""

    def __init__(self, every: Iterable[Division]) -> None:
        self.every = tuple(every)
        self._of_part: defaultdict[Column, list[Division]] = defaultdict(list)
        for each in self.every:
            for part in each.parts:
                self._of_part[part].append(each)
        self._by_name = _rests_by_name(self.every)
        self._above: dict[Column, frozenset[Column]] = {}

    @classmethod
    def of(cls, relations: Iterable[Relation]) -> "Divisions":
        """The divisions that some sums of counts tell. Where a part has no case in one area, it has one in another:
        divisions of one column that share a part are one.
        """
        found: defaultdict[Column, list[frozenset[Column]]] = defaultdict(list)
        seen: set[tuple[Column, frozenset[Column]]] = set()
        for relation in relations:
            total = relation.total
            if relation.parts and relation.parts[0].area == total.area and _within_a_spot(relation):
                one = column_of(total), frozenset(map(column_of, relation.parts))
                if one not in seen:
                    seen.add(one)
                    found[one[0]] = _merged(found[one[0]], one[1])
        return cls(Division(total, parts) for total, each in found.items() for parts in each)

    @cached_property
    def columns(self) -> frozenset[Column]:
        """All columns that are divided or part of a division."""
        return frozenset(each.total for each in self.every) | self._of_part.keys()

    @cached_property
    def steps(self) -> tuple[Division, ...]:
        """The divisions that are not put together from smaller steps."""
        return tuple(each for each in self.every if not self._in_steps(each))

    @cached_property
    def features(self) -> tuple[Division, ...]:
        """The divisions that repeat no other one, and are not put together from smaller steps."""
        chosen = (each for each in self.steps if not self._repeated(each))
        return tuple(sorted(chosen, key=lambda each: (len(self.above(each.total)), str(each.total), _names(each))))

    def of_part(self, column: Column) -> Sequence[Division]:
        """The divisions that a column is part of."""
        return self._of_part.get(column, ())

    def above(self, column: Column) -> frozenset[Column]:
        """A column with all that contain it."""
        if column not in self._above:
            up = {each.total for each in self._of_part.get(column, ())} | self._by_name.get(column, set())
            self._above[column] = frozenset({column}).union(*(self.above(each) for each in up))
        return self._above[column]

    def signature(self, column: Column) -> frozenset[Division]:
        """The features by which a column is told apart from others."""
        return frozenset(each for part in self.above(column) for each in self._feature_of.get(part, ()))

    @cached_property
    def _feature_of(self) -> Mapping[Column, list[Division]]:
        found: defaultdict[Column, list[Division]] = defaultdict(list)
        for each in self.features:
            for part in each.parts:
                found[part].append(each)
        return found

    def _in_steps(self, one: Division) -> bool:
        """Whether a coarser division of the same column stands between it and the parts."""
        part = next(iter(one.parts))
        between = (each for up in self.above(part) - {part, one.total} for each in self._of_part[up])
        return any(
            each.total == one.total and all(each.parts & self.above(part) for part in one.parts) for each in between
        )

    def _repeated(self, one: Division) -> bool:
        """Whether a division further above says the same of all that it divides."""
        up, part = self.above(one.total), next(iter(one.parts))
        candidates = (each for higher in self.above(part) - up - {part} for each in self._of_part[higher])
        return any(
            each.total in up
            and each.total != one.total
            and each.parts.isdisjoint(up)
            and all(each.parts & self.above(part) for part in one.parts)
            for each in candidates
        )


def _within_a_spot(relation: Relation) -> bool:
    total = relation.total
    return all(
        part.unit is Unit.COUNT and (part.area, part.period) == (total.area, total.period) for part in relation.members
    )


def _merged(known: list[frozenset[Column]], parts: frozenset[Column]) -> list[frozenset[Column]]:
    touching = [each for each in known if each & parts]
    return [each for each in known if not each & parts] + [parts.union(*touching)]


def _names(one: Division) -> str:
    return ", ".join(sorted(map(str, one.parts)))


def _rests_by_name(every: Iterable[Division]) -> Mapping[Column, set[Column]]:
    """Where two divisions of one measure tell the same categories of the same feature apart, a category here lies in
    its namesake there: also that of all others together, which no sum binds.
    """
    alike: defaultdict[tuple[str, str, frozenset[str]], list[Division]] = defaultdict(list)
    for each in every:
        if (step := _step(each)) is not None:
            alike[step].append(each)
    found: defaultdict[Column, set[Column]] = defaultdict(set)
    for (_, feature, _), same in alike.items():
        for lower in same:
            pairs = set(lower.total[2].pairs)
            for upper in (each for each in same if set(each.total[2].pairs) < pairs):
                names = {column[2].get(feature): column for column in upper.parts}
                for part in lower.parts:
                    found[part].add(names[part[2].get(feature)])
    return found


def _step(one: Division) -> tuple[str, str, frozenset[str]] | None:
    """Measure, feature and categories of a division that adds one feature to its total; None of others."""
    measure, _, where = one.total
    more = {frozenset(column[2].pairs) - frozenset(where.pairs) for column in one.parts if column[0] == measure}
    features = {feature for pairs in more for feature, _ in pairs}
    if len(more) < len(one.parts) or len(features) != 1 or any(len(pairs) != 1 for pairs in more):
        return None
    (feature,) = features
    return measure, feature, frozenset(value for pairs in more for _, value in pairs)
