"""Tables that close a circle: A × B, B × C and A × C of the same persons, without A × B × C.

Two tables that share a margin can be put together in some way whatever stands in them. Not so where tables close a
circle: not every three margins belong to a common table of whole numbers that are not negative, and whoever knows that
there is one can narrow down what is suppressed in the three. Whether tables close a circle is told by taking off, again
and again, a feature that stands in one table alone and a table that lies in another one (Graham's reduction): what is
left is the circle. Source: Lauritzen, S. L. (1996), Graphical Models, 2.1 and 4.4 (decomposable models).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from mehrklang.disclosure.divisions import Division, Divisions
from mehrklang.disclosure.links import Column
from mehrklang.vocabulary import Breakdown, Unit

Choice = frozenset[Column]
"""An inner cell: of each feature the part in which its persons are."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Features that tables close a circle over. `above`: of the total and of each part of a feature all parts that it
    lies in. `margins`: the columns that are sums of inner cells, each with the parts that all of these lie in;
    a column that two tables tell may be the sum of different ones.
    """

    features: tuple[Division, ...]
    above: dict[Column, Choice]
    margins: tuple[tuple[Column, Choice], ...]
    taken: frozenset[Column]

    @property
    def size(self) -> int:
        """At most so many inner cells."""
        size = 1
        for each in self.features:
            size *= len(each.parts)
        return size

    @property
    def columns(self) -> frozenset[Column]:
        """The columns that are sums of inner cells."""
        return frozenset(column for column, _ in self.margins)

    @property
    def example(self) -> str:
        """The features in words."""
        parts = (part[2].pairs for each in self.features for part in sorted(each.parts, key=str)[:1])
        return " × ".join(dict.fromkeys(feature for pairs in parts for feature, _ in pairs[-1:]))

    def name(self, choice: Choice) -> Column:
        """What an inner cell is called: by all the categories of its parts, so that it lies in one slice with them."""
        parts = sorted(choice, key=lambda part: (len(self.above[part]), str(part)))
        measures = sorted({measure for measure, _, _ in parts})
        pairs: dict[str, str] = {}
        for part in parts:
            for feature, value in part[2].pairs:
                nested = any(
                    above != part and (feature, pairs.get(feature)) in above[2].pairs for above in self.above[part]
                )
                free = pairs.get(feature) in {None, value} or nested
                pairs[feature if free else f"{feature} ({part[0]})"] = value
        name = " × ".join(measures), Unit.COUNT, Breakdown.of(pairs)
        return (f"{name[0]} (Innenfach)", *name[1:]) if name in self.taken else name

    def choices(self) -> list[Choice]:
        """All inner cells: a feature of a part is told of those in the part alone."""
        found: list[Choice] = [frozenset()]
        for each in self.features:
            inside = self.above[each.total]
            found = [
                more
                for choice in found
                for more in (
                    [choice | {part} for part in sorted(each.parts, key=str)] if inside <= choice else [choice]
                )
            ]
        return [choice for choice in found if all(self.above[part] <= choice for part in choice)]


def circles(divisions: Divisions) -> Iterator[Circle]:
    """All circles among the tables of some divisions; mostly none."""
    steps = list(_steps(divisions))
    tables = {table for _, table in steps}
    for core in _connected(reduced(tables)):
        features = core.union(*_without_margin(core, tables))
        parts = frozenset(part for each in features for part in each.parts)
        above = {column: divisions.above(column) & parts for column in parts | {each.total for each in features}}
        inside = [(division, table) for division, table in steps if table <= features]
        ordered = tuple(each for each in divisions.features if each in features)
        margins = tuple(dict.fromkeys(_margins(inside, divisions)))
        yield Circle(ordered, above, margins, divisions.columns)


def _steps(divisions: Divisions) -> Iterator[tuple[Division, frozenset[Division]]]:
    """The divisions with the features by which they tell their parts apart: those of the total and one more. A part may
    by chance agree with a column of another table and be taken for it; so not all that it lies in is asked for.
    """
    for each in divisions.steps:
        before = divisions.signature(each.total)
        common = frozenset.intersection(*map(divisions.signature, each.parts))
        for feature in common - before:
            if feature.total in divisions.above(each.total):
                yield each, before | {feature}


def reduced(tables: Iterable[frozenset[Division]]) -> list[frozenset[Division]]:
    """What is left of some tables, each given by its features, after Graham's reduction; nothing if they close no
    circle.
    """
    left = _greatest(tables)
    while True:
        often = Counter(feature for table in left for feature in table)
        fewer = _greatest(frozenset(feature for feature in table if often[feature] > 1) for table in left)
        if fewer == left:
            return left
        left = fewer


def _greatest(tables: Iterable[frozenset[Division]]) -> list[frozenset[Division]]:
    """The tables that lie in no other one."""
    every = set(tables) - {frozenset()}
    return [one for one in every if not any(one < other for other in every)]


def _connected(tables: Sequence[frozenset[Division]]) -> list[frozenset[Division]]:
    """The features of tables that hang together."""
    found: list[frozenset[Division]] = []
    for table in tables:
        touching = [each for each in found if each & table]
        found = [each for each in found if not each & table] + [table.union(*touching)]
    return found


def _without_margin(core: frozenset[Division], tables: AbstractSet[frozenset[Division]]) -> list[frozenset[Division]]:
    """The tables of which nobody told the margin over the circle: all of their features are needed to bind them."""
    return [table for table in tables if len(table & core) > 1 and table & core not in tables]


def _margins(
    inside: Sequence[tuple[Division, frozenset[Division]]], divisions: Divisions
) -> Iterator[tuple[Column, Choice]]:
    """The columns that some divisions tell apart, without those that are the sum of others of them."""
    sums = {division.total for division, _ in inside}
    for division, table in inside:
        for column in sorted(division.parts - sums, key=str):
            choice = _choice(divisions.above(division.total), divisions.above(column), table)
            if choice is not None:
                yield column, choice


def _choice(outer: Choice, inner: Choice, features: frozenset[Division]) -> Choice | None:
    """The part of each feature that a column lies in, first of all the one that its total lies in; None where that is
    not one part.
    """
    found = [(outer & each.parts) or (inner & each.parts) for each in features]
    return frozenset().union(*found) if all(len(each) == 1 for each in found) else None
