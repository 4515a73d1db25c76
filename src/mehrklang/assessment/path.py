"""The linear path (Zielpfad) from the base value in the base year to the target value in the target year."""

from decimal import Decimal

from mehrklang.assessment.target import Operator, Target
from mehrklang.indicators import EXACT


def path_value(target: Target, year: int) -> Decimal:
    """What the path asks for in a year: b + (T − b) · (year − t₀) : (t − t₀); after the target year the target itself.

    >>> path_value(Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030), 2025)
    Decimal('10')
    """
    gone = min(max(year, target.base_year), target.year) - target.base_year
    whole = target.year - target.base_year
    rise = EXACT.multiply(EXACT.subtract(target.value, target.base_value), Decimal(gone))
    return EXACT.add(target.base_value, EXACT.divide(rise, Decimal(whole)))


def meets(operator: Operator, number: Decimal, bound: Decimal) -> bool:
    """Whether the number is on the good side of the bound; the bound itself is met.

    >>> meets(Operator.AT_MOST, Decimal(5), Decimal(5)), meets(Operator.AT_LEAST, Decimal(4), Decimal(5))
    (True, False)
    """
    return number >= bound if operator is Operator.AT_LEAST else number <= bound


def way_gone(target: Target, number: Decimal, year: int) -> Decimal | None:
    """Which share of the way that the path asks for by that year has been gone (1: all; negative: the wrong way).

    None where no way is asked for: the base value meets the target already.

    >>> way_gone(Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030), Decimal(9), 2025)
    Decimal('0.5')
    """
    if meets(target.operator, target.base_value, target.value) or year <= target.base_year:
        return None
    asked = EXACT.subtract(path_value(target, year), target.base_value)
    return EXACT.divide(EXACT.subtract(number, target.base_value), asked)
