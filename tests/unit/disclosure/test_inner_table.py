"""Tables that close a circle (A × B, B × C, A × C without A × B × C): whoever knows their common inner table learns no
small count from them.

The attacker (`limits`) is of another make than the guard: his unknowns are the persons of each kind in each area, whole
numbers and not negative; every cell that any source tells is the sum of some of them. No circle, no division and no
witness of the guard's stands here. `by_hand` tries all inner tables of a tiny town.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from mehrklang.cubes import CellKey, ProtectedCube
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure import DisclosureError, History, Sheet, guard, inner_table, shield_together
from mehrklang.disclosure.cycles import circles
from mehrklang.disclosure.divisions import Divisions
from mehrklang.disclosure.history import NOTHING_BEFORE
from mehrklang.disclosure.inner_table import with_inner_tables
from mehrklang.disclosure.inner_witness import Sum, witness
from mehrklang.vocabulary import Breakdown, Period, Unit
from tests.factories.margins import cell, rules
from tests.unit.disclosure.limits import Knowledge, by_hand, limits

AREAS, CITY = ("q1", "q2", "q3"), "s"
Kind = tuple[str, ...]
"""Area and category of each feature."""
Town = Mapping[Kind, int]
PAIRS = (("A", "B"), ("B", "C"), ("A", "C"))
CALM = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))


@dataclass(frozen=True)
class Shape:
    """Features with their numbers of categories, the crossings that are told, and which smaller margins are not."""

    sizes: Mapping[str, int]
    crossings: Sequence[tuple[str, ...]]
    margins: bool = True
    areas: tuple[str, ...] = AREAS
    measure: str = "Personen"
    closed: frozenset[str] = frozenset()
    """Categories that nobody asked for; the store tells the rest of each total as a hidden cell, and so do we."""

    @property
    def categories(self) -> dict[str, tuple[str, ...]]:
        return {name: tuple(f"{name.lower()}{n}" for n in range(size)) for name, size in self.sizes.items()}

    def kinds(self) -> list[Kind]:
        return list(product(self.areas, *self.categories.values()))

    def wheres(self) -> list[Breakdown]:
        """The crossings and, if they are told, all that can be added up from one of them."""
        told = {
            tuple(name for name, keep in zip(crossing, kept, strict=True) if keep)
            for crossing in self.crossings
            for kept in product((True, False), repeat=len(crossing))
            if self.margins or all(kept)
        }
        return [
            Breakdown.of(dict(zip(names, values, strict=True)))
            for names in sorted(told)
            for values in product(*(self.categories[name] for name in names))
        ]

    def key(self, area: str, where: Breakdown) -> CellKey:
        return CellKey(self.measure, Unit.COUNT, area, Period.parse("2024"), where)

    def inside(self, key: CellKey) -> list[Kind]:
        """Whom a cell counts."""
        names = list(self.sizes)
        return [
            kind
            for kind in self.kinds()
            if key.area in (kind[0], CITY)
            and all(kind[1 + names.index(name)] == value for name, value in key.breakdown.pairs)
        ]

    def cube(self, town: Town) -> RawCube:
        """All cells with the sums over areas and over one feature each."""
        wheres = self.wheres()
        cells = {self.key(area, where): None for area in (*self.areas, CITY) for where in wheres}
        counted = {key: cell(sum(town.get(kind, 0) for kind in self.inside(key))) for key in cells}
        relations = [Relation(self.key(CITY, where), tuple(self.key(a, where) for a in self.areas)) for where in wheres]
        for key in cells:
            said = dict(key.breakdown.pairs)
            for name in (one for one in self.sizes if one not in said):
                below = [Breakdown.of({**said, name: value}) for value in self.categories[name]]
                if all(each in wheres for each in below):
                    relations.append(Relation(key, tuple(self.key(key.area, each) for each in below)))
        hidden = frozenset(key for key in cells if self.closed & {value for _, value in key.breakdown.pairs})
        return RawCube(counted, tuple(relations), hidden)


def numbers(raw: RawCube) -> dict[CellKey, int]:
    return {key: int(each.figure.number or 0) for key, each in raw.cells.items()}


def known(cube: ProtectedCube) -> dict[CellKey, int]:
    return {key: int(number) for key in cube if (number := cube.cell(key).figure.number) is not None}


def knowledge(shapes: Sequence[Shape], raws: Sequence[RawCube], shown: Mapping[CellKey, int]) -> Knowledge:
    """Each cell is the sum of persons of the inner table; who is in it is at least one where somebody is in it."""
    cells = {key: shape.inside(key) for shape, raw in zip(shapes, raws, strict=True) for key in raw.cells}
    equations = [{key: -1, **dict.fromkeys(inside, 1)} for key, inside in cells.items()]
    least = {key: int(number > 0) for raw in raws for key, number in numbers(raw).items()}
    return Knowledge(equations, shown, least | dict.fromkeys((kind for shape in shapes for kind in shape.kinds()), 0))


def told(
    shapes: Sequence[Shape], raws: Sequence[RawCube], cubes: Sequence[ProtectedCube], minimum: int = 3
) -> set[CellKey]:
    """The small counts that the attacker finds out."""
    shown = {key: number for cube in cubes for key, number in known(cube).items()}
    small = [key for raw in raws for key, number in numbers(raw).items() if 0 < number < minimum]
    found = limits(knowledge(shapes, raws, shown), small)
    return {key for key, (low, high) in found.items() if low == high}


def towns(shape: Shape, counts: st.SearchStrategy[int]) -> st.SearchStrategy[Town]:
    return st.fixed_dictionaries(dict.fromkeys(shape.kinds(), counts))


CUBE = Shape({"A": 3, "B": 3, "C": 3}, PAIRS, areas=("q1", "q2", "q3", "q4"))
SEED = 4
COUNTS = st.sampled_from((0, 0, 0, 6, 15, 30, 1))


class TestCircles:
    """Which tables close a circle is read off from the sums alone."""

    @pytest.mark.parametrize(
        ("crossings", "found"),
        [
            ((("A", "B"), ("B", "C"), ("A", "C")), ["A × B × C"]),
            ((("A", "B"), ("B", "C")), []),
            ((("A", "B", "C"),), []),
            ((("A", "B"), ("B", "C"), ("A", "C"), ("C", "D")), ["A × B × C"]),
            ((("A", "B"), ("B", "C"), ("C", "D"), ("A", "D")), ["A × B × C × D"]),
            ((("A", "B", "D"), ("B", "C"), ("A", "C")), ["A × B × C"]),
        ],
    )
    def test_of_crossings(self, crossings: Sequence[tuple[str, ...]], found: list[str]) -> None:
        shape = Shape(dict.fromkeys("ABCD", 2), crossings, areas=("q1",))
        raw = shape.cube(dict.fromkeys(shape.kinds(), 4))
        assert [one.example for one in circles(Divisions.of(raw.relations))] == found

    def test_a_second_division_of_one_feature_closes_one_too(self) -> None:
        """Ages in two ways (groups and school ages), groups × sex × origin, school ages × sex, school ages × origin."""
        year, rows = Period.parse("2024"), []

        def column(**where: str) -> CellKey:
            return CellKey("Personen", Unit.COUNT, "q1", year, Breakdown.of(where))

        ages, other = {"group": ("g1", "g2"), "school": ("s1", "s2")}, {"sex": ("w", "m"), "origin": ("x", "y")}
        for kind, names in (("group", ("sex", "origin")), ("school", ("sex",)), ("school", ("origin",))):
            for kept in product(*((None, *other[name]) for name in names)):
                said = {name: value for name, value in zip(names, kept, strict=True) if value}
                rows.append(Relation(column(**said), tuple(column(age=age, **said) for age in ages[kind])))
                for name in (one for one in names if one not in said):
                    for age in (*ages[kind], None):
                        fixed = said | ({"age": age} if age else {})
                        rows.append(Relation(column(**fixed), tuple(column(**fixed, **{name: v}) for v in other[name])))
        (circle,) = circles(Divisions.of(rows))
        assert {part[2].label for each in circle.features for part in each.parts} >= {"s1", "w", "x"}


class TestBefore:
    """The gap that inner tables close."""

    def test_three_tables_tell_what_each_of_them_keeps(self, monkeypatch: pytest.MonkeyPatch) -> None:
        chance = Random(SEED)  # noqa: S311 — a town that is always the same
        raw = CUBE.cube({kind: chance.choice((0, 0, 0, 6, 15, 30, 1)) for kind in CUBE.kinds()})
        after = guard(raw, rules()).cube
        monkeypatch.setattr(inner_table, "circles", lambda _: ())
        before = guard(raw, rules()).cube
        assert told([CUBE], [raw], [before])
        assert not told([CUBE], [raw], [after])


def assert_open(shapes: Sequence[Shape], sheets: Sequence[Sheet], minimum: int) -> None:
    """No small count follows, whoever knows that there is an inner table; a refusal seals nothing and is as good."""
    try:
        cubes = [one.cube for one in shield_together(sheets)]
    except DisclosureError as error:
        event("nothing sealed")
        assert {issue.code for issue in error.issues} == {"B-SCHUTZ-05"}  # noqa: PT017 — nothing was sealed
        return
    raws = [sheet.raw for sheet in sheets]
    event(f"suppressed: {any(cube.protection.suppressed for cube in cubes)}")
    assert not told(shapes, raws, cubes, minimum)


SMALL = Shape({"A": 2, "B": 3, "C": 2}, PAIRS, areas=("q1", "q2"))
MANY = st.sampled_from((0, 0, 1, 1, 2, 3, 5, 9, 20))


class TestOpen:
    """Whatever stands in the inner table."""

    @CALM
    @given(towns(SMALL, COUNTS | MANY), st.sampled_from((3, 5)))
    def test_three_crossings_of_one_source(self, town: Town, minimum: int) -> None:
        assert_open([SMALL], [Sheet("a", SMALL.cube(town), rules(minimum))], minimum)

    @CALM
    @given(towns(SMALL, COUNTS | MANY), st.sampled_from(("c1", "b2")))
    def test_where_a_category_was_not_asked_for(self, town: Town, left_out: str) -> None:
        shape = Shape(SMALL.sizes, PAIRS, areas=SMALL.areas, closed=frozenset({left_out}))
        assert_open([shape], [Sheet("a", shape.cube(town), rules())], 3)

    @CALM
    @given(towns(SMALL, COUNTS | MANY))
    def test_where_nobody_asked_for_the_margins(self, town: Town) -> None:
        """A × B and B × C tell B twice, so that B enters as hidden cells."""
        assume(sum(town.values()) > 40)
        shape = Shape(SMALL.sizes, PAIRS, margins=False, areas=SMALL.areas)
        assert_open([shape], [Sheet("a", shape.cube(town), rules())], 3)

    @settings(CALM, max_examples=4)
    @given(towns(SMALL, st.sampled_from((0, 0, 1, 2, 6, 15, 30))))
    def test_three_sources_with_one_crossing_each(self, town: Town) -> None:
        """Names of their own for what they count; the margins that they share link them."""
        town = {**town, ("q1", "a0", "b0", "c0"): 40, ("q1", "a1", "b1", "c1"): 50, ("q1", "a0", "b2", "c1"): 30}
        shapes = [Shape(SMALL.sizes, (pair,), areas=SMALL.areas, measure="".join(pair)) for pair in PAIRS]
        assert_open(shapes, [Sheet(each.measure, each.cube(town), rules()) for each in shapes], 3)


@settings(CALM, max_examples=6)
@given(
    st.fixed_dictionaries(
        {kind: st.integers(0, 2) for kind in Shape(dict.fromkeys("ABC", 2), PAIRS, areas=("q1",)).kinds()}
    )
)
def test_the_attacker_is_the_one_who_writes_down_all_inner_tables(town: Town) -> None:
    shape = Shape(dict.fromkeys("ABC", 2), PAIRS, areas=("q1",))
    raw = shape.cube(town)
    shown = {key: number for key, number in numbers(raw).items() if number != 1}
    equations = [{(key, "told"): -1, **dict.fromkeys(shape.inside(key), 1)} for key in shown if key.area != CITY]
    knows = Knowledge(
        equations, {(key, "told"): number for key, number in shown.items()}, dict.fromkeys(shape.kinds(), 0)
    )
    found = limits(knows, knows.unknown, most=2)
    assert found == {kind: (min(values), max(values)) for kind, values in by_hand(knows, most=2).items()}


class TestInnerCells:
    """What enters the guard."""

    @CALM
    @given(towns(SMALL, MANY))
    def test_they_fit_all_sums_and_are_hidden(self, town: Town) -> None:
        raw = SMALL.cube(town)
        whole = with_inner_tables(raw, NOTHING_BEFORE)
        assert len(whole.inner) >= sum(town[kind] > 0 for kind in SMALL.kinds())
        assert whole.inner <= whole.raw.hidden
        found = numbers(whole.raw)
        assert min(found.values()) >= 0
        assert all(found[one.total] == sum(found[part] for part in one.parts) for one in whole.raw.relations)

    def test_a_crossing_that_is_told_needs_none(self) -> None:
        raw = Shape(SMALL.sizes, (("A", "B", "C"),)).cube(dict.fromkeys(SMALL.kinds(), 5))
        assert with_inner_tables(raw, NOTHING_BEFORE).raw is raw

    def test_too_large_an_inner_table_is_refused_with_a_reason(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(inner_table, "MOST", 30)
        with pytest.raises(DisclosureError) as caught:
            guard(SMALL.cube(dict.fromkeys(SMALL.kinds(), 5)), rules())
        (issue,) = caught.value.issues
        assert issue.code == "B-SCHUTZ-11"
        assert "A × B × C" in issue.message

    def test_an_inner_table_that_is_not_found_in_time_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("mehrklang.disclosure.inner_cells.witness", lambda _: None)
        with pytest.raises(DisclosureError, match="B-SCHUTZ-12"):
            guard(SMALL.cube(dict.fromkeys(SMALL.kinds(), 5)), rules())

    def test_what_was_published_before_closes_a_circle_too(self) -> None:
        """A × C went out before and stands beside A × B and B × C of today as hidden cells."""
        raw = SMALL.cube(dict.fromkeys(SMALL.kinds(), 5))
        before = {key: each.figure for key, each in raw.cells.items() if len(key.breakdown.pairs) == 2}
        assert guard(raw, rules(), history=History(before)).cube.protection.suppressed == 0
        assert with_inner_tables(raw, History(before)).inner

    def test_three_margins_of_no_common_table_are_not_taken_for_one(self) -> None:
        """a0 is b0, b0 is c0, and nobody is both a0 and c0: that are not the same persons."""
        assert witness([Sum(4, ("ab0", "ab1")), Sum(0, ("ab0",)), Sum(3, ("ab1",))]) == {}
