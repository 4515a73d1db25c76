"""A delivery that is superseded or withdrawn is no longer counted with, and any number still leads back to it."""

from datetime import date
from pathlib import Path

import pytest

from mehrklang.cubes import CellKey
from mehrklang.store import Question, Request, Store, StoreError
from mehrklang.vocabulary import EVERYTHING, Period, Unit
from mehrklang.vocabulary.retirement import Retirement
from tests.factories.observations import published

PEOPLE = Request("Personen", Unit.COUNT)
CELL = CellKey("Personen", Unit.COUNT, "q1", Period.parse("2024"), EVERYTHING)
DAY = date(2026, 5, 1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store of its own."""
    return Store(tmp_path / "ablage")


def put(store: Store, number: int) -> str:
    """A delivery with one published figure."""
    return store.append([published(number)], source="probe", name="zählung.csv", content_sha256=f"{number}")


def asked(*keys: str) -> Question:
    """The one cell, from these deliveries."""
    return Question(keys, (PEOPLE,))


def test_a_correction_takes_the_place_of_a_delivery_that_stays_to_be_traced(store: Store) -> None:
    old, new = put(store, 5), put(store, 6)
    store.supersede(old, new, who="A. Muster", day=DAY, why="Übertragungsfehler")
    assert store.retirement(old) == Retirement("A. Muster", DAY, "Übertragungsfehler", new)
    assert store.tabulate(asked(new)).cells[CELL].figure.number == 6
    with pytest.raises(StoreError, match=r"B-ABLAGE-06.*01\.05\.2026 von A\. Muster.*ersetzt: Übertragungsfehler\."):
        store.tabulate(asked(old, new))
    lineage = store.trace(asked(old), CELL)
    assert [(cell.file, cell.line, cell.raw, cell.delivery) for cell in lineage.cells] == [
        ("zählung.csv", 2, "roh", old)
    ]


def test_a_withdrawn_delivery_keeps_who_when_and_why_and_no_number(store: Store) -> None:
    key = put(store, 5)
    store.withdraw(key, who="A. Muster", day=DAY, why="Rechtsgrund entfallen")
    assert store.retirement(key) == Retirement("A. Muster", DAY, "Rechtsgrund entfallen")
    with pytest.raises(StoreError, match=r"B-ABLAGE-06.*zurückgezogen: Rechtsgrund entfallen"):
        store.tabulate(asked(key))
    assert [(cell.file, cell.line, cell.raw) for cell in store.trace(asked(key), CELL).cells] == [
        ("zählung.csv", 2, "")
    ]


def test_what_is_noted_stays(store: Store) -> None:
    """The same again changes nothing; another reason, another successor or a circle is refused."""
    old, new = put(store, 5), put(store, 6)
    for _ in range(2):
        store.supersede(old, new, who="A. Muster", day=DAY, why="Fehler")
    for retire in (
        lambda: store.withdraw(old, who="A. Muster", day=DAY, why="Fehler"),
        lambda: store.supersede(new, old, who="A. Muster", day=DAY, why="Fehler"),
        lambda: store.supersede(new, new, who="A. Muster", day=DAY, why="Fehler"),
    ):
        with pytest.raises(StoreError, match="B-ABLAGE-07"):
            retire()
    assert store.retirement(new) is None


def test_only_what_is_there_is_retired_and_only_by_what_is_there(store: Store) -> None:
    key = put(store, 5)
    with pytest.raises(StoreError, match="B-ABLAGE-01"):
        store.supersede(key, "0" * 32, who="A. Muster", day=DAY, why="Fehler")
    with pytest.raises(StoreError, match="B-ABLAGE-01"):
        store.withdraw("0" * 32, who="A. Muster", day=DAY, why="Fehler")
    assert store.retirement(key) is None
