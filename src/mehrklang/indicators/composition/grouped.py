"""MEAN and MEDIAN of classes (gruppierte Werte): persons are known by classes of a value only.

Mean: Σ nᵢ · (lᵢ + uᵢ)/2 : N, between Σ nᵢ lᵢ : N and Σ nᵢ uᵢ : N for certain. Median: l + (N/2 − F) : n · (u − l) in
the class that holds the middle person, with F persons below it; for certain it lies in that class. Where the source
rounds, the range is that of all numbers of persons that it may stand for: the mean is smallest where all classes up to
one are as full and all above as empty as they may be; the median then lies lowest, too. A class without an upper limit
allows a median (unless the middle lies in it) but no mean. Source: any textbook of descriptive statistics;
Bleymüller, J.: Statistik für Wirtschaftswissenschaftler, ch. 3.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.indicators.composition.exact import known, total, weighted
from mehrklang.indicators.interval import Interval, IntervalMethod
from mehrklang.indicators.part import EXACT
from mehrklang.indicators.signs import carry, obstacle
from mehrklang.indicators.uncertainty.rounding import Bounds
from mehrklang.vocabulary import Figure, Reason, Sign


@dataclass(frozen=True, slots=True)
class ValueClass:
    """From `lower` to below `upper` (None: open), how many persons, and how far their number may be off by rounding."""

    lower: Decimal
    upper: Decimal | None
    persons: Figure
    slack: Decimal = Decimal(0)

    @property
    def bounds(self) -> Bounds:
        """The smallest and the greatest number of persons."""
        return Bounds.around(known(self.persons), self.slack)


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
    middles = ((EXACT.divide(EXACT.add(low, high), Decimal(2)), number) for low, high, number in closed)
    middle = EXACT.divide(weighted(middles), persons)
    full, empty = [each.bounds.upper for each in classes], [each.bounds.lower for each in classes]
    lower = min(_means([low for low, _, _ in closed], full, empty))
    upper = max(_means([high for _, high, _ in closed], empty, full))
    return GroupedValue(_carried(middle, classes), _for_certain(lower, upper))


def _means(limits: Sequence[Decimal], below: Sequence[Decimal], above: Sequence[Decimal]) -> list[Decimal]:
    """The mean of the limits, with the numbers `below` up to each class and the numbers `above` from there on."""
    mixtures = [[*below[:cut], *above[cut:]] for cut in range(len(limits) + 1)]
    return [
        EXACT.divide(weighted(zip(limits, persons, strict=True)), total(persons))
        for persons in mixtures
        if total(persons) > 0
    ]


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
    full, empty = [one.bounds.upper for one in classes], [one.bounds.lower for one in classes]
    first, last = classes[_middle(full, empty)], classes[_middle(empty, full)]
    certain = None if last.upper is None else _for_certain(first.lower, last.upper)
    return GroupedValue(_carried(number, classes), certain)


def _middle(below: Sequence[Decimal], above: Sequence[Decimal]) -> int:
    """The first class up to which half of all lie, with the numbers `below` up to it and the numbers `above` after."""
    return next(
        at for at in range(len(below)) if 2 * total(below[: at + 1]) >= total([*below[: at + 1], *above[at + 1 :]])
    )


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
