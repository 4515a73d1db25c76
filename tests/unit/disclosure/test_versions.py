"""The guard knows both versions of what went out as provisional: a newer number is no contradiction and no cover."""

import pytest

from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure import DisclosureError, History
from mehrklang.disclosure.earlier import earlier_cube
from mehrklang.disclosure.protect import protect
from mehrklang.vocabulary import Breakdown, Figure, Finality, Lineage, Material, Period, Reason, Unit
from tests.factories.cubes import rules

YEAR = Period.parse("2023")


def key(name: str) -> CellKey:
    return CellKey("Personen", Unit.COUNT, "s", YEAR, Breakdown.of({"Gruppe": name} if name else {}))


def cell(number: int, state: Finality = Finality.UNSTATED, material: Material = Material.ADDITIVE) -> Cell:
    return Cell(Figure.of(number), material, Lineage("l", finality=state))


def cube(**counts: int) -> RawCube:
    """A total and its parts."""
    cells = {key(name): cell(number) for name, number in counts.items()} | {key(""): cell(sum(counts.values()))}
    return RawCube(cells, (Relation(key(""), tuple(key(name) for name in counts)),))


def test_another_number_than_the_published_one_is_refused_unless_it_was_announced() -> None:
    raw = cube(a=40, b=30, c=20)
    before = {key("a"): Figure.of(38)}
    with pytest.raises(DisclosureError, match="B-SCHUTZ-04"):
        protect(raw, rules(3), history=History(before))
    shown = protect(raw, rules(3), history=History(before, open=frozenset({key("a")})))
    assert shown.cell(key("a")).figure == Figure.of(40)


def test_a_number_that_its_source_calls_revised_is_a_version_too() -> None:
    raw = cube(a=40, b=30)
    cells = {**raw.cells, key("a"): cell(40, Finality.REVISED)}
    history = History({key("a"): Figure.of(38)})
    assert protect(RawCube(cells, raw.relations), rules(3), history=history).cell(key("a")).figure == Figure.of(40)


def test_a_cell_whose_provisional_number_is_public_covers_no_other() -> None:
    """b = 2 is secret. Without a past, a is suppressed for it. A reader who knows a = 7 (provisional) would take a
    suppressed a for about 7 and compute b; so c has to cover it, although a is the cheaper one."""
    raw = cube(a=8, b=2, c=60)
    free = protect(raw, rules(3))
    assert not free.cell(key("a")).figure.known
    known = History({key("a"): Figure.of(7)}, open=frozenset({key("a")}))
    shown = protect(raw, rules(3), history=known)
    assert shown.cell(key("a")).figure == Figure.of(8)
    assert {name for name in "abc" if not shown.cell(key(name)).figure.known} == {"b", "c"}


def test_only_published_cells_have_a_version_that_may_be_shown() -> None:
    raw = cube(a=40)
    with pytest.raises(ValueError, match="only published statistics"):
        RawCube(raw.cells, before={key("a"): cell(38)})
    published = RawCube(
        {key("a"): cell(40, material=Material.PUBLISHED)}, before={key("a"): cell(38, material=Material.PUBLISHED)}
    )
    shown = protect(published, rules(3))
    before = earlier_cube(shown, published)
    assert before is not None
    assert before.cell(key("a")).figure == Figure.of(38)
    assert earlier_cube(shown, RawCube(published.cells)) is None


def test_a_suppressed_cell_keeps_its_state_and_no_number() -> None:
    raw = cube(a=40, b=2, c=30)
    cells = {each: cell(int(one.figure.number or 0), Finality.PROVISIONAL) for each, one in raw.cells.items()}
    hidden = protect(RawCube(cells, raw.relations), rules(3)).cell(key("b"))
    assert (hidden.figure.reason, hidden.lineage.finality) == (Reason.SUPPRESSED, Finality.PROVISIONAL)
