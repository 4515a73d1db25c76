"""MEAN and MEDIAN of classes (gruppierte Werte): persons are known by classes of a value only.

Mean: Σ nᵢ · (lᵢ + uᵢ)/2 : N, between Σ nᵢ lᵢ : N and Σ nᵢ uᵢ : N for certain. Median: l + (N/2 − F) : n · (u − l) in
the class that holds the middle person, with F persons below it; for certain it lies in that class. A class without an
upper limit allows a median (unless the middle lies in it) but no mean. Source: any textbook of descriptive statistics;
Bleymüller, J.: Statistik für Wirtschaftswissenschaftler, ch. 3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.indicators.composition.exact import known, total, weighted
from mehrklang.indicators.interval import Interval, IntervalMethod
from mehrklang.indicators.part import EXACT
from mehrklang.indicators.signs import carry, obstacle
from mehrklang.vocabulary import Figure, Reason, Sign


@dataclass(frozen=True, slots=True)
class ValueClass:
    """From `lower` to below `upper` (None: open), and how many persons."""

    lower: Decimal
    upper: Decimal | None
    persons: Figure


@dataclass(frozen=True, slots=True)
class GroupedValue:
    """Mean or median with the range in which it lies for certain."""

    figure: Figure
    interval: Interval | None = None


_NOT_POSSIBLE = GroupedValue(Figure.signed(Sign.BLOCKED, Reason.SOURCE_NOT_MEANINGFUL))


def mean_of_classes(classes: Sequence[ValueClass]) -> GroupedValue:
    """The mean by the middles of the classes.

    >>> ages = [ValueClass(Decimal(0), Decimal(10), Figure.of(1)), ValueClass(Decimal(10), Decimal(20), Figure.of(3))]
    >>> mean_of_classes(ages).figure.number
    Decimal('12.5')
    """
    barred = _barred(classes)
    if barred:
        return GroupedValue(barred)
    closed = [(each.lower, each.upper, known(each.persons)) for each in classes if each.upper is not None]
    if len(closed) < len(classes):
        return _NOT_POSSIBLE
    persons = total(number for _, _, number in closed)
    lower = EXACT.divide(weighted((low, number) for low, _, number in closed), persons)
    upper = EXACT.divide(weighted((high, number) for _, high, number in closed), persons)
    middle = EXACT.divide(EXACT.add(lower, upper), Decimal(2))
    return GroupedValue(_carried(middle, classes), _for_certain(lower, upper))


def median_of_classes(classes: Sequence[ValueClass]) -> GroupedValue:
    """The median by linear interpolation in its class.

    >>> ages = [ValueClass(Decimal(0), Decimal(10), Figure.of(1)), ValueClass(Decimal(10), Decimal(20), Figure.of(3))]
    >>> median_of_classes(ages).figure.number, median_of_classes(ages).interval.upper
    (Decimal('13.33333333333333333333333333333333'), Decimal('20'))
    """
    barred = _barred(classes)
    if barred:
        return GroupedValue(barred)
    half = EXACT.divide(total(known(each.persons) for each in classes), Decimal(2))
    below = Decimal(0)
    for each in classes:
        persons = known(each.persons)
        if below + persons >= half:
            return _inside(each, EXACT.divide(EXACT.subtract(half, below), persons), classes)
        below = EXACT.add(below, persons)
    raise AssertionError("half of the persons lie in some class")


def _inside(each: ValueClass, share: Decimal, classes: Sequence[ValueClass]) -> GroupedValue:
    if each.upper is None:
        return _NOT_POSSIBLE
    number = EXACT.add(each.lower, EXACT.multiply(share, EXACT.subtract(each.upper, each.lower)))
    return GroupedValue(_carried(number, classes), _for_certain(each.lower, each.upper))


def _barred(classes: Sequence[ValueClass]) -> Figure | None:
    barred = obstacle(*(each.persons for each in classes))
    if barred:
        return barred
    empty = total(known(each.persons) for each in classes) <= 0
    return Figure.signed(Sign.BLOCKED, Reason.DENOMINATOR_ZERO) if empty else None


def _carried(number: Decimal, classes: Sequence[ValueClass]) -> Figure:
    return carry(number, *(each.persons for each in classes))


def _for_certain(lower: Decimal, upper: Decimal) -> Interval:
    return Interval(lower, upper, IntervalMethod.CLASSES, None)
