"""Exact sums and quotients of figures that are known."""

from collections.abc import Iterable
from decimal import Decimal

from mehrklang.indicators.part import EXACT
from mehrklang.vocabulary import Figure


def known(figure: Figure) -> Decimal:
    """The number of a figure that has one; the caller has asked `obstacle` before."""
    assert figure.number is not None
    return figure.number


def total(numbers: Iterable[Decimal]) -> Decimal:
    """Their sum in the precision of this room.

    >>> total([Decimal("0.1"), Decimal("0.2")])
    Decimal('0.3')
    """
    result = Decimal(0)
    for number in numbers:
        result = EXACT.add(result, number)
    return result


def weighted(pairs: Iterable[tuple[Decimal, Decimal]]) -> Decimal:
    """The sum of the products.

    >>> weighted([(Decimal(2), Decimal(3)), (Decimal(4), Decimal(5))])
    Decimal('26')
    """
    return total(EXACT.multiply(first, second) for first, second in pairs)
