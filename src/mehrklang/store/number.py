"""Numbers in the store: exact decimals with 18 places before and 20 behind the point."""

from decimal import ROUND_HALF_UP, Context, Decimal

WHOLE_PLACES = 18
DECIMAL_PLACES = 20
SQL_TYPE = f"DECIMAL({WHOLE_PLACES + DECIMAL_PLACES}, {DECIMAL_PLACES})"

_EXACT = Context(prec=120, rounding=ROUND_HALF_UP)  # the default of 28 digits would round a sum
_SMALLEST = Decimal(1).scaleb(-DECIMAL_PLACES)


def fits(number: Decimal) -> bool:
    """Whether the store can hold the number."""
    return number.adjusted() < WHOLE_PLACES


def written(number: Decimal) -> str:
    """The number as text without exponent; decimals behind the twentieth are rounded half up.

    >>> written(Decimal("1E-6")), written(Decimal("1.50")), written(Decimal("1E+3"))
    ('0.000001', '1.50', '1000')
    >>> written(Decimal("0.333333333333333333335"))
    '0.33333333333333333334'
    """
    if -int(number.as_tuple().exponent) > DECIMAL_PLACES:
        number = number.quantize(_SMALLEST, context=_EXACT)
    return format(number, "f")


def plain(number: Decimal) -> Decimal:
    """The same number without the zeros that the column type appends.

    >>> plain(Decimal("14020.00000000000000000000")), plain(Decimal("8.50000000000000000000"))
    (Decimal('14020'), Decimal('8.5'))
    """
    short = number.normalize(_EXACT)
    return short if int(short.as_tuple().exponent) <= 0 else short.quantize(Decimal(1), context=_EXACT)


def added(one: Decimal, other: Decimal) -> Decimal:
    """The exact sum.

    >>> added(Decimal("999999999999999999"), Decimal("0.00000000000000000001"))
    Decimal('999999999999999999.00000000000000000001')
    """
    return _EXACT.add(one, other)
