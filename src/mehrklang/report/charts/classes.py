"""The classes of a map: up to five of equal width with round limits. Not quantiles: they would hide that two areas in
different classes hardly differ."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Self

from mehrklang.report.charts.palette import STEPS
from mehrklang.report.charts.scale import decimals_of
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_number

_ROUND = tuple(Decimal(text) for text in ("1", "1.5", "2", "2.5", "3", "4", "5", "6", "8"))


@dataclass(frozen=True, slots=True)
class Classes:
    """The limits, ascending; a class begins at its lower limit and ends below its upper one, the last includes it."""

    limits: tuple[Decimal, ...]
    unit: Unit

    @classmethod
    def of(cls, numbers: Iterable[Decimal], unit: Unit) -> Self:
        """Round limits around all numbers: the narrowest round classes of which five suffice.

        >>> Classes.of([Decimal("9.4"), Decimal("31.2")], Unit.PERCENT).labels
        ('6 bis unter 12', '12 bis unter 18', '18 bis unter 24', '24 bis unter 30', '30 bis 36')
        >>> Classes.of([Decimal("3.0")], Unit.PERCENT).labels, Classes.of([], Unit.PERCENT).labels
        (('3 bis 4',), ())
        """
        values = tuple(printed(number, unit) for number in numbers)
        if not values:
            return cls((), unit)
        low, high = min(values), max(values)
        tries = (_limits(low, high, step) for step in _steps((high - low) / len(STEPS)))
        return cls(next(limits for limits in tries if len(limits) <= len(STEPS) + 1), unit)

    def index(self, number: Decimal) -> int:
        """The class of a number, counted from 0; the number counts as it is printed."""
        return min(bisect_right(self.limits, printed(number, self.unit)), len(self.limits) - 1) - 1

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes in words."""
        decimals = decimals_of(self.limits)
        texts = [format_number(limit, decimals) for limit in self.limits]
        last = len(texts) - 2
        pairs = enumerate(pairwise(texts))
        return tuple(f"{low} bis {high}" if at == last else f"{low} bis unter {high}" for at, (low, high) in pairs)


def _steps(rough: Decimal) -> Iterator[Decimal]:
    """Round widths of a class from `rough` on, ascending."""
    magnitude = Decimal(1).scaleb(rough.adjusted()) if rough else Decimal(1)
    return (factor * power for power in (magnitude, 10 * magnitude) for factor in _ROUND if factor * power >= rough)


def _limits(low: Decimal, high: Decimal, step: Decimal) -> tuple[Decimal, ...]:
    """Multiples of the step that enclose both numbers."""
    first = math.floor(low / step)
    return tuple(step * at for at in range(first, max(math.ceil(high / step), first + 1) + 1))


def printed(number: Decimal, unit: Unit) -> Decimal:
    """The number as it is printed, so that legend and label never contradict each other.

    >>> printed(Decimal("14.96"), Unit.PERCENT)
    Decimal('15.0')
    """
    return number.quantize(Decimal(1).scaleb(-unit.decimals), rounding=ROUND_HALF_UP)
