"""Periods: the kinds of time label that German official statistics use."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, total_ordering
from typing import Self


class PeriodKind(StrEnum):
    """What a time label names."""

    YEAR = "jahr"
    REFERENCE_DATE = "stichtag"
    MONTH = "monat"
    QUARTER = "quartal"
    SCHOOL_YEAR = "schuljahr"
    WINTER_TERM = "wintersemester"
    SUMMER_TERM = "sommersemester"
    CHANGE = "veraenderung"


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """One period, kept as its canonical key.

    Promise: `Period.parse(period.key) == period`; periods of one kind sort by time. Keys:
    `2019` · `2019-12-31` · `2019-06` · `2019-Q2` · `2018/19` (school year) · `2018-WS`, `2019-SS` ·
    `2005..2024` (change from 2005 to 2024).

    >>> Period.parse("2019").label, Period.parse("2018-WS").label, Period.parse("2005..2024").label
    ('2019', 'WS 2018/19', '2024 gegenüber 2005')
    >>> Period.parse("2019-06").start, Period.parse("2019-06").year
    (datetime.date(2019, 6, 1), 2019)
    >>> sorted([Period.year_of(2020), Period.year_of(2019)])[0].key
    '2019'
    """

    kind: PeriodKind
    key: str

    @classmethod
    def parse(cls, key: str) -> Self:
        """The period of a canonical key; ValueError for any other text."""
        for kind, pattern in _PATTERNS.items():
            if pattern.fullmatch(key):
                period = cls(kind, key)
                _ = period.start  # a key like 2019-13-01 has the form but no date
                return period
        raise ValueError(f"not a period key: {key!r}")

    @classmethod
    def year_of(cls, year: int) -> Self:
        """The calendar year."""
        return cls(PeriodKind.YEAR, f"{year:04d}")

    @property
    def start(self) -> date:
        """The first day (of a change: of its later year), for sorting and for validity of areas."""
        return _start(self.kind, self.key)

    @property
    def end(self) -> date:
        """The last day.

        >>> Period.parse("2019-Q2").end, Period.parse("2018/19").end, Period.parse("2018-WS").end
        (datetime.date(2019, 6, 30), datetime.date(2019, 7, 31), datetime.date(2019, 3, 31))
        """
        if self.kind is PeriodKind.REFERENCE_DATE:
            return self.start
        months = self.start.year * 12 + self.start.month - 1 + _MONTHS_LONG.get(self.kind, 12)
        return date(months // 12, months % 12 + 1, 1) - timedelta(days=1)

    @property
    def year(self) -> int:
        """The calendar year in which the period begins; of a change the later year."""
        return _year(self.key)

    @property
    def label(self) -> str:
        """The German label for tables and sentences."""
        match self.kind:
            case PeriodKind.REFERENCE_DATE:
                return f"{self.start:%d.%m.%Y}"
            case PeriodKind.MONTH:
                return f"{_MONTHS[self.start.month - 1]} {self.year}"
            case PeriodKind.QUARTER:
                return f"{self.key[-1]}. Quartal {self.year}"
            case PeriodKind.SCHOOL_YEAR:
                return f"Schuljahr {self.key}"
            case PeriodKind.WINTER_TERM:
                return f"WS {self.year}/{(self.year + 1) % 100:02d}"
            case PeriodKind.SUMMER_TERM:
                return f"SS {self.year}"
            case PeriodKind.CHANGE:
                earlier, later = self.key.split("..")
                return f"{later} gegenüber {earlier}"
            case _:
                return self.key

    def __lt__(self, other: "Period") -> bool:
        return (self.start, self.kind, self.key) < (other.start, other.kind, other.key)


@cache
def _year(key: str) -> int:
    return int(key.rsplit("..", maxsplit=1)[-1][:4])


@cache
def _start(kind: PeriodKind, key: str) -> date:
    year = _year(key)
    match kind:
        case PeriodKind.REFERENCE_DATE:
            return date.fromisoformat(key)
        case PeriodKind.MONTH:
            return date.fromisoformat(f"{key}-01")
        case PeriodKind.QUARTER:
            return date(year, 3 * int(key[-1]) - 2, 1)
        case PeriodKind.SCHOOL_YEAR:
            return date(year, 8, 1)
        case PeriodKind.WINTER_TERM:
            return date(year, 10, 1)
        case PeriodKind.SUMMER_TERM:
            return date(year, 4, 1)
        case _:
            return date(year, 1, 1)


_PATTERNS = {
    PeriodKind.YEAR: re.compile(r"\d{4}"),
    PeriodKind.REFERENCE_DATE: re.compile(r"\d{4}-\d{2}-\d{2}"),
    PeriodKind.MONTH: re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
    PeriodKind.QUARTER: re.compile(r"\d{4}-Q[1-4]"),
    PeriodKind.SCHOOL_YEAR: re.compile(r"\d{4}/\d{2}"),
    PeriodKind.WINTER_TERM: re.compile(r"\d{4}-WS"),
    PeriodKind.SUMMER_TERM: re.compile(r"\d{4}-SS"),
    PeriodKind.CHANGE: re.compile(r"\d{4}\.\.\d{4}"),
}

_MONTHS_LONG = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.WINTER_TERM: 6,
    PeriodKind.SUMMER_TERM: 6,
}
"""All others last a year."""

_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
