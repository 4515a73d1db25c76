"""The bound of the benchmark, by trying all sets of cells: no safe pattern is smaller, neither ours nor the peer's."""

from itertools import combinations

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.guard_bound import fewest
from benchmarks.peer_gauss import suppressed
from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure import DisclosureError, guard
from mehrklang.disclosure.history import NOTHING_BEFORE
from mehrklang.disclosure.intake import intake
from tests.factories.margins import rules, table
from tests.unit.disclosure.test_peer import inner

COUNTS = st.lists(st.lists(st.sampled_from((2, 5, 7)), min_size=3, max_size=3), min_size=2, max_size=2)


def smallest(raw: RawCube, small: set[CellKey]) -> int:
    """The size of the smallest set that holds the small cells and no cell that stands alone in a sum."""
    others = sorted(raw.cells.keys() - small, key=str)
    sums = [set(relation.members) for relation in raw.relations]
    for count in range(len(others) + 1):
        for more in combinations(others, count):
            chosen = small | set(more)
            if all(len(chosen & members) != 1 for members in sums):
                return len(chosen)
    raise AssertionError


@settings(max_examples=25, deadline=None)
@given(COUNTS)
def test_no_safe_pattern_is_smaller(counts: list[list[int]]) -> None:
    raw = table(counts)
    numbers = {key: int(cell.figure.number or 0) for key, cell in raw.cells.items()}
    small = {key for key, number in numbers.items() if number < 3}
    assume(small)
    of_guard, _ = intake(raw, rules(3), NOTHING_BEFORE, frozenset())
    bound = fewest(of_guard, np.zeros(len(of_guard), np.bool_), seconds=20)
    assert bound == smallest(raw, small)
    assert len(suppressed(numbers, inner(raw), 3)) >= bound
    try:
        cube = guard(raw, rules(3)).cube
    except DisclosureError:
        return
    assert sum(not cube.cell(key).figure.known for key in cube) >= bound
