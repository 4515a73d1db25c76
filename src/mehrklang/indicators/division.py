"""Division of two parts: the one place where a denominator can be zero, negative or too small."""

from decimal import Decimal

from mehrklang.indicators.part import EXACT, Part
from mehrklang.indicators.signs import carry, obstacle
from mehrklang.vocabulary import Figure, Reason, Sign


def divide(numerator: Part, denominator: Part, *, times: int = 1) -> Figure:
    """times · numerator ÷ denominator; multiplied first, so that only one rounding (34 digits) happens.

    >>> divide(Part(Figure.of(3)), Part(Figure.of(8)), times=100).number
    Decimal('37.5')
    >>> divide(Part(Figure.of(3)), Part(Figure.nothing())).reason
    <Reason.DENOMINATOR_ZERO: 'nenner-null'>
    """
    barred = obstacle(numerator.figure, denominator.figure)
    if barred:
        return barred
    assert numerator.figure.number is not None  # obstacle() has looked
    assert denominator.figure.number is not None
    if denominator.figure.rounded_to_zero:
        return Figure.withheld(Reason.PART_BELOW_HALF_UNIT)
    unfit = _unfit(denominator.figure.number, denominator.rate_floor)
    if unfit:
        return unfit
    number = EXACT.divide(EXACT.multiply(Decimal(times), numerator.figure.number), denominator.figure.number)
    return carry(number, numerator.figure, denominator.figure)


def _unfit(denominator: Decimal, floor: int) -> Figure | None:
    if denominator == 0:
        return Figure.signed(Sign.BLOCKED, Reason.DENOMINATOR_ZERO)
    if denominator < 0:
        return Figure.signed(Sign.BLOCKED, Reason.DENOMINATOR_NEGATIVE)
    if denominator < floor:
        return Figure.signed(Sign.UNRELIABLE, Reason.BASE_TOO_SMALL)
    return None
