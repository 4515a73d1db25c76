"""The peer of the benchmark, by the slow attacker: what it suppresses cannot be computed, and none of it in vain."""

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.peer_gauss import suppressed
from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from tests.factories.margins import table
from tests.unit.disclosure.attacker import finds

COUNTS = st.lists(st.lists(st.sampled_from((0, 2, 4, 7)), min_size=3, max_size=3), min_size=3, max_size=3)


def inner(raw: RawCube) -> dict[tuple[CellKey, ...], int]:
    """The inner cells with all the cells that count them."""
    above: dict[CellKey, list[CellKey]] = {}
    for relation in raw.relations:
        for part in relation.parts:
            above.setdefault(part, []).append(relation.total)
    totals = {relation.total for relation in raw.relations}
    found = {}
    for key in (key for key in raw.cells if key not in totals):
        up = [key]
        for one in up:
            up += [each for each in above.get(one, ()) if each not in up]
        found[tuple(up)] = int(raw.cells[key].figure.number or 0)
    return found


@settings(max_examples=25, deadline=None)
@given(COUNTS)
def test_no_small_count_can_be_computed_and_no_other_cell_falls_in_vain(counts: list[list[int]]) -> None:
    raw = table(counts)
    numbers = {key: int(cell.figure.number or 0) for key, cell in raw.cells.items()}
    small = {key for key, number in numbers.items() if 0 < number < 3}
    fallen = suppressed(numbers, inner(raw), 3)
    assert small <= fallen
    assert not finds(raw.relations, fallen) & small
    assert all(finds(raw.relations, fallen - {key}) & small for key in fallen - small)
