"""The survey of residents (Bürgerbefragung): shares with the limits of a sample.

Every how many-th adult of the invented register answers. Below 60 answers of a group its share is not told, below 150
it is marked as of limited reliability.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import product

from mehrklang.demo.counts import LESS_THAN_FIVE_YEARS, NO, SURVEY_YEARS, WITH, WITHOUT, YES, Counts, Tally
from mehrklang.demo.delivery import Delivery, Row, count_row
from mehrklang.demo.town import CITY
from mehrklang.vocabulary import Breakdown, Figure, Reason, Sign, Unit

SURVEY = "rf-befragung"
AT_HOME, DISCRIMINATED, ASKED = "zugehoerigkeit-wohnort", "diskriminierungserfahrung", "befragte"
GROUP = "Selbstauskunft"

TOLD_FROM, SAFE_FROM = 60, 150

_GROUPS = {WITHOUT: (WITHOUT,), WITH: (WITH, LESS_THAN_FIVE_YEARS), LESS_THAN_FIVE_YEARS: (LESS_THAN_FIVE_YEARS,)}
"""The groups as published, and the groups as counted that they consist of."""


def survey_delivery(counts: Counts) -> Delivery:
    """The survey of all its years."""
    return Delivery("buergerbefragung.csv", SURVEY, tuple(_rows(counts.survey)))


def sample_share(yes: int, asked: int) -> Figure:
    """The share in percent with one decimal, or with the sign of a sample.

    >>> sample_share(100, 200).number, sample_share(30, 90).sign, sample_share(9, 30).sign
    (Decimal('50.0'), <Sign.LIMITED: '( )'>, <Sign.UNRELIABLE: '/'>)
    """
    if asked < TOLD_FROM:
        return Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE)
    share = (Decimal(100 * yes) / asked).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Figure.of(share) if asked >= SAFE_FROM else Figure.limited(share)


def _rows(survey: Tally) -> Iterator[Row]:
    for year, (group, parts) in product(SURVEY_YEARS, _GROUPS.items()):
        answers = [[_sum(survey, year, parts, home, treated) for home in (YES, NO)] for treated in (YES, NO)]
        asked = sum(map(sum, answers))
        at_home, discriminated = answers[0][0] + answers[1][0], sum(answers[0])
        yield count_row(ASKED, year, asked, where={GROUP: group})
        yield _share_row(AT_HOME, year, sample_share(at_home, asked), group)
        yield _share_row(DISCRIMINATED, year, sample_share(discriminated, asked), group)


def _share_row(measure: str, year: int, figure: Figure, group: str) -> Row:
    return Row(measure, CITY, str(year), Unit.PERCENT, figure, Breakdown.of({GROUP: group}))


def _sum(survey: Tally, year: int, groups: tuple[str, ...], home: str, treated: str) -> int:
    return sum(survey[year, group, home, treated] for group in groups)
