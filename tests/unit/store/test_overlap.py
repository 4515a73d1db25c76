"""Two divisions of one town: what their differences tell is known to the guard, or nothing is shown."""

from dataclasses import replace
from pathlib import Path

import pytest

from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure import DisclosureError, protect
from mehrklang.store import Question, Request, Store, StoreError
from mehrklang.store.overlap import overlap
from mehrklang.store.tree import Tree
from mehrklang.territory import Membership
from mehrklang.vocabulary import Area, AreaLevel, Figure, Material, Observation, Period, SourceCell, Unit
from tests.factories.margins import rules
from tests.unit.disclosure.attacker import finds

BLOCKS = {"b1": ("q1", "x1"), "b2": ("q1", "x2"), "b3": ("q2", "x2"), "b4": ("q2", "x2"), "b5": ("q3", "x3")}
"""Small areas with the Stadtteil and the Sozialraum that they lie in: b1 is what q1 has beyond x2."""
COUNTS = {"b1": 2, "b2": 70, "b3": 55, "b4": 80, "b5": 64}
AREAS = (
    Area("s", "Stadt", AreaLevel.MUNICIPALITY),
    *(Area(key, key, AreaLevel.QUARTER, "s") for key in ("q1", "q2", "q3")),
    *(Area(key, key, AreaLevel.QUARTER, "s") for key in ("x1", "x2", "x3")),
    *(Area(key, key, AreaLevel.STATISTICAL_AREA, quarter) for key, (quarter, _) in BLOCKS.items()),
)
MEMBERSHIPS = tuple(Membership("sozialraum", key, space) for key, (_, space) in BLOCKS.items())
ASKED = ("s", "q1", "q2", "q3", "x1", "x2", "x3")
PEOPLE = Request("Personen", Unit.COUNT)


def counted(counts: dict[str, int], folder: Path, **question: object) -> RawCube:
    rows = [
        Observation("Personen", area, Period.parse("2024"), PEOPLE.where, Unit.COUNT, Figure.of(number),
                    Material.ADDITIVE, SourceCell("amt.csv", line, "", ""))
        for line, (area, number) in enumerate(counts.items(), 2)
    ]  # fmt: skip
    store = Store(folder)
    key = store.append(rows, source="amt", name="amt.csv", content_sha256="0" * 64)
    asked = Question((key,), (PEOPLE,), ASKED, AREAS, memberships=MEMBERSHIPS)
    return store.tabulate(replace(asked, **question))  # type: ignore[arg-type] # the names are those of the fields


def test_the_pieces_of_two_divisions_are_cut_at_their_borders() -> None:
    found = overlap(Tree(AREAS, MEMBERSHIPS), frozenset(ASKED))
    assert {piece.key: set(piece.leaves) for piece in found.pieces} == {"q1 ∩ x2": {"b2"}}
    assert {("q1", ("x1", "q1 ∩ x2")), ("x2", ("q1 ∩ x2", "q2"))} <= set(found.sums)
    assert {("x3", ("q3",)), ("q3", ("x3",))} & set(found.sums)
    assert overlap(Tree(AREAS), frozenset(ASKED)).pieces == ()


def test_a_further_hierarchy_is_added_up_from_the_small_areas(tmp_path: Path) -> None:
    raw = counted(COUNTS, tmp_path)
    numbers = {key.area: int(cell.figure.number or 0) for key, cell in raw.cells.items()}
    assert numbers["x2"] == 70 + 55 + 80
    assert numbers["q1"] == 72
    assert {key.area for key in raw.hidden} >= {"q1 ∩ x2"}


def test_the_difference_of_two_divisions_does_not_isolate_a_small_area(tmp_path: Path) -> None:
    """q1 − (x2 − q2) are the two persons of b1. The guard of one division alone misses it: planted."""
    raw = counted(COUNTS, tmp_path)
    secret = next(key for key in raw.cells if key.area == "x1")
    quarters = tuple(one for one in raw.relations if {part.area for part in one.parts} == {"q1", "q2", "q3"})
    before, now = protect(RawCube(raw.cells, quarters, raw.hidden), rules(3)), protect(raw, rules(3))
    unknown = [raw.cells.keys() - {key for key in cube if cube.cell(key).figure.known} for cube in (before, now)]
    assert secret in finds(raw.relations, unknown[0])
    assert secret not in finds(raw.relations, unknown[1])
    assert not now.cell(secret).figure.known


def test_divisions_of_which_nobody_knows_the_overlap_are_refused(tmp_path: Path) -> None:
    """Both divisions are delivered as wholes; how they lie in each other is not in the data."""
    whole = {"q1": 72, "q2": 135, "q3": 64, "x1": 2, "x2": 205, "x3": 64}
    with pytest.raises(StoreError) as caught:
        counted(whole, tmp_path)
    assert {issue.code for issue in caught.value.issues} == {"B-GEBIET-02"}
    unrelated = tuple(replace(a, level=AreaLevel.BOROUGH) if a.key.startswith("x") else a for a in AREAS[:7])
    raw = counted(whole, tmp_path / "b", memberships=(), hierarchy=unrelated)
    with pytest.raises(DisclosureError) as refused:
        protect(raw, rules(3))
    assert [issue.code for issue in refused.value.issues] == ["B-SCHUTZ-09"]
    assert "zwei Weisen" in refused.value.issues[0].message
