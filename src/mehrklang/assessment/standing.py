"""Where a number stands on the way to its target: the bare rule, for one number in one year."""

from decimal import Decimal

from mehrklang.assessment.path import meets, path_value, way_gone
from mehrklang.assessment.result import TargetState
from mehrklang.assessment.target import Target
from mehrklang.indicators import Interval

HALF = Decimal("0.5")


def standing(target: Target, number: Decimal, year: int) -> TargetState:
    """The state of a number after the base year.

    >>> from mehrklang.assessment.target import Operator
    >>> agreed = Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030)
    >>> [standing(agreed, Decimal(number), 2025).label for number in (12, 10, 9, 8)]
    ['Ziel erreicht', 'auf Kurs', 'Abweichung', 'deutliche Abweichung']
    """
    if meets(target.operator, number, target.value):
        return TargetState.REACHED
    if year < target.year and meets(target.operator, number, path_value(target, year)):
        return TargetState.ON_COURSE
    if target.act is not None:
        far = not meets(target.operator, number, target.act)
    else:
        gone = way_gone(target, number, year)
        far = gone is not None and gone < HALF
    return TargetState.FAR_OFF_COURSE if far else TargetState.OFF_COURSE


def standings_within(target: Target, interval: Interval | None, year: int) -> tuple[TargetState, ...]:
    """All states from the best to the worst that the interval allows; none without an interval."""
    if interval is None:
        return ()
    ends = sorted(_ORDER.index(standing(target, end, year)) for end in (interval.lower, interval.upper))
    return _ORDER[ends[0] : ends[1] + 1]


_ORDER = (TargetState.REACHED, TargetState.ON_COURSE, TargetState.OFF_COURSE, TargetState.FAR_OFF_COURSE)
