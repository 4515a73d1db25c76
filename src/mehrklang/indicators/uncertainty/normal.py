"""The normal distribution: the number of standard deviations that belongs to a level."""

from decimal import Decimal
from statistics import NormalDist

from mehrklang.indicators.interval import LEVEL

STANDARD = NormalDist()
"""Mean 0, standard deviation 1."""

LEVEL_TAIL = float(1 - LEVEL) / 2
"""What lies beyond either limit: 2.5 of 100."""

Z = STANDARD.inv_cdf(1 - LEVEL_TAIL)
"""1.959964: so many standard deviations to either side for 95 of 100."""


def decimal(number: float) -> Decimal:
    """A float at the border of the room: its shortest text, which is read back as the same float.

    >>> decimal(0.1)
    Decimal('0.1')
    """
    return Decimal(repr(number))
