"""Protected cubes: sealed, and asked for what they do not hold."""

import pytest

from mehrklang.cubes import ProtectedCube, Protection
from mehrklang.vocabulary import EVERYTHING, Breakdown, Figure, Period, Reason, Unit
from tests.factories.cubes import cube, key


def test_without_the_seal_there_is_no_protected_cube() -> None:
    with pytest.raises(TypeError, match="only the guard"):
        ProtectedCube({}, Protection("prüfung", 0), seal=None)


def test_what_was_never_delivered_says_so() -> None:
    found = cube({key("a", "2019"): 5}).cell(key("a", "2020"))
    assert found.figure == Figure.withheld(Reason.NOT_DELIVERED)


def test_the_periods_of_a_series_are_those_of_its_cells_in_order() -> None:
    women = Breakdown.of({"Geschlecht": "weiblich"})
    cells = cube(
        {
            key("a", "2020"): 1,
            key("a", "2018"): 1,
            key("a", "2019"): Figure.withheld(Reason.SUPPRESSED),
            key("a", "2021", where=women): 1,
            key("a", "2022", area="00"): 1,
            key("a", "2023", unit=Unit.THOUSAND): 1,
        }
    )
    periods = cells.periods(measure="a", unit=Unit.COUNT, area="03153", breakdown=EVERYTHING)
    assert periods == tuple(Period.year_of(year) for year in (2018, 2019, 2020))
    assert cells.periods(measure="b", unit=Unit.COUNT, area="03153", breakdown=EVERYTHING) == ()
    assert cube({}).periods(measure="a", unit=Unit.COUNT, area="03153", breakdown=EVERYTHING) == ()
