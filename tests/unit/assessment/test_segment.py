"""Breaks and segments."""

from mehrklang.assessment.segment import breaks_within, latest_segment
from mehrklang.catalogue import Break, BreakKind
from tests.factories.series import series

SERIES = series({str(year): "1" for year in range(2015, 2025)})


def _break(year: int, *areas: str) -> Break:
    return Break(year, BreakKind.SURVEY, f"Bruch {year}", "Amt", areas)


def test_only_breaks_inside_the_series_and_its_area_divide_it_each_once_in_order() -> None:
    breaks = [_break(2022), _break(2015), _break(2025), _break(2020, "99"), _break(2017, SERIES.area), _break(2022)]
    assert [each.first_year for each in breaks_within(SERIES, breaks)] == [2017, 2022]


def test_the_latest_segment_begins_with_the_first_year_after_the_last_break() -> None:
    segment = latest_segment(SERIES, breaks_within(SERIES, [_break(2017), _break(2022)]))
    assert [value.period.key for value in segment] == ["2022", "2023", "2024"]
    assert latest_segment(SERIES, ()) == SERIES.values


def test_an_empty_series_has_no_breaks() -> None:
    assert breaks_within(series({}), [_break(2020)]) == ()
