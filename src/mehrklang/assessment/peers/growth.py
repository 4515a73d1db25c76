"""Compound annual growth: the equal per cent per year that leads from one value to another."""

from decimal import Decimal

from mehrklang.indicators import EXACT


def annual_growth(base: Decimal, current: Decimal, years: int) -> Decimal | None:
    """(current ÷ base)^(1 ÷ years) − 1; None where a value is not positive or no time has passed.

    >>> annual_growth(Decimal(100), Decimal(121), 2).normalize()
    Decimal('0.1')
    """
    if min(base, current) <= 0 or years <= 0:
        return None
    root = EXACT.power(EXACT.divide(current, base), EXACT.divide(Decimal(1), Decimal(years)))
    return EXACT.subtract(root, Decimal(1))


def towards_target(base: Decimal, current: Decimal, target: Decimal, *, gone: int, whole: int) -> Decimal | None:
    """Actual ÷ required annual growth, positive where it leads towards the target; None where it has no answer."""
    actual, required = annual_growth(base, current, gone), annual_growth(base, target, whole)
    if actual is None or required is None or required == 0:
        return None
    return EXACT.divide(actual, required)
