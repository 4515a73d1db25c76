"""Two sources that count nearly the same: named where nobody links them, suppressed alike where the rules do."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.catalogue import LooserRulesError, RuleSet, tightened
from mehrklang.cubes import CellKey, ProtectedCube
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure import DisclosureError, Sheet, near_counts, shield_together
from mehrklang.vocabulary import Breakdown, Figure, Material, Period, Severity, Unit
from tests.factories.margins import cell, rules

Rows = Mapping[str, tuple[int, int]]
REGISTER: Rows = {"1": (140, 2), "2": (230, 31), "3": (155, 17), "4": (98, 44)}
CENSUS: Rows = {"1": (141, 3), "2": (229, 30), "3": (155, 19), "4": (97, 44)}
"""The same town some months later: nowhere more than two persons apart."""


def key(area: str, measure: str, nation: str = "") -> CellKey:
    where = {"Nation": nation} if nation else {}
    return CellKey(measure, Unit.COUNT, area, Period.parse("2024"), Breakdown.of(where))


def counted(rows: Rows, measure: str, material: Material = Material.ADDITIVE) -> RawCube:
    """Germans and others by area, with all sums."""
    every = {**rows, "s": (sum(a for a, _ in rows.values()), sum(b for _, b in rows.values()))}
    cells, relations = {}, []
    for area, (german, other) in every.items():
        numbers = {"": german + other, "deutsch": german, "andere": other}
        cells |= {key(area, measure, nation): cell(Figure.of(n), material) for nation, n in numbers.items()}
        relations.append(Relation(key(area, measure), (key(area, measure, "deutsch"), key(area, measure, "andere"))))
    relations += [
        Relation(key("s", measure, n), tuple(key(a, measure, n) for a in rows)) for n in ("", "deutsch", "andere")
    ]
    return RawCube(cells, tuple(relations) if material is Material.ADDITIVE else ())


def sheets(first: Rows, second: Rows, of: RuleSet, material: Material = Material.ADDITIVE) -> list[Sheet]:
    other = of if material is Material.ADDITIVE else rules(0)
    return [
        Sheet("register", counted(first, "Einwohner"), of),
        Sheet("zensus", counted(second, "Personen", material), other),
    ]


def shown(cube: ProtectedCube) -> set[tuple[str, str]]:
    return {(each.area, each.breakdown.label) for each in cube if cube.cell(each).figure.known}


LINKED = replace(rules(), link_near=True)


class TestNamed:
    """Found, not declared."""

    def test_two_dates_of_one_town_are_named(self) -> None:
        (issue,) = near_counts(sheets(REGISTER, CENSUS, rules()))
        assert (issue.code, issue.severity) == ("B-SCHUTZ-10", Severity.WARNING)
        assert "register (" in issue.message
        assert "zensus (" in issue.message
        assert not any(character.isdigit() for character in issue.message)

    def test_also_where_one_of_them_is_a_published_statistic(self) -> None:
        assert near_counts(sheets(REGISTER, CENSUS, rules(), Material.PUBLISHED))

    @pytest.mark.parametrize(("apart", "named"), [(0, False), (2, True), (3, False), (9, False)])
    def test_the_minimum_count_is_the_bound(self, apart: int, named: bool) -> None:
        """With three as minimum count, differences up to two tell; equal columns are linked anyway."""
        other = {area: (german + apart, each) for area, (german, each) in REGISTER.items()}
        only = [replace(each, raw=_german(each.raw)) for each in sheets(REGISTER, other, rules())]
        assert bool(near_counts(only)) is named

    def test_small_numbers_alone_are_near_by_chance(self) -> None:
        few = {area: (8 + place, 2) for place, area in enumerate(REGISTER)}
        others = dict.fromkeys(REGISTER, (9, 3))
        assert near_counts(sheets(few, others, rules())) == ()

    def test_what_the_rules_link_needs_no_warning(self) -> None:
        assert near_counts(sheets(REGISTER, CENSUS, LINKED)) == ()


def _german(raw: RawCube) -> RawCube:
    """The Germans of single areas alone."""
    cells = {each: one for each, one in raw.cells.items() if each.breakdown.label == "deutsch" and each.area != "s"}
    return RawCube(cells)


class TestLinked:
    """By the rules."""

    def test_without_the_rule_the_census_tells_the_register_nearly(self) -> None:
        first, second = (one.cube for one in shield_together(sheets(REGISTER, CENSUS, rules())))
        assert ("1", "andere") not in shown(first)
        assert ("1", "andere") in shown(second)

    def test_with_the_rule_both_close_the_same_cells(self) -> None:
        first, second = (one.cube for one in shield_together(sheets(REGISTER, CENSUS, LINKED)))
        assert ("1", "andere") not in shown(first)
        assert shown(first) == shown(second)

    def test_a_published_neighbour_covers_nothing(self) -> None:
        """The producer tells the Germans of area 1 nearly; so nothing else there could cover the two others."""
        told = {area: row for area, row in CENSUS.items() if area != "2"}
        with pytest.raises(DisclosureError, match="B-SCHUTZ-05"):
            shield_together(sheets(REGISTER, CENSUS, LINKED, Material.PUBLISHED))
        free = sheets(REGISTER, told, rules(), Material.PUBLISHED)
        assert ("1", "andere") not in shown(shield_together(free)[0].cube)

    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(st.tuples(st.integers(0, 200), st.integers(0, 9)), min_size=3, max_size=3),
        st.lists(st.integers(-2, 2), min_size=8, max_size=8),
    )
    def test_any_two_near_sources_show_the_same_cells(self, counts: list[tuple[int, int]], apart: list[int]) -> None:
        rows = {"1": (300, 40), **{str(n + 2): row for n, row in enumerate(counts)}}
        other = {
            area: (max(row[0] + apart[2 * n], 0), max(row[1] + apart[2 * n + 1], 0))
            for n, (area, row) in enumerate(rows.items())
        }
        both = sheets(rows, other, LINKED)
        only = [replace(each, raw=_inner(each.raw)) for each in both]
        try:
            first, second = (one.cube for one in shield_together(only))
        except DisclosureError as error:
            assert {issue.code for issue in error.issues} == {"B-SCHUTZ-05"}  # noqa: PT017 — nothing was sealed: as good
            return
        german = {at for at in shown(first) ^ shown(second) if at[1] == "deutsch"}
        near = sum(n >= 10 for n in (min(rows[a][0], other[a][0]) for a in rows)) >= 3
        assert not (near and german)


def _inner(raw: RawCube) -> RawCube:
    """Without the sums over areas, which differ by more."""
    cells = {each: one for each, one in raw.cells.items() if each.area != "s"}
    return RawCube(cells, tuple(one for one in raw.relations if set(one.members) <= cells.keys()))


def test_an_indicator_may_not_unlink_what_its_source_links() -> None:
    with pytest.raises(LooserRulesError, match="fast dasselbe"):
        tightened(LINKED, rules())
    assert tightened(rules(), LINKED) is LINKED
