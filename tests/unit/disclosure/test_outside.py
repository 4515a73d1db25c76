"""The audit from outside finds exactly what a reader can find."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mehrklang.cubes import CellKey
from mehrklang.disclosure import DisclosureError
from mehrklang.disclosure.outside import possible_values
from mehrklang.disclosure.public_sums import public_sums
from mehrklang.vocabulary import Area, AreaLevel, Breakdown, Figure, Reason
from tests.factories.cubes import key

TOWN = (
    Area("stadt", "Stadt", AreaLevel.MUNICIPALITY),
    Area("q1", "Hafen", AreaLevel.QUARTER, "stadt"),
    Area("q2", "Berg", AreaLevel.QUARTER, "stadt"),
)
SECRET = Figure.withheld(Reason.SOURCE_SECRET)
PLACES, SEXES = ("stadt", "q1", "q2"), ("", "w", "m")
CHOICES = st.sampled_from(list(product(PLACES, SEXES)))


def _cell(area: str, sex: str = "") -> CellKey:
    return key("personen", "2024", area=area, where=Breakdown.of({"Geschlecht": sex} if sex else {}))


def _table(inner: tuple[int, int, int, int]) -> dict[CellKey, int]:
    """Two quarters by two sexes with all margins."""
    counts = dict(zip(product(("q1", "q2"), ("w", "m")), inner, strict=True))
    return {
        _cell(area, sex): sum(n for (a, s), n in counts.items() if area in ("stadt", a) and sex in ("", s))
        for area, sex in product(PLACES, SEXES)
    }


@settings(max_examples=20, deadline=None)
@given(st.tuples(*[st.integers(0, 2)] * 4), st.sets(CHOICES, min_size=1, max_size=6))
def test_the_possible_values_are_those_of_all_tables_that_fit(
    inner: tuple[int, int, int, int], hidden: set[tuple[str, str]]
) -> None:
    """Against trying every table of numbers up to 8; where the total is hidden too, nothing is bounded from above."""
    truth = _table(inner)
    secret = {_cell(*each) for each in hidden}
    cells = {cell: SECRET if cell in secret else Figure.of(count) for cell, count in truth.items()}
    least = int(any(truth[cell] == 0 for cell in truth.keys() - secret))
    fitting = [
        table
        for each in product(range(9), repeat=4)
        if all((table := _table(each))[cell] == truth[cell] for cell in truth.keys() - secret)
        and all(table[cell] >= least for cell in secret)
    ]
    if not fitting:  # a suppressed zero beside a published one: no reader believes that
        with pytest.raises(DisclosureError, match="B-PRUEFUNG-01"):
            possible_values(cells, TOWN)
        return
    for found in possible_values(cells, TOWN):
        values = {table[found.key] for table in fitting}
        assert found.least == min(values)
        if found.greatest is not None:
            assert found.greatest == max(values)
        else:
            assert max(values) >= 8


def test_a_sum_whose_parts_are_not_all_there_tells_nothing() -> None:
    """The third sex is not in the table: women do not follow from the total and the men."""
    cells = {
        _cell("q1"): Figure.of(10), _cell("q1", "w"): Figure.of(4), _cell("q1", "m"): Figure.of(5),
        _cell("q2"): Figure.of(10), _cell("q2", "w"): SECRET, _cell("q2", "m"): Figure.of(5),
    }  # fmt: skip
    assert public_sums(cells, TOWN) == ()
    (found,) = possible_values(cells, TOWN)
    assert (found.least, found.greatest, found.found_out) == (0, None, False)


def test_one_suppressed_cell_in_a_sum_is_found_out() -> None:
    cells = {cell: Figure.of(count) for cell, count in _table((1, 5, 6, 7)).items()}
    (found,) = possible_values({**cells, _cell("q1", "w"): SECRET}, TOWN)
    assert (found.least, found.greatest, found.found_out) == (1, 1, True)
