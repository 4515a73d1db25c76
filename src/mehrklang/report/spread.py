"""The interval around a value as every exit writes it."""

from mehrklang.indicators import IndicatorValue, Interval
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_exact, format_number


def limits(interval: Interval, unit: Unit) -> tuple[str, str]:
    """Lower and upper limit. Those of rounding are exact, with a place more than the value; those of chance rounded.

    >>> from decimal import Decimal
    >>> from mehrklang.indicators import IntervalMethod
    >>> limits(Interval(Decimal("355.5"), Decimal("356.5"), IntervalMethod.ROUNDING, None), Unit.PER_MILLE)
    ('355,5', '356,5')
    >>> limits(Interval(Decimal("15.62"), Decimal("26.58"), IntervalMethod.WILSON), Unit.PERCENT)
    ('15,6', '26,6')
    """
    ends = (interval.lower, interval.upper)
    lower, upper = (
        format_exact(end, unit.decimals + 1) if interval.certain else format_number(end, unit.decimals) for end in ends
    )
    return lower, upper


def span(interval: Interval, unit: Unit) -> str:
    """Both limits in a table or a sentence."""
    return " bis ".join(limits(interval, unit))


def told(value: IndicatorValue) -> str:
    """The interval of a value in a sentence; "" without."""
    if value.interval is None:
        return ""
    return f"Spannweite {span(value.interval, value.unit)}"
