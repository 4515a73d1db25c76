"""What the statistics of day care and of schools publish about the town.

Counted from the invented register. Imitated: a year that was never delivered, a year that is announced only, a school
statistics that keeps one and two secret and whose groups are small.
"""

from collections.abc import Iterator
from itertools import product

from mehrklang.demo.circumstances import Certificate
from mehrklang.demo.counts import (
    FOREIGNERS,
    GERMAN_FIRST,
    GERMANS,
    NO,
    NOT_GERMAN_FIRST,
    PARENT_ABROAD,
    PARENT_HERE,
    YES,
    Counts,
    Tally,
)
from mehrklang.demo.delivery import Delivery, Row, count_row
from mehrklang.demo.town import CITY, LAST_YEAR, YEARS
from mehrklang.vocabulary import Breakdown, Figure, Reason, Sign, Unit

CARE, SCHOOL = "rf-kinderbetreuung", "rf-schule"
IN_CARE, CHILDREN = "betreute-kinder-3-bis-unter-6", "kinder-3-bis-unter-6"
LEAVERS, EIGHTH = "schulabgaenge", "klasse-8"
NATIONALITY, PARENTS, LANGUAGE = "Staatsangehörigkeit", "Herkunft der Eltern", "Familiensprache"
CERTIFICATE, SCHOOL_KIND = "Abschluss", "Schulform"
GYMNASIUM = "Gymnasium"

MISSING_YEAR = 2020

_LANGUAGES = (GERMAN_FIRST, NOT_GERMAN_FIRST)
_ORIGINS = (PARENT_ABROAD, PARENT_HERE)


def child_deliveries(counts: Counts) -> Iterator[Delivery]:
    """Day care on 1 March (counted like the end of the year), schools by school year."""
    yield Delivery("kinderbetreuung.csv", CARE, tuple(_care(counts.care)))
    yield Delivery("schule.csv", SCHOOL, (*_leavers(counts.leavers), *_eighth(counts.eighth)))


def _care(care: Tally) -> Iterator[Row]:
    for year in YEARS:
        if year == MISSING_YEAR:
            continue
        for parents in _ORIGINS:
            attending, others = (sum(care[year, parents, word, answer] for word in _LANGUAGES) for answer in (YES, NO))
            yield _announced(count_row(IN_CARE, year, attending, where={PARENTS: parents}))
            yield _announced(count_row(CHILDREN, year, attending + others, where={PARENTS: parents}))
        for language in _LANGUAGES:
            attending = sum(care[year, parents, language, YES] for parents in _ORIGINS)
            yield _announced(count_row(IN_CARE, year, attending, where={LANGUAGE: language}))


def _announced(row: Row) -> Row:
    """The row as it is, or, in the last year, with the sign for "later"."""
    if row.period != str(LAST_YEAR):
        return row
    later = Figure.signed(Sign.PENDING, Reason.SOURCE_LATER)
    return Row(row.measure, row.area, row.period, row.unit, later, row.categories)


def _leavers(leavers: Tally) -> Iterator[Row]:
    for year, nationality in product(YEARS[1:], (GERMANS, FOREIGNERS)):
        numbers = {kind: leavers[year, nationality, kind] for kind in Certificate}
        yield _school(LEAVERS, year, sum(numbers.values()), {NATIONALITY: nationality})
        for kind, number in numbers.items():
            yield _school(LEAVERS, year, number, {NATIONALITY: nationality, CERTIFICATE: kind.value})


def _eighth(eighth: Tally) -> Iterator[Row]:
    for year, nationality in product(YEARS[1:], (GERMANS, FOREIGNERS)):
        there, elsewhere = eighth[year, nationality, YES], eighth[year, nationality, NO]
        yield _school(EIGHTH, year, there + elsewhere, {NATIONALITY: nationality})
        yield _school(EIGHTH, year, there, {NATIONALITY: nationality, SCHOOL_KIND: GYMNASIUM})


def _school(measure: str, year: int, number: int, where: dict[str, str]) -> Row:
    """The figure of the school year that ended in a year."""
    secret = Figure.withheld(Reason.SOURCE_SECRET)
    figure = Figure.nothing() if number == 0 else secret if number < 3 else Figure.of(number)
    return Row(measure, CITY, f"{year - 1}/{year % 100:02d}", Unit.COUNT, figure, Breakdown.of(where))
