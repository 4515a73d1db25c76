"""How sources deliver: expected days and periods against a calendar walked day by day; what the municipality adds."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.catalogue import Access, Cadence, ExpectedDay, Supply, expected_on, load, periods_expected
from mehrklang.vocabulary import AreaLevel, Period

periods = st.sampled_from([Period.parse(key) for key in (
    "2023", "2024", "2024-02", "2024-12", "2024-Q1", "2024-Q4", "2023/24", "2024-02-29", "2024-SS", "2023-WS",
)])  # fmt: skip


def walked(end: date, months: int, day: int) -> date:
    """The slow way: forward day by day until so many new months have begun, then to the day or the month's last."""
    at, begun = end, 0
    while begun < months:
        at += timedelta(days=1)
        begun += at.day == 1
    at = at.replace(day=1)
    while at.day < day and (at + timedelta(days=1)).month == at.month:
        at += timedelta(days=1)
    return at


@given(periods, st.integers(0, 30), st.integers(1, 31))
def test_the_expected_day_is_the_one_that_a_walk_through_the_calendar_finds(period, months, day):
    found = expected_on(Supply(expected=ExpectedDay(months, day)), period)
    assert found == walked(period.end, months, day)


@given(st.sampled_from(list(Cadence)), st.integers(0, 40), st.integers(1, 31), st.integers(0, 800))
def test_the_periods_of_a_span_are_all_whose_expected_day_lies_in_it(cadence, months, day, length):
    supply = Supply(cadence=cadence, expected=ExpectedDay(months, day))
    first = date(2025, 3, 31)
    last = first + timedelta(days=length)
    found = periods_expected(supply, first, last)
    long = periods_expected(supply, first - timedelta(days=3000), last + timedelta(days=3000))
    assert list(found) == [each for each in long if first <= (expected_on(supply, each) or last) <= last]
    assert len(set(found)) == len(found)


def test_reference_days_are_the_periods_where_a_source_counts_on_days():
    supply = Supply(cadence=Cadence.YEARLY, reference_days=("01.03.",), expected=ExpectedDay(9, 30))
    found = periods_expected(supply, date(2026, 1, 1), date(2027, 12, 31))
    assert [each.key for each in found] == ["2026-03-01", "2027-03-01"]


@pytest.mark.parametrize("supply", [
    Supply(cadence=Cadence.YEARLY),
    Supply(expected=ExpectedDay(1, 1)),
    Supply(cadence=Cadence.IRREGULAR, expected=ExpectedDay(1, 1)),
    Supply(cadence=Cadence.ONCE, expected=ExpectedDay(1, 1)),
])  # fmt: skip
def test_nothing_is_expected_of_a_source_that_names_no_cadence_or_no_day(supply):
    assert periods_expected(supply, date(2020, 1, 1), date(2030, 1, 1)) == ()


def test_what_the_municipality_knows_stands_in_place_of_the_catalogue_s_word_and_the_rest_stays():
    usual = Supply(holder="Landesamt", access=Access.OPEN, cost_euro=Decimal(10), reference_days=("31.12.",))
    own = Supply(access=Access.REFUSED, cost_euro=Decimal(0))
    both = usual.overlaid(own)
    assert (both.holder, both.access, both.cost_euro) == ("Landesamt", Access.REFUSED, Decimal(0))
    assert both.reference_days == ("31.12.",)


def test_the_packaged_sources_say_who_holds_them_and_never_guess_days_or_costs():
    sources = load().sources
    assert len(sources) == 19
    assert all(source.supply.authority for source in sources.values())
    assert sources["melderegister"].supply.access is Access.STATISTICS_ONLY
    assert sources["kjh-statistik"].supply.reference_days == ("01.03.",)
    assert sources["azr"].supply.level is AreaLevel.DISTRICT
    assert not any(source.supply.expected or source.supply.cost_euro for source in sources.values())
