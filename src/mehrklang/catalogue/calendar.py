"""Which periods a source delivers, and on which day a delivery is expected."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from mehrklang.catalogue.supply import Cadence, Supply
from mehrklang.vocabulary import Period


def expected_on(supply: Supply, period: Period) -> date | None:
    """The day on which the delivery of a period is expected; None where the source names none.

    Counted from the month in which the period ends (`Period.end`).

    >>> from mehrklang.catalogue import ExpectedDay
    >>> expected_on(Supply(expected=ExpectedDay(7, 15)), Period.parse("2025"))
    datetime.date(2026, 7, 15)
    >>> expected_on(Supply(expected=ExpectedDay(2, 31)), Period.parse("2025-12-31"))
    datetime.date(2026, 2, 28)
    """
    if supply.expected is None:
        return None
    months = period.end.year * 12 + period.end.month - 1 + supply.expected.months
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(supply.expected.day, monthrange(year, month)[1]))


def periods_expected(supply: Supply, first: date, last: date) -> tuple[Period, ...]:
    """The periods whose delivery is expected from `first` to `last` (both included), earliest first.

    None for sources without cadence or expected day, and for those that deliver irregularly or only once.

    >>> from mehrklang.catalogue import ExpectedDay
    >>> quarters = Supply(cadence=Cadence.QUARTERLY, expected=ExpectedDay(3, 1))
    >>> [each.key for each in periods_expected(quarters, date(2026, 1, 1), date(2026, 9, 30))]
    ['2025-Q4', '2026-Q1', '2026-Q2']
    """
    if supply.expected is None:
        return ()
    years = range(first.year - supply.expected.months // 12 - 2, last.year + 1)
    found = [period for year in years for period in _periods_of(supply, year)]
    days = {period: expected_on(supply, period) for period in found}
    return tuple(sorted(period for period, day in days.items() if day and first <= day <= last))


def deliveries_a_year(supply: Supply) -> int | None:
    """How many deliveries come in a year; None where that is not known, comes irregularly or only once.

    >>> deliveries_a_year(Supply(cadence=Cadence.QUARTERLY))
    4
    >>> deliveries_a_year(Supply(cadence=Cadence.YEARLY, reference_days=("30.06.", "31.12.")))
    2
    """
    return len(list(_periods_of(supply, 2001))) or None


def _periods_of(supply: Supply, year: int) -> Iterator[Period]:
    """The periods of one year: its reference days where the source has any, otherwise the spans of its cadence."""
    if supply.cadence in (None, Cadence.IRREGULAR, Cadence.ONCE):
        return
    if supply.reference_days:
        for day in supply.reference_days:
            yield Period.parse(reference_date(day, year).isoformat())
        return
    for key in _KEYS[supply.cadence]:
        yield Period.parse(key.format(year, (year + 1) % 100))


def reference_date(text: str, year: int) -> date:
    """The day of a year that "TT.MM." names; ValueError where there is no such day in every year.

    >>> reference_date("01.03.", 2026)
    datetime.date(2026, 3, 1)
    """
    day, month, rest = text.split(".")
    if rest:
        raise ValueError(f"not a day of the year: {text!r}")
    return date(year, int(month), int(day))


_KEYS = {
    Cadence.MONTHLY: tuple(f"{{:04d}}-{month:02d}" for month in range(1, 13)),
    Cadence.QUARTERLY: tuple(f"{{:04d}}-Q{quarter}" for quarter in range(1, 5)),
    Cadence.HALF_YEARLY: ("{:04d}-06-30", "{:04d}-12-31"),
    Cadence.YEARLY: ("{:04d}",),
    Cadence.SCHOOL_YEARLY: ("{:04d}/{:02d}",),
}
