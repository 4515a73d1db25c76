"""The bound of the benchmark, by trying all sets of cells: no safe pattern is smaller, neither ours nor the peer's."""

from itertools import combinations

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

COUNTS = st.lists(st.lists(st.sampled_from((1, 2, 5, 7)), min_size=3, max_size=3), min_size=2, max_size=2)


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
    bound, known = (fewest(of_guard, of_guard.fixed, at_least_one=each) for each in (False, True))
    assert len(small) <= bound <= smallest(raw, small)
    assert bound <= known
    assert len(suppressed(numbers, inner(raw), 3)) >= bound
    try:
        cube = guard(raw, rules(3)).cube
    except DisclosureError:
        return
    assert sum(not cube.cell(key).figure.known for key in cube) >= known


def test_counts_of_one_do_not_protect_each_other() -> None:
    """Where a gap is known to be at least one, neither of two ones in a sum can be smaller for the other to be larger:
    each needs something that can give way.
    """
    raw = table([[1, 1, 5, 9], [1, 1, 5, 9], [4, 4, 7, 8]])
    of_guard, _ = intake(raw, rules(3), NOTHING_BEFORE, frozenset())
    assert fewest(of_guard, of_guard.fixed, at_least_one=False) == 4
    assert fewest(of_guard, of_guard.fixed, at_least_one=True) > 4
    cube = guard(raw, rules(3)).cube
    assert sum(not cube.cell(key).figure.known for key in cube) > 4
