"""What the labour agency and the vocational statistics publish about the town, by nationality.

Counted from the invented register. Imitated: a rate without its numerator, two years in which it is withheld for
foreigners, no rate for fewer than 1,000 persons in the labour force.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from mehrklang.demo.circumstances import Work
from mehrklang.demo.counts import FOREIGNERS, GERMANS, NO, YES, Counts, Tally
from mehrklang.demo.delivery import Delivery, Row, count_row
from mehrklang.demo.person import Sex
from mehrklang.demo.town import CITY, LAST_YEAR, STATE, YEARS
from mehrklang.vocabulary import Breakdown, Figure, Reason, Sign, Unit

LABOUR, BENEFITS, TRAINING = "rf-arbeitsmarkt", "rf-grundsicherung", "rf-ausbildung"
EMPLOYED, WORKING_AGE, UNEMPLOYMENT = "beschaeftigte-wohnort", "bevoelkerung-15-bis-unter-65", "arbeitslosenquote"
RECEIVING, BELOW_65 = "leistungsberechtigte-sgb2", "bevoelkerung-unter-65"
IN_TRAINING, YOUNG = "auszubildende-18-bis-unter-21", "bevoelkerung-18-bis-unter-21"
NATIONALITY, SEX, AGE = "Staatsangehörigkeit", "Geschlecht", "Altersgruppe"
BELOW_25 = "15 bis unter 25 Jahre"

WITHHELD_YEARS = (2017, 2018)
FIRST_TOLD = range(LAST_YEAR - 6, LAST_YEAR)
"""Years of which the provisional file was kept."""
PROVISIONAL = "vorläufig"
LABOUR_FORCE_FLOOR = 1000

_NATIONALITIES = (GERMANS, FOREIGNERS)
_LAND = {GERMANS: 4980, FOREIGNERS: 4010}
_LAND_EMPLOYED = {GERMANS: 4880, FOREIGNERS: 4120}
"""How many hundredths of the town's persons the Land has."""


def work_deliveries(counts: Counts) -> Iterator[Delivery]:
    """One file for each office; the labour agency tells a year first provisionally, in a file of its own.

    Reports come in late: at first somewhat fewer employed persons are known. The newest year is not final yet.
    """
    rows = (*_employed(counts.work), *_unemployment(counts))
    for year in FIRST_TOLD:
        early = tuple(_early(row) for row in rows if row.period == str(year) and row.measure == EMPLOYED)
        yield Delivery(f"arbeitsmarkt_{year}_vorlaeufig.csv", LABOUR, early, early=True)
    yield Delivery("arbeitsmarkt.csv", LABOUR, tuple(_final(row) for row in rows))
    yield Delivery("grundsicherung.csv", BENEFITS, tuple(_parts(counts.support, RECEIVING, BELOW_65)))
    yield Delivery("ausbildung.csv", TRAINING, tuple(_parts(counts.training, IN_TRAINING, YOUNG)))


def _early(row: Row) -> Row:
    """What is known of a year half a year earlier: five to eleven of a thousand are still missing."""
    assert row.figure.number is not None  # counts of persons are never withheld here
    late = 5 + int(row.period) * 7 % 7
    known = (row.figure.number * (1000 - late) / 1000).to_integral_value(ROUND_HALF_UP)
    return replace(row, figure=Figure.of(known), remark=PROVISIONAL)


def _final(row: Row) -> Row:
    """The newest year is told provisionally; of earlier ones the office says nothing more."""
    newest = row.measure == EMPLOYED and row.period == str(LAST_YEAR)
    return replace(row, remark=PROVISIONAL) if newest else row


def _employed(work: Tally) -> Iterator[Row]:
    for year, nationality in product(YEARS, _NATIONALITIES):
        where = {NATIONALITY: nationality}
        employed = {sex: work[year, nationality, sex, Work.EMPLOYED] for sex in Sex}
        everybody = {sex: sum(work[year, nationality, sex, kind] for kind in Work) for sex in Sex}
        for area, part, whole in ((CITY, 100, 100), (STATE, _LAND_EMPLOYED[nationality], _LAND[nationality])):
            yield count_row(EMPLOYED, year, sum(employed.values()) * part // 100, area=area, where=where)
            yield count_row(WORKING_AGE, year, sum(everybody.values()) * whole // 100, area=area, where=where)
        for sex in Sex:
            yield count_row(EMPLOYED, year, employed[sex], where=where | {SEX: sex.value})
            yield count_row(WORKING_AGE, year, everybody[sex], where=where | {SEX: sex.value})


def _unemployment(counts: Counts) -> Iterator[Row]:
    for year, nationality in product(YEARS, (*_NATIONALITIES, "")):
        groups = (nationality,) if nationality else _NATIONALITIES
        where = {NATIONALITY: nationality} if nationality else {}
        numbers = [sum(counts.work[year, group, sex, kind] for group in groups for sex in Sex) for kind in Work]
        young = [sum(counts.young[year, group, kind] for group in groups) for kind in Work]
        withheld = nationality == FOREIGNERS and year in WITHHELD_YEARS
        yield _rate_row(year, Figure.withheld(Reason.SOURCE_SECRET) if withheld else _rate(*numbers[:2]), where)
        yield _rate_row(year, _rate(*young[:2]), where | {AGE: BELOW_25})


def _rate_row(year: int, figure: Figure, where: dict[str, str]) -> Row:
    return Row(UNEMPLOYMENT, CITY, str(year), Unit.PERCENT, figure, Breakdown.of(where))


def _rate(employed: int, unemployed: int) -> Figure:
    """Unemployed per 100 of the civil labour force, in which civil servants and the self-employed are counted too."""
    force = unemployed + employed * 118 // 100
    if force < LABOUR_FORCE_FLOOR:
        return Figure.signed(Sign.BLOCKED, Reason.SOURCE_NOT_MEANINGFUL)
    return Figure.of((Decimal(100 * unemployed) / force).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _parts(tally: Tally, part: str, whole: str) -> Iterator[Row]:
    """Those for whom the answer is yes, and all who were looked at."""
    for year, nationality in product(YEARS, _NATIONALITIES):
        inside, outside = tally[year, nationality, YES], tally[year, nationality, NO]
        yield count_row(part, year, inside, where={NATIONALITY: nationality})
        yield count_row(whole, year, inside + outside, where={NATIONALITY: nationality})
