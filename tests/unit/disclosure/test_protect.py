"""Nothing leaves the guard that says too much, and everything leaves it that may."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.cubes import ProtectedCube
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure import protect
from mehrklang.disclosure.primary import too_small
from mehrklang.vocabulary import Figure, Lineage, Material, Reason, Sign, Unit
from tests.factories.margins import TOTAL, at, cell, rules, table
from tests.unit.disclosure.attacker import finds

SUPPRESSED = Figure.withheld(Reason.SUPPRESSED)


def signs(cube: ProtectedCube) -> dict[str, str]:
    """What stands in each cell, by area and category."""
    shown = {}
    for key in cube:
        figure = cube.cell(key).figure
        text = str(figure.number) if figure.number is not None else {SUPPRESSED: "•"}[figure]
        shown[f"{key.area} {key.breakdown.label}"] = text
    return shown


class TestPrimary:
    """Small counts are suppressed."""

    @pytest.mark.parametrize(
        ("number", "unit", "minimum", "zero_is_public", "hidden"),
        [
            ("0", Unit.COUNT, 3, True, False),
            ("0", Unit.COUNT, 3, False, True),
            ("1", Unit.COUNT, 3, True, True),
            ("2", Unit.COUNT, 3, True, True),
            ("3", Unit.COUNT, 3, True, False),
            ("2.5", Unit.COUNT, 3, True, True),
            ("-2", Unit.COUNT, 3, True, True),
            ("-3", Unit.COUNT, 3, True, False),
            ("4", Unit.COUNT, 5, True, True),
            ("0.002", Unit.THOUSAND, 3, True, True),
            ("0.003", Unit.THOUSAND, 3, True, False),
            ("1", Unit.COUNT, 0, True, False),
            ("0", Unit.COUNT, 0, False, False),
        ],
    )
    def test_rule(self, number: str, unit: Unit, minimum: int, zero_is_public: bool, hidden: bool) -> None:
        assert too_small(Figure.of(Decimal(number)), unit, rules(minimum, zero_is_public=zero_is_public)) is hidden

    def test_a_suppressed_cell_keeps_neither_number_nor_number_of_rows(self) -> None:
        cube = protect(RawCube({at("0"): cell(2)}), rules())
        assert cube.cell(at("0")).figure == SUPPRESSED
        assert cube.cell(at("0")).lineage == Lineage("lieferung")

    def test_a_limited_number_is_a_number(self) -> None:
        assert protect(RawCube({at("0"): cell(Figure.limited(2))}), rules()).cell(at("0")).figure == SUPPRESSED


class TestPublished:
    """What its producer has protected passes."""

    @pytest.mark.parametrize(
        "figure",
        [Figure.of(1), Figure.nothing(), Figure.limited(2), Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE)],
    )
    def test_it_passes_unchanged(self, figure: Figure) -> None:
        before = cell(figure, Material.PUBLISHED)
        cube = protect(RawCube({at("0"): before}), rules(zero_is_public=False))
        assert cube.cell(at("0")) == before
        assert cube.protection.passed_published == 1


class TestSecondary:
    """A suppressed cell cannot be computed."""

    def test_the_smallest_neighbour_falls_too(self) -> None:
        cube = protect(table([[2, 40, 7, 9]]), rules())
        assert [cube.cell(at("0", f"h{n}")).figure for n in range(4)] == [
            SUPPRESSED,
            Figure.of(40),
            SUPPRESSED,
            Figure.of(9),
        ]
        assert cube.cell(at("0")).figure == Figure.of(58)

    def test_a_zero_falls_last(self) -> None:
        relation = Relation(at(TOTAL), (at("0"), at("1"), at("2")))
        raw = RawCube({at(TOTAL): cell(9), at("0"): cell(2), at("1"): cell(0), at("2"): cell(7)}, (relation,))
        assert signs(protect(raw, rules())) == {
            "s Insgesamt": "9",
            "0 Insgesamt": "•",
            "1 Insgesamt": "0",
            "2 Insgesamt": "•",
        }

    def test_without_another_addend_the_total_falls(self) -> None:
        raw = RawCube(
            {at(TOTAL): cell(2), at("0"): cell(2), at("1"): cell(0)}, (Relation(at(TOTAL), (at("0"), at("1"))),)
        )
        assert signs(protect(raw, rules())) == {"s Insgesamt": "•", "0 Insgesamt": "•", "1 Insgesamt": "0"}

    def test_who_sees_total_and_women_must_not_learn_of_two_men(self) -> None:
        """The men were not asked for; the women fall for them."""
        women, men = at("0", "weiblich"), at("0", "männlich")
        raw = RawCube(
            {at("0"): cell(50), women: cell(48), men: cell(2)},
            (Relation(at("0"), (women, men)),),
            hidden=frozenset({men}),
        )
        cube = protect(raw, rules())
        assert cube.cell(women).figure == SUPPRESSED
        assert cube.cell(at("0")).figure == Figure.of(50)
        assert men not in cube

    def test_a_figure_that_the_source_keeps_secret_is_not_computed_either(self) -> None:
        secret = Figure.withheld(Reason.SOURCE_SECRET)
        raw = RawCube(
            {at(TOTAL): cell(90), at("0"): cell(secret), at("1"): cell(30), at("2"): cell(50)},
            (Relation(at(TOTAL), (at("0"), at("1"), at("2"))),),
        )
        cube = protect(raw, rules())
        assert cube.cell(at("0")).figure == secret
        assert cube.cell(at("1")).figure == SUPPRESSED

    def test_nothing_falls_where_nothing_is_secret(self) -> None:
        raw = table([[3, 40], [7, 0]])
        cube = protect(raw, rules())
        assert {key: cube.cell(key) for key in cube} == dict(raw.cells)
        assert (cube.protection.suppressed_primary, cube.protection.suppressed_secondary) == (0, 0)

    @settings(max_examples=150, deadline=None)
    @given(
        st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
            lambda size: st.lists(
                st.lists(st.integers(0, 4) | st.integers(0, 60), min_size=size[1], max_size=size[1]),
                min_size=size[0],
                max_size=size[0],
            )
        ),
        st.sampled_from((3, 5, 10)),
    )
    def test_no_suppressed_cell_of_a_table_follows_from_the_others(self, counts: list[list[int]], minimum: int) -> None:
        """The attacker knows all shown cells and all margins; primary cells are all gone, the protocol counts truly."""
        raw = table(counts)
        cube = protect(raw, rules(minimum))
        gone = {key for key in cube if cube.cell(key).figure == SUPPRESSED}
        assert finds(raw.relations, gone) == set()
        for key, before in raw.cells.items():
            assert before.figure.number is not None
            small = 0 < before.figure.number < minimum
            assert not small or key in gone
            assert key in gone or cube.cell(key) == before
        protocol = cube.protection
        assert protocol.suppressed_primary + protocol.suppressed_secondary == len(gone)


class TestProtocol:
    """The protocol says what was done, by which rules."""

    def test_it_names_the_rules_and_hands_on_the_floor_for_rates(self) -> None:
        protocol = protect(table([[2, 40, 7]]), rules(rate_floor=1000)).protection
        assert (protocol.rule_set, protocol.rate_floor, protocol.cell_count) == ("probe", 1000, 8)

    def test_the_same_data_are_protected_in_the_same_way(self) -> None:
        raw = table([[2, 7, 7], [7, 7, 7]])
        backwards = RawCube(dict(reversed(raw.cells.items())), tuple(reversed(raw.relations)))
        assert signs(protect(raw, rules())) == signs(protect(backwards, rules()))
