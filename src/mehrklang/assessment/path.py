"""The path (Zielpfad) from the base value in the base year to the target value in the target year."""

from decimal import Decimal

from mehrklang.assessment.target import Operator, PathKind, Step, Target
from mehrklang.indicators import EXACT


def path_value(target: Target, year: int) -> Decimal:
    """What the path asks for in a year; before the base year the base value, after the target year the target.

    Linear: b + (T − b) · k : n. Geometric: b · (T : b)^(k : n), the same per cent every year. Steps: the value of the
    last step that is due, before the first one the base value. k are the years since the base year, n all of them.

    >>> path_value(Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030), 2025)
    Decimal('10')
    >>> doubled = Target(Decimal(4), 2020, Operator.AT_LEAST, Decimal(16), 2030, path=PathKind.GEOMETRIC)
    >>> path_value(doubled, 2025).normalize()
    Decimal('8')
    """
    if year >= target.year:
        return target.value
    if year <= target.base_year:
        return target.base_value
    match target.path:
        case PathKind.LINEAR:
            return _linear(target, year)
        case PathKind.GEOMETRIC:
            return _geometric(target, year)
        case PathKind.STEPS:
            return _due(target, year)[-1].value


def _linear(target: Target, year: int) -> Decimal:
    rise = EXACT.multiply(EXACT.subtract(target.value, target.base_value), Decimal(year - target.base_year))
    return EXACT.add(target.base_value, EXACT.divide(rise, Decimal(target.year - target.base_year)))


def _geometric(target: Target, year: int) -> Decimal:
    gone = EXACT.divide(Decimal(year - target.base_year), Decimal(target.year - target.base_year))
    return EXACT.multiply(target.base_value, EXACT.power(EXACT.divide(target.value, target.base_value), gone))


def _due(target: Target, year: int) -> tuple[Step, ...]:
    return (
        Step(target.base_year, target.base_value),
        *(step for step in target.steps if step.year <= year),
    )


def meets(operator: Operator, number: Decimal, bound: Decimal) -> bool:
    """Whether the number is on the good side of the bound; the bound itself is met.

    >>> meets(Operator.AT_MOST, Decimal(5), Decimal(5)), meets(Operator.AT_LEAST, Decimal(4), Decimal(5))
    (True, False)
    """
    return number >= bound if operator is Operator.AT_LEAST else number <= bound


def way_gone(target: Target, number: Decimal, year: int) -> Decimal | None:
    """Which share of the way that the path asks for by that year has been gone (1: all; negative: the wrong way).

    None where no way is asked for: the base value meets the target already, or no step is due.

    >>> way_gone(Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030), Decimal(9), 2025)
    Decimal('0.5')
    """
    if meets(target.operator, target.base_value, target.value) or year <= target.base_year:
        return None
    asked = EXACT.subtract(path_value(target, year), target.base_value)
    if asked == 0:
        return None
    return EXACT.divide(EXACT.subtract(number, target.base_value), asked)
