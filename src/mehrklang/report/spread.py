"""The interval around a value as every exit writes it."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from mehrklang.indicators import IndicatorValue, Interval
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_exact, format_number


def limits(interval: Interval, unit: Unit) -> tuple[str, str]:
    """Lower and upper limit. Those of rounding hold for certain: a place more than the value, rounded outwards.

    >>> from mehrklang.indicators import IntervalMethod
    >>> limits(Interval(Decimal("355.5"), Decimal("356.5"), IntervalMethod.ROUNDING, None), Unit.PER_MILLE)
    ('355,5', '356,5')
    >>> limits(Interval(Decimal("15.62"), Decimal("26.58"), IntervalMethod.WILSON), Unit.PERCENT)
    ('15,6', '26,6')
    """
    if not interval.certain:
        return format_number(interval.lower, unit.decimals), format_number(interval.upper, unit.decimals)
    places = unit.decimals + 1
    lower, upper = _outwards(interval.lower, places, ROUND_FLOOR), _outwards(interval.upper, places, ROUND_CEILING)
    return format_exact(lower, places), format_exact(upper, places)


def _outwards(end: Decimal, places: int, towards: str) -> Decimal:
    """An exact limit never leaves out what may be true.

    >>> _outwards(Decimal("30.6533"), 2, ROUND_CEILING)
    Decimal('30.66')
    """
    return end.quantize(Decimal(1).scaleb(-places), rounding=towards, context=Context(prec=60))


def span(interval: Interval, unit: Unit) -> str:
    """Both limits in a table or a sentence."""
    return " bis ".join(limits(interval, unit))


def told(value: IndicatorValue) -> str:
    """The interval of a value in a sentence; "" without."""
    if value.interval is None:
        return ""
    return f"Spannweite {span(value.interval, value.unit)}"
