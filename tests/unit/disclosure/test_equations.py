"""Exactly what follows from the equations is found."""

from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import Relation
from mehrklang.disclosure.equations import determined
from tests.factories.margins import at, table
from tests.unit.disclosure.attacker import finds

SMALL = table([[1, 2, 3], [4, 5, 6], [7, 8, 9]])


def test_the_only_unknown_of_a_sum_is_found() -> None:
    alone = {at("0", "h0")}
    assert determined(SMALL.relations, alone, alone) == alone


def test_four_corners_of_a_rectangle_hide_each_other() -> None:
    corners = {at(row, column) for row in "01" for column in ("h0", "h1")}
    assert determined(SMALL.relations, corners, corners) == set()


def test_two_unknowns_in_every_line_are_not_enough() -> None:
    """Each relation has two unknowns or more, yet one follows: (a + b) + (b + c) − (a + c) = 2b."""
    a, b, c = (at(name) for name in "abc")
    relations = [Relation(at("ab"), (a, b)), Relation(at("bc"), (b, c)), Relation(at("ac"), (a, c))]
    assert determined(relations, {a, b, c}, {a, b, c}) == {a, b, c}


def test_only_secrets_are_told() -> None:
    assert determined(SMALL.relations, {at("0", "h0"), at("1", "h2")}, {at("1", "h2")}) == {at("1", "h2")}


KEYS = [at(str(n)) for n in range(9)]
RELATIONS = st.lists(
    st.lists(st.sampled_from(KEYS), min_size=2, max_size=5, unique=True).map(lambda k: Relation(k[0], tuple(k[1:]))),
    max_size=8,
)


@settings(max_examples=300, deadline=None)
@given(RELATIONS, st.sets(st.sampled_from(KEYS)), st.sets(st.sampled_from(KEYS)))
def test_sparse_and_dense_elimination_agree(
    relations: list[Relation], unknown: set[CellKey], secret: set[CellKey]
) -> None:
    """On any system of sums, whether it comes from a table or not."""
    assert determined(relations, unknown, secret) == finds(relations, unknown) & secret
