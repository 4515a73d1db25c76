"""What goes with a value: its interval, or in words why it has none."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.indicators.interval import Interval, IntervalMethod
from mehrklang.indicators.part import EXACT
from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.indicators.uncertainty.rounding import Bounds


@dataclass(frozen=True, slots=True)
class Spread:
    """The interval (None: there is none) and a German sentence: what it says, or why it is missing."""

    interval: Interval | None = None
    note: str = ""

    def times(self, factor: int) -> "Spread":
        """The same interval in another measure."""
        return self._scaled(lambda limit: EXACT.multiply(limit, Decimal(factor)))

    def over(self, divisor: int) -> "Spread":
        """The same interval, divided by a positive number."""
        return self._scaled(lambda limit: EXACT.divide(limit, Decimal(divisor)))

    def _scaled(self, scale: Callable[[Decimal], Decimal]) -> "Spread":
        if self.interval is None:
            return self
        ends = scale(self.interval.lower), scale(self.interval.upper)
        return Spread(Interval(*ends, self.interval.method, self.interval.level), self.note)


NO_SPREAD = Spread()
"""Of a value without a number."""


def by_chance(limits: Limits, method: IntervalMethod, note: str = "") -> Spread:
    """The limits of chance as an interval."""
    return Spread(Interval(decimal(limits.lower), decimal(limits.upper), method), note)


def by_rounding(bounds: Bounds, note: str = "", *, method: IntervalMethod = IntervalMethod.ROUNDING) -> Spread:
    """The bounds of rounding as an interval that holds for certain."""
    return Spread(Interval(bounds.lower, bounds.upper, method, None), note)
