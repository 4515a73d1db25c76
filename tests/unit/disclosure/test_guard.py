"""Every suppressed small count has at least two possible values for whoever writes down all tables that fit."""

from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from mehrklang.catalogue import RuleSet
from mehrklang.cubes import CellKey, ProtectedCube
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure import DisclosureError, History, guard, protect
from mehrklang.disclosure.attack import another_table, interval
from mehrklang.disclosure.audit import audit, published
from mehrklang.disclosure.certificate import balanced, plausible
from mehrklang.disclosure.history import NOTHING_BEFORE
from mehrklang.disclosure.intake import intake
from mehrklang.disclosure.suppress import suppress
from mehrklang.vocabulary import Figure, Reason
from tests.factories.margins import TOTAL, at, cell, cuboid, place, rules, table
from tests.unit.disclosure.enumeration import possible, tables

MOST = 3000
"""Examples with more tables to write down are passed over."""
SMALL = st.integers(0, 3) | st.sampled_from((4, 6))
CALM = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


def shown(cube: ProtectedCube) -> dict[CellKey, int]:
    """What the public can read."""
    return {key: int(number) for key in cube if (number := cube.cell(key).figure.number) is not None}


def protected(raw: RawCube, of: RuleSet, **options: object) -> ProtectedCube:
    """The cube; a table that nothing can protect is no example."""
    try:
        return protect(raw, of, **options)  # type: ignore[arg-type] # options of the test at hand
    except DisclosureError as error:
        assume(error.issues[0].code != "B-SCHUTZ-05")
        raise


def assert_safe(raw: RawCube, of: RuleSet) -> None:
    cube = protected(raw, of)
    assume(tables(raw, shown(cube)) <= MOST)
    least = 1 if of.zero_is_public else 0
    values = possible(raw, shown(cube), least=least)
    for key, before in raw.cells.items():
        number = before.figure.number
        assert number is not None
        if 0 < number < of.minimum_count or (number == 0 and not of.zero_is_public):
            assert key not in shown(cube)
            assert max(values[key]) - min(values[key]) >= of.protection_width


@CALM
@given(st.lists(st.lists(SMALL, min_size=3, max_size=3), min_size=2, max_size=2), st.sampled_from((3, 5)))
def test_a_table_with_all_margins_is_safe(counts: list[list[int]], minimum: int) -> None:
    assert_safe(table(counts), rules(minimum))


@CALM
@given(st.lists(SMALL, min_size=6, max_size=6), st.booleans())
def test_a_cube_with_a_hierarchy_of_areas_is_safe(counts: list[int], zero_is_public: bool) -> None:
    places = product(("Nord/1", "Nord/2", "Süd/3"), ("a", "b"))
    raw = cuboid(dict(zip(places, counts, strict=True)), ["Geschlecht"])
    assert_safe(raw, rules(3, zero_is_public=zero_is_public))


@CALM
@given(st.lists(st.integers(0, 4), min_size=8, max_size=8))
def test_a_cube_of_three_dimensions_is_safe(counts: list[int]) -> None:
    places = product(("Nord", "Süd"), ("a", "b"), ("x", "y"))
    assert_safe(cuboid(dict(zip(places, counts, strict=True)), ["Alter", "Geschlecht"]), rules(3))


@CALM
@given(st.lists(SMALL, min_size=4, max_size=4))
def test_the_protection_width_is_kept(counts: list[int]) -> None:
    raw = table([counts[:2], counts[2:]])
    assert_safe(raw, rules(3, protection_width=2))


@CALM
@given(st.lists(st.integers(1, 4), min_size=4, max_size=4))
def test_a_sum_over_two_features_at_once_is_seen(counts: list[int]) -> None:
    """The inner cells are told with the grand total only: no product move fits, the general search has to find one."""
    keys = [place("Stadt", Alter=a, Geschlecht=s) for a, s in product("ab", "xy")]
    relation = Relation(place("Stadt"), tuple(keys))
    raw = RawCube({relation.total: cell(sum(counts))} | dict(zip(keys, map(cell, counts), strict=True)), (relation,))
    assert_safe(raw, rules(3))


@CALM
@given(st.lists(st.integers(1, 6), min_size=4, max_size=4))
def test_two_area_systems_over_the_same_small_areas_are_safe(counts: list[int]) -> None:
    """Boroughs and school districts divide the same blocks: the difference of two cuts tells nothing small."""
    numbers = dict(zip(("b1", "b2", "b3", "b4"), counts, strict=True))
    systems = {"Bezirk 1": ("b1", "b2"), "Bezirk 2": ("b3", "b4"), "Schule 1": ("b1", "b3"), "Schule 2": ("b2", "b4")}
    sums = {name: sum(numbers[part] for part in parts) for name, parts in systems.items()}
    raw = RawCube(
        {at(name): cell(number) for name, number in {**numbers, **sums, TOTAL: sum(counts)}.items()},
        (
            *(Relation(at(name), tuple(map(at, parts))) for name, parts in systems.items()),
            Relation(at(TOTAL), (at("Bezirk 1"), at("Bezirk 2"))),
            Relation(at(TOTAL), (at("Schule 1"), at("Schule 2"))),
        ),
    )
    assert_safe(raw, rules(3))


@CALM
@given(st.lists(st.integers(0, 5), min_size=6, max_size=6))
def test_the_attackers_interval_is_that_of_all_tables(counts: list[int]) -> None:
    """The programmes find no less than writing down tables up to two above the truth, and never call found out what is
    not.
    """
    raw, of = table([counts[:3], counts[3:]]), rules(3)
    cube = protected(raw, of)
    numbers, _ = intake(raw, of, NOTHING_BEFORE, frozenset())
    public = published(numbers, {key: cube.cell(key) for key in cube})
    assume(tables(raw, shown(cube)) <= MOST)
    for key, values in possible(raw, shown(cube), least=1).items():
        found = interval(numbers, public, numbers.keys.index(key))
        truth = int(raw.cells[key].figure.number or 0)
        assert truth - found.below <= min(values)
        assert truth + found.above >= max(values)
        if found.width == 0:
            assert values == {truth}
        move = another_table(numbers, public, numbers.keys.index(key))
        assert (move is None) == (found.width == 0)
        assert move is None or (balanced([move], numbers) == [True] and plausible(move, numbers))


class TestHistory:
    """What was published before cannot be taken back."""

    COUNTS = ((2, 40, 7, 9), (30, 20, 10, 30))

    def test_a_published_cell_does_not_serve_as_cover(self) -> None:
        """The smallest neighbour was published last year's edition: another one falls in its place."""
        raw = table([[2, 4, 3], [3, 4, 3]])
        first = protect(raw, rules())
        cover = next(key for key in first if not first.cell(key).figure.known and raw.cells[key].figure.number != 2)
        number = raw.cells[cover].figure.number
        assert number is not None
        second = protect(raw, rules(), history=History({cover: Figure.of(number)}))
        assert second.cell(cover).figure == Figure.of(number)
        assert len(shown(second)) < len(raw.cells)
        assert all(len(values) > 1 for values in possible(raw, shown(second), least=1).values())

    def test_an_earlier_cell_with_its_relation_binds(self) -> None:
        """Last time two categories were published together; their sum minus one of them would tell the other."""
        raw = table(self.COUNTS)
        both = place("0", Herkunft="h0 oder h1")
        before = History({both: Figure.of(42)}, (Relation(both, (at("0", "h0"), at("0", "h1"))),))
        cube = protect(raw, rules(), history=before)
        assert not cube.cell(at("0", "h1")).figure.known

    def test_a_small_count_that_is_public_already_is_named_and_not_counted_as_protected(self) -> None:
        guarded = guard(table([[2, 40], [9, 9]]), rules(), history=History({at("0", "h0"): Figure.of(2)}))
        assert at("0", "h0") in guarded.protocol.known_before
        assert not guarded.cube.cell(at("0", "h0")).figure.known

    def test_where_earlier_publications_leave_no_way_nothing_is_sealed(self) -> None:
        raw = table([[2, 40]])
        known = {key: before.figure for key, before in raw.cells.items() if before.figure.number != 2}
        with pytest.raises(DisclosureError) as refused:
            protect(raw, rules(), history=History(known))
        assert {issue.code for issue in refused.value.issues} == {"B-SCHUTZ-05"}
        assert "h0" in refused.value.issues[0].message

    def test_a_contradiction_is_named(self) -> None:
        with pytest.raises(DisclosureError, match="B-SCHUTZ-04"):
            protect(table([[5, 40]]), rules(), history=History({at("0", "h1"): Figure.of(41)}))

    def test_the_pattern_of_the_year_before_is_kept(self) -> None:
        """Two neighbours serve alike; the one that was suppressed last year is taken again."""
        raw = table([[2, 9, 9, 9], [30, 30, 30, 30]])
        for column in ("h1", "h2", "h3"):
            twins = [place(row, period="2023", Herkunft=column) for row in ("0", "1")]
            before = History(dict.fromkeys(twins, Figure.withheld(Reason.SUPPRESSED)))
            assert not protect(raw, rules(), history=before).cell(at("0", column)).figure.known


class TestBadInput:
    """Faulty material is named cell by cell, without its numbers, and nothing is sealed."""

    def refused(self, raw: RawCube) -> list[str]:
        with pytest.raises(DisclosureError) as error:
            protect(raw, rules())
        assert not any("4711" in issue.message + issue.remedy for issue in error.value.issues)
        return [issue.code for issue in error.value.issues]

    def test_a_wrong_sum(self) -> None:
        relation = Relation(at(TOTAL), (at("0"), at("1")))
        assert self.refused(RawCube({at(TOTAL): cell(4711), at("0"): cell(2), at("1"): cell(7)}, (relation,))) == [
            "B-SCHUTZ-02"
        ]

    def test_negative_counts_and_a_missing_margin_at_once(self) -> None:
        missing = cell(Figure.withheld(Reason.NOT_DELIVERED))
        relation = Relation(at(TOTAL), (at("0"), at("1")))
        raw = RawCube({at(TOTAL): missing, at("0"): cell(-4711), at("1"): cell(7)}, (relation,))
        assert self.refused(raw) == ["B-SCHUTZ-01", "B-SCHUTZ-03"]


class TestProtocol:
    """The protocol says why, and what it cost."""

    def test_every_suppressed_cell_is_explained(self) -> None:
        raw = table([[2, 40, 7, 9], [30, 20, 10, 30]])
        guarded = guard(raw, rules())
        named = {one.key for one in guarded.protocol.suppressions}
        assert named == raw.cells.keys() - shown(guarded.cube).keys()
        assert [one.key for one in guarded.protocol.suppressions if one.primary] == [at("0", "h0")]
        for one in guarded.protocol.suppressions:
            assert one.primary or (one.protects == (at("0", "h0"),) and one.relation is not None)
        assert guarded.protocol.audited == 1

    def test_it_holds_no_number_of_a_cell(self) -> None:
        assert "4711" not in repr(guard(table([[2, 4711, 7], [4711, 30, 30]]), rules()).protocol)

    def test_it_says_which_feature_causes_the_loss(self) -> None:
        raw = cuboid({("Nord", "a"): 2, ("Nord", "b"): 40, ("Süd", "a"): 30, ("Süd", "b"): 30}, ["Alter"])
        (saving,) = guard(raw, rules()).protocol.savings
        assert (saving.feature, saving.primary, saving.secondary) == ("Alter", 1, 3)

    def test_core_indicators_fall_last(self) -> None:
        """The neighbour that would fall is declared important: another one falls."""
        raw = table([[2, 40, 7, 9], [30, 20, 10, 30]])
        cheap = next(
            one.key for one in guard(raw, rules()).protocol.suppressions if not one.primary and one.key.area == "0"
        )
        assert protect(raw, rules(), important={cheap}).cell(cheap).figure.known


def test_the_cube_does_not_tell_small_from_suppressed_for_others() -> None:
    """With the minimum count 3, knowing which cells are small would narrow them to one or two."""
    cube = protect(table([[2, 40, 7, 9], [30, 20, 10, 30]]), rules())
    withheld = {cube.cell(key).figure for key in cube if not cube.cell(key).figure.known}
    assert withheld == {Figure.withheld(Reason.SUPPRESSED)}


def test_the_audit_finds_a_planted_leak() -> None:
    """A cell that a certificate moves is published after all: the audit names the cell that it was to protect."""
    raw = table([[2, 40, 7, 9], [30, 20, 10, 30]])
    numbers, relations = intake(raw, rules(), NOTHING_BEFORE, frozenset())
    router = suppress(numbers, relations, NOTHING_BEFORE)
    hidden = {numbers.keys[one] for one in np.flatnonzero(router.suppressed | numbers.free)}
    assert audit(numbers, {key: raw.cells[key] for key in raw.cells if key not in hidden}, router.certificates) == []
    for leak in sorted(hidden - {at("0", "h0")}, key=str):
        left = {key: raw.cells[key] for key in raw.cells if key not in hidden - {leak}}
        assert audit(numbers, left, router.certificates) == [at("0", "h0")]


def test_the_same_cube_is_protected_in_the_same_way() -> None:
    raw = cuboid(
        {place: 1 + (7 * n) % 11 for n, place in enumerate(product(("N/1", "N/2", "S/3", "S/4"), "abc", "xy"))},
        ["Alter", "Geschlecht"],
    )
    assert shown(protect(raw, rules(5))) == shown(protect(raw, rules(5)))
