"""Breaks are proposed where a series jumps and stays, and nowhere else; nothing follows from a proposal."""

from random import Random

import pytest

from mehrklang.assessment.breaks import label_drifts, level_shifts
from mehrklang.catalogue import Break, BreakKind, IndicatorKind
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.division import Division
from tests.factories.cubes import definition
from tests.factories.series import series

COUNT = definition(IndicatorKind.COUNT, Unit.COUNT, name="Aussiedler")
# Köln, residents by type of migration background (open data of the city): the file documents no change.
REPATRIATES = (58_021, 57_960, 57_590, 57_169, 49_184, 48_900, 48_700, 48_450)


def _years(values: tuple[float, ...] | list[float], *, first: int = 2005) -> dict[str, str]:
    return {str(first + at): str(value) for at, value in enumerate(values)}


def test_a_jump_that_stays_is_proposed_with_its_numbers() -> None:
    (found,) = level_shifts(COUNT, [series(_years(REPATRIATES), unit=Unit.COUNT)])
    assert (found.first_year, found.kind, found.indicator) == (2009, BreakKind.DEFINITION, "anteil")
    assert "57.169" in found.evidence
    assert "49.184" in found.evidence
    assert found.evidence.endswith("eine Stufe von −13,7\u00a0%.")


def test_an_outlier_that_returns_is_no_break() -> None:
    values = (50.0, 50.2, 50.1, 58.0, 50.3, 50.2, 50.4)
    assert level_shifts(definition(), [series(_years(values))]) == ()


def test_a_steady_rise_is_no_break() -> None:
    assert level_shifts(definition(), [series(_years([10 + at for at in range(10)]))]) == ()


def test_a_break_that_is_known_is_not_proposed_again_and_cuts_the_series() -> None:
    known = Break(2009, BreakKind.DEFINITION, "neue Ableitung", "Amt")
    assert level_shifts(COUNT, [series(_years(REPATRIATES), unit=Unit.COUNT)], breaks=[known]) == ()


def test_the_newest_value_alone_proves_nothing_and_five_values_neither() -> None:
    assert level_shifts(definition(), [series(_years((50.0, 50.2, 50.1, 50.3, 50.2, 60.0)))]) == ()
    assert level_shifts(definition(), [series(_years((50.0, 50.2, 60.1, 60.3, 60.2)))]) == ()


def test_areas_that_jump_together_are_one_proposal() -> None:
    values = _years((50.0, 50.2, 50.1, 58.0, 58.3, 58.2, 58.4))
    (found,) = level_shifts(definition(), [series(values, area=area) for area in ("a", "b", "c")])
    assert found.areas == ("a", "b", "c")
    assert "in 3 Gebieten" in found.evidence


@pytest.mark.parametrize("length", [8, 12, 15])
def test_quiet_series_are_rarely_suspected(length: int) -> None:
    """Of 400 series of pure noise around a line 2 in 100 are suspected at most; 14 leaves room for the drawing."""
    random = Random(7)  # noqa: S311 — a simulation
    suspected = 0
    for _ in range(400):
        slope = random.uniform(-0.5, 0.5)
        values = [round(40 + slope * at + random.gauss(0, 1), 3) for at in range(length)]
        suspected += bool(level_shifts(definition(), [series(_years(values))]))
    assert suspected <= 14


def test_clear_shifts_are_mostly_found() -> None:
    """Of 200 series with a shift by ten standard deviations in the middle at least 9 in 10 are found, at its year."""
    random = Random(11)  # noqa: S311 — a simulation
    found = 0
    for _ in range(200):
        values = [round(40 + (10 if at >= 6 else 0) + random.gauss(0, 1), 3) for at in range(12)]
        found += any(each.first_year == 2011 for each in level_shifts(definition(), [series(_years(values))]))
    assert found >= 180


def _division(year: int, category: str) -> Division:
    return Division("einwohner", "Herkunft", year, category)


def test_categories_that_end_while_others_begin_are_proposed_for_the_source() -> None:
    rows = [_division(year, "EU 27" if year < 2013 else "EU 28") for year in range(2010, 2016)]
    (found,) = label_drifts([*rows, *(_division(year, "Türkei") for year in range(2010, 2016))], source="register")
    assert (found.first_year, found.kind, found.source) == (2013, BreakKind.CATEGORY, "register")
    assert "„EU 27“" in found.evidence
    assert "„EU 28“" in found.evidence


def test_a_category_that_is_only_added_is_none() -> None:
    rows = [_division(2010, "EU"), _division(2011, "EU"), _division(2011, "Syrien")]
    assert label_drifts(rows, source="register") == ()
