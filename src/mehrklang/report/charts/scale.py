"""Scales: from numbers to places in a picture, with round ticks. Here numbers become floats, because they are drawn."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.vocabulary import Unit

_NO_NATURAL_ZERO = frozenset(
    {Unit.RATIO, Unit.INDEX, Unit.YEARS, Unit.EURO_PER_SQUARE_METRE, Unit.EURO, Unit.SQUARE_METRES}
)


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear scale from values to places.

    >>> Scale(low=0, high=50, start=100, end=200)(25)
    150.0
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float | Decimal) -> float:
        """The place of a value."""
        return self.start + (float(value) - self.low) / (self.high - self.low) * (self.end - self.start)


def starts_at_zero(unit: Unit) -> bool:
    """Whether an axis of this unit has to show the zero: shares, counts, rates and changes do; where zero is no
    natural beginning (index, years of age, ratio, rent, wage) the axis may start higher, and says so."""
    return unit not in _NO_NATURAL_ZERO


def ticks(numbers: Iterable[Decimal], *, zero: bool, about: int = 5) -> tuple[Decimal, ...]:
    """Round, evenly spaced ticks that enclose all numbers (steps of 1, 2, 2.5 or 5 times a power of ten).

    >>> [str(tick) for tick in ticks([Decimal("3.2"), Decimal("7.6")], zero=True)]
    ['0', '2', '4', '6', '8']
    >>> [str(tick) for tick in ticks([Decimal("40.1"), Decimal("41.9")], zero=False)]
    ['40.0', '40.5', '41.0', '41.5', '42.0']
    >>> [str(tick) for tick in ticks([], zero=True)]
    ['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']
    """
    values = [*numbers, *([Decimal(0)] if zero else [])]
    low, high = min(values, default=Decimal(0)), max(values, default=Decimal(1))
    if low == high:
        low, high = (low, low + 1) if low >= 0 else (low, Decimal(0))
    step = _step((high - low) / about)
    first, last = math.floor(low / step), math.ceil(high / step)
    return tuple(step * at for at in range(first, last + 1))


def decimals_of(marks: Iterable[Decimal]) -> int:
    """How many decimals the labels of these ticks need."""
    return max((max(0, -int(mark.normalize().as_tuple().exponent)) for mark in marks), default=0)


def _step(rough: Decimal) -> Decimal:
    magnitude = Decimal(1).scaleb(rough.adjusted())
    factor = next(f for f in (1, 2, Decimal("2.5"), 5, 10) if rough <= f * magnitude)
    return factor * magnitude
