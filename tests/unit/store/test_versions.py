"""Provisional and final results are versions of a cell: the newest final one counts, the earlier one stays readable."""

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.store import Question, Request, Store, StoreError
from mehrklang.vocabulary import Figure, Finality, Observation, Period, Unit
from tests.factories.observations import observation, published

P, E, R, S, NONE = (
    Finality.PROVISIONAL,
    Finality.FINAL,
    Finality.REVISED,
    Finality.ESTIMATED,
    Finality.UNSTATED,
)
KEY = CellKey("Quote", Unit.COUNT, "q1", Period.parse("2024"))
KEY_OF_OLD = "dfc449260c0df202989fff84cc9683a2"
"""The key that the store gave before it knew how final a value is."""


def quote(number: int, state: Finality) -> Observation:
    return replace(published(number, measure="Quote"), finality=state)


def kept(store: Store, *observations: Observation, name: str) -> str:
    return store.append(observations, source="amt", name=name, content_sha256=name)


def asked(tmp_path: Path, *rows: tuple[int, Finality], superseded: int = 0) -> RawCube:
    """The cube of one cell, of which each row comes in a delivery of its own, the superseded ones first."""
    store = Store(tmp_path)
    keys = [kept(store, quote(*row), name=f"{at}.csv") for at, row in enumerate(rows)]
    question = Question(tuple(keys[superseded:]), (Request("Quote", Unit.COUNT),), superseded=tuple(keys[:superseded]))
    return store.tabulate(question)


def test_a_final_value_counts_and_the_provisional_one_stays_readable(tmp_path: Path) -> None:
    cube = asked(tmp_path, (12, P), (13, E))
    assert (cube.cells[KEY].figure, cube.cells[KEY].lineage.finality) == (Figure.of(13), E)
    assert (cube.before[KEY].figure, cube.before[KEY].lineage.finality) == (Figure.of(12), P)


def test_the_order_of_the_deliveries_does_not_make_a_provisional_value_count(tmp_path: Path) -> None:
    assert asked(tmp_path, (13, E), (12, P)).cells[KEY].figure == Figure.of(13)


def test_a_final_value_that_is_the_same_only_changes_its_state(tmp_path: Path) -> None:
    cube = asked(tmp_path, (12, P), (12, E))
    assert cube.cells[KEY].lineage.finality is E
    assert cube.before[KEY].lineage.finality is P


def test_a_superseded_delivery_says_what_the_value_was_before_whatever_its_state(tmp_path: Path) -> None:
    cube = asked(tmp_path, (12, NONE), (13, NONE), superseded=1)
    assert (cube.cells[KEY].figure, cube.before[KEY].figure) == (Figure.of(13), Figure.of(12))


def test_a_cell_that_only_a_superseded_delivery_has_is_gone(tmp_path: Path) -> None:
    store = Store(tmp_path)
    old = kept(store, quote(12, NONE), name="alt.csv")
    new = kept(store, published(5, measure="anderes"), name="neu.csv")
    cube = store.tabulate(Question((new,), (Request("Quote", Unit.COUNT),), superseded=(old,)))
    assert not cube.cells
    assert not cube.before


def test_two_values_that_nobody_announced_to_change_contradict_each_other(tmp_path: Path) -> None:
    for one, other in ((NONE, NONE), (E, E), (NONE, E), (R, E)):
        with pytest.raises(StoreError, match="B-WIDERSPRUCH-01"):
            asked(tmp_path, (12, one), (13, other))


def oracle(rows: tuple[Finality, ...]) -> set[int]:
    """Which rows may count, row by row: the newest open one only where all are open; of the others those that no later
    revised one follows."""
    settled = [at for at, state in enumerate(rows) if state not in (P, S)]
    if not settled:
        return {len(rows) - 1}
    return {at for at in settled if not any(rows[later] is R for later in settled if later > at)}


def test_which_version_counts_is_what_a_slow_reading_of_the_rule_says(tmp_path: Path) -> None:
    """All orders of up to three states; several that may count are a contradiction."""
    for length in (2, 3):
        for at, states in enumerate(product((P, E, R, S, NONE), repeat=length)):
            rows = tuple((10 + number, state) for number, state in enumerate(states))
            counted = oracle(states)
            folder = tmp_path / f"{length}-{at % 8}"
            if len(counted) > 1:
                with pytest.raises(StoreError):
                    asked(folder, *rows)
            else:
                assert asked(folder, *rows).cells[KEY].figure.number == 10 + counted.pop(), states


def test_a_sum_is_as_open_as_the_most_open_of_its_rows(tmp_path: Path) -> None:
    store = Store(tmp_path)
    rows = [
        replace(observation(3, by={"Alter": "jung"}), finality=E),
        replace(observation(4, by={"Alter": "alt"}, line=3), finality=P),
    ]
    key = kept(store, *rows, name="z.csv")
    cube = store.tabulate(Question((key,), (Request("Personen", Unit.COUNT),)))
    cell = cube.cells[CellKey("Personen", Unit.COUNT, "q1", Period.parse("2024"))]
    assert (cell.figure, cell.lineage.finality) == (Figure.of(7), P)


def test_a_delivery_of_old_keeps_its_key_and_says_nothing_about_finality(tmp_path: Path) -> None:
    """Its file has no such column; deliveries with and without it are read together."""
    store = Store(tmp_path)
    old = store.append(
        [observation(3, by={"Alter": "jung"}), published(12, measure="Quote", line=3)],
        source="einwohner",
        name="zählung.csv",
        content_sha256="ab",
    )
    new = kept(store, replace(quote(5, E), area="q2"), name="neu.csv")
    cube = store.tabulate(Question((old, new), (Request("Quote", Unit.COUNT),)))
    assert old == KEY_OF_OLD
    assert [cube.cells[replace(KEY, area=area)].lineage.finality for area in ("q1", "q2")] == [NONE, E]
