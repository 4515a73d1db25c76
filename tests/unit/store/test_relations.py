"""The relations that the store hands to the guard are true, and complete as far as the question reaches."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mehrklang.cubes.raw import RawCube
from mehrklang.store import Question, Request, Store
from mehrklang.vocabulary import Breakdown, Unit
from tests.factories.observations import TOWN, observation

WOMEN, MEN = (Breakdown.of({"Geschlecht": sex}) for sex in ("weiblich", "männlich"))
PEOPLE = Request("Personen", Unit.COUNT)


def cube(folder: Path, counts: dict[tuple[str, str], int], *wheres: Breakdown, areas: tuple[str, ...]) -> RawCube:
    """The raw cube of counts by area and sex."""
    store = Store(folder)
    rows = [observation(n, area=area, by={"Geschlecht": sex}) for (area, sex), n in counts.items()]
    key = store.append(rows, source="probe", name="zählung.csv", content_sha256="")
    requests = tuple(Request("Personen", Unit.COUNT, where) for where in wheres)
    return store.tabulate(Question((key,), requests, areas, TOWN))


COUNTS = {
    (area, sex): 10 * n + m
    for n, area in enumerate(("q1", "q2", "q3"), 1)
    for m, sex in enumerate(("weiblich", "männlich"))
}


def test_who_asks_for_total_and_women_learns_of_the_men(tmp_path: Path) -> None:
    raw = cube(tmp_path, COUNTS, PEOPLE.where, WOMEN, areas=("q1",))
    (relation,) = raw.relations
    women, men = relation.parts
    assert women.breakdown == WOMEN
    assert men in raw.hidden
    assert raw.cells[men].figure.number == COUNTS["q1", "männlich"]


def test_who_asks_for_the_town_and_one_borough_learns_of_the_other(tmp_path: Path) -> None:
    raw = cube(tmp_path, COUNTS, PEOPLE.where, areas=("s", "b1"))
    (relation,) = raw.relations
    assert (relation.total.area, [part.area for part in relation.parts]) == ("s", ["b1", "b2"])
    assert {key.area for key in raw.hidden} == {"b2"}


def test_who_asks_for_the_town_and_a_quarter_learns_by_way_of_the_boroughs(tmp_path: Path) -> None:
    raw = cube(tmp_path, COUNTS, PEOPLE.where, areas=("s", "q1"))
    assert {relation.total.area for relation in raw.relations} == {"s", "b1"}
    assert {key.area for key in raw.hidden} == {"b1", "b2", "q2"}


def test_areas_of_different_levels_are_never_parts_of_one_sum(tmp_path: Path) -> None:
    raw = cube(tmp_path, COUNTS | {("w1", "weiblich"): 7}, PEOPLE.where, areas=("s", "b1", "b2", "w1"))
    assert sorted([part.area for part in relation.parts] for relation in raw.relations) == [["b1", "b2"], ["w1"]]


def test_a_single_cell_has_no_relation(tmp_path: Path) -> None:
    raw = cube(tmp_path, COUNTS, WOMEN, areas=("s",))
    assert (raw.relations, raw.hidden) == ((), frozenset())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.tuples(st.sampled_from(("q1", "q2", "q3", "r")), st.sampled_from(("weiblich", "männlich", "divers"))),
        st.integers(0, 99),
        min_size=6,
    ),
    st.lists(st.sampled_from((PEOPLE.where, WOMEN, MEN)), min_size=1, unique=True),
    st.lists(st.sampled_from([area.key for area in TOWN]), min_size=1, unique=True),
)
def test_every_relation_adds_up(
    tmp_path: Path, counts: dict[tuple[str, str], int], wheres: list[Breakdown], areas: list[str]
) -> None:
    """Where only parts are delivered and all numbers are known, each total is the sum of its parts."""
    raw = cube(tmp_path, counts, *wheres, areas=tuple(areas))
    for relation in raw.relations:
        total, *parts = (raw.cells[key].figure.number for key in relation.members)
        if total is not None and None not in parts:
            assert total == sum(part for part in parts if part is not None)


def test_a_cube_refuses_relations_of_cells_that_it_does_not_hold(tmp_path: Path) -> None:
    raw = cube(tmp_path, COUNTS, PEOPLE.where, areas=("s", "b1"))
    with pytest.raises(ValueError, match="does not hold"):
        RawCube({}, raw.relations)
