"""All deliveries of the demonstration municipality over fifteen years.

They hold what real deliveries hold: a documented break, a territorial change, a missing and an announced year, signs of
producers, rounding, sample limits, a rate without numerator, small bases, counts of one and two, and a delivery that
was corrected later.
"""

from collections.abc import Iterator

from mehrklang.demo.child_deliveries import child_deliveries
from mehrklang.demo.counts import Counts
from mehrklang.demo.delivery import Delivery
from mehrklang.demo.law_deliveries import law_deliveries
from mehrklang.demo.own_deliveries import own_deliveries
from mehrklang.demo.survey_delivery import survey_delivery
from mehrklang.demo.town import Town
from mehrklang.demo.work_deliveries import work_deliveries


def deliveries(town: Town, counts: Counts, *, inhabitants: int, seed: int) -> Iterator[Delivery]:
    """Every delivery as a value; a replaced one stands before the one that corrects it."""
    yield from own_deliveries(town, counts, inhabitants=inhabitants, seed=seed)
    yield from law_deliveries(counts)
    yield from work_deliveries(counts)
    yield from child_deliveries(counts)
    yield survey_delivery(counts)
