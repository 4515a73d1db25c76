"""What offices publish about the residence of foreigners and about naturalisation.

Counted from the invented register; the Land beside the town is the town, enlarged. The register of foreigners rounds
each figure to 5 on its own, so parts and totals need not fit.
"""

from collections.abc import Iterator

from mehrklang.demo.circumstances import Residence
from mehrklang.demo.counts import Counts
from mehrklang.demo.delivery import Delivery, Row, count_row
from mehrklang.demo.town import CITY, STATE, YEARS

FOREIGNERS_REGISTER, NATURALISATION = "rf-azr", "rf-einbuergerung"
RESIDENCE, NATURALISED = "auslaender-aufenthaltsstatus", "einbuergerungen"
STATUS = "Aufenthaltsstatus"

_LAND = 4010
_LAND_NATURALISED = 4310
"""How many hundredths of the town's persons the Land has."""


def law_deliveries(counts: Counts) -> Iterator[Delivery]:
    """Residence on 31.12. and naturalisations of the year."""
    yield Delivery("auslaenderzentralregister.csv", FOREIGNERS_REGISTER, tuple(_residence(counts)))
    yield Delivery("einbuergerungen.csv", NATURALISATION, tuple(_naturalised(counts)))


def round_to_5(number: int) -> int:
    """Each figure on its own, at most 2 off: the rule of the register of foreigners since 2016.

    >>> [round_to_5(number) for number in (2, 3, 7, 8, 12)]
    [0, 5, 5, 10, 10]
    """
    return (number + 2) // 5 * 5


def _residence(counts: Counts) -> Iterator[Row]:
    for year in YEARS:
        numbers = {status: counts.residence[year, status] for status in Residence}
        for area, factor in ((CITY, 100), (STATE, _LAND)):
            everybody = round_to_5(sum(numbers.values()) * factor // 100)
            yield count_row(RESIDENCE, year, everybody, area=area)
            for status, number in numbers.items():
                rounded = round_to_5(number * factor // 100)
                yield count_row(RESIDENCE, year, rounded, area=area, where={STATUS: status.value})


def _naturalised(counts: Counts) -> Iterator[Row]:
    for year in YEARS[1:]:
        number = counts.naturalised[year,]
        yield count_row(NATURALISED, year, number)
        yield count_row(NATURALISED, year, number * _LAND_NATURALISED // 100, area=STATE)
