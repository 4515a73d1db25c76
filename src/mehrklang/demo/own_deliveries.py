"""What the town delivers itself: counts from its register and from the school entry examination, and the survey among
its own staff.

The first two are additive: finest counts by quarter or district, zeros included, totals left out.
"""

from collections.abc import Iterator
from itertools import product

from mehrklang.demo.background import BREAK_YEAR, Background
from mehrklang.demo.chance import stream
from mehrklang.demo.counts import AGE_GROUPS, NO, WITH, WITHOUT, YES, Counts
from mehrklang.demo.delivery import Delivery, Row, count_row
from mehrklang.demo.origins import REGIONS
from mehrklang.demo.person import Sex
from mehrklang.demo.town import CITY, FIRST_YEAR, LAST_YEAR, YEARS, Town
from mehrklang.vocabulary import Breakdown, Figure, Reason, Unit

REGISTER, EXAMINATION, STAFF = "rf-einwohner", "rf-schuleingang", "rf-verwaltung"

INHABITANTS, ORIGINS, EXAMINED = "einwohner", "einwohner-herkunft", "untersuchte-kinder"
TRAINEES, LEADERS = "auszubildende-verwaltung", "fuehrungskraefte-verwaltung"

AGE, SEX, HISTORY, REGION, NEED = "Altersgruppe", "Geschlecht", "Migrationshintergrund", "Bezugsregion", "Förderbedarf"

WRONG_YEAR = 2021
"""The year that was delivered wrongly at first: second homes had been counted too."""

_STAFF_YEARS = range(2012, LAST_YEAR + 1, 2)
_LEADERS = {2012: 0, 2014: 0, 2016: 3, 2018: 4, 2020: 5, 2022: 4, 2024: 2}
"""Managers with migration background, in a town of any size."""


def own_deliveries(town: Town, counts: Counts, *, inhabitants: int, seed: int) -> Iterator[Delivery]:
    """The deliveries, the replaced one first."""
    first, second = range(FIRST_YEAR, BREAK_YEAR), range(BREAK_YEAR, LAST_YEAR + 1)
    wrong = tuple(_inhabitants(town, counts, second, second_homes=True))
    yield Delivery(f"einwohner_{BREAK_YEAR}-{LAST_YEAR}_erste-fassung.csv", REGISTER, wrong, replaced=True)
    yield Delivery(f"einwohner_{FIRST_YEAR}-{BREAK_YEAR - 1}.csv", REGISTER, tuple(_inhabitants(town, counts, first)))
    yield Delivery(f"einwohner_{BREAK_YEAR}-{LAST_YEAR}.csv", REGISTER, tuple(_inhabitants(town, counts, second)))
    yield Delivery(f"herkunft_{BREAK_YEAR}-{LAST_YEAR}.csv", REGISTER, tuple(_origins(town, counts, second)))
    yield Delivery("schuleingangsuntersuchung.xlsx", EXAMINATION, tuple(_examined(town, counts)))
    yield Delivery("verwaltung.csv", STAFF, tuple(_staff(inhabitants, seed)))


def _inhabitants(town: Town, counts: Counts, years: range, *, second_homes: bool = False) -> Iterator[Row]:
    for year in years:
        for area, age, sex, history in product(town.quarters_on(year), AGE_GROUPS, Sex, Background):
            number = counts.inhabitants[year, area.key, age, sex, history]
            if second_homes and year == WRONG_YEAR:
                number += number // 25
            categories = Breakdown.of({AGE: age, SEX: sex.value, HISTORY: history.value})
            yield Row(INHABITANTS, area, str(year), Unit.COUNT, Figure.of(number), categories)


def _origins(town: Town, counts: Counts, years: range) -> Iterator[Row]:
    for year in years:
        for area, region in product(town.quarters_on(year), REGIONS):
            number = counts.origins[year, area.key, region]
            yield Row(ORIGINS, area, str(year), Unit.COUNT, Figure.of(number), Breakdown.of({REGION: region}))


def _examined(town: Town, counts: Counts) -> Iterator[Row]:
    for year in YEARS:
        for area, history, need in product(town.districts, (WITH, WITHOUT), (YES, NO)):
            number = counts.examined[year, area.key, history, need]
            categories = Breakdown.of({HISTORY: history, NEED: need})
            yield Row(EXAMINED, area, str(year), Unit.COUNT, Figure.of(number), categories)


def _staff(inhabitants: int, seed: int) -> Iterator[Row]:
    """Every second year, by own statement of the staff: small numbers, some of them none or secret."""
    random = stream("Verwaltung", seed)
    for year in _STAFF_YEARS:
        trainees = max(40, inhabitants // 850) + random.randrange(-3, 4)
        share = 0.10 + 0.018 * (year - _STAFF_YEARS[0]) + random.uniform(-0.02, 0.02)
        yield from _pair(TRAINEES, year, trainees, round(trainees * share))
        yield from _pair(LEADERS, year, max(25, inhabitants // 700), _LEADERS[year])


def _pair(measure: str, year: int, everybody: int, with_history: int) -> Iterator[Row]:
    """All, and those with migration background; one and two are kept secret by the personnel office."""
    secret = Figure.withheld(Reason.SOURCE_SECRET)
    figure = Figure.nothing() if not with_history else secret if with_history < 3 else Figure.of(with_history)
    yield count_row(measure, year, everybody)
    yield Row(measure, CITY, str(year), Unit.COUNT, figure, Breakdown.of({HISTORY: WITH}))
