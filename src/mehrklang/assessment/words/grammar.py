"""Inflection of the few words that numbers bring with them."""

from decimal import Decimal

from mehrklang.vocabulary import Period, PeriodKind, Unit
from mehrklang.vocabulary.german import NO_BREAK, format_number, format_quantity

_DATIVE = {
    Unit.PERCENTAGE_POINTS: "Prozentpunkten",
    Unit.YEARS: "Jahren",
    Unit.INDEX: "Indexpunkten",
    Unit.WEEKS: "Wochen",
}


def at(period: Period) -> str:
    """When, as it stands in a sentence.

    >>> [at(Period.parse(key)) for key in ("2024", "2024-12-31", "2024-06", "2018/19", "2018-WS")]
    ['2024', 'am 31.12.2024', 'im Juni 2024', 'im Schuljahr 2018/19', 'im WS 2018/19']
    """
    match period.kind:
        case PeriodKind.REFERENCE_DATE:
            return f"am {period.label}"
        case PeriodKind.YEAR | PeriodKind.CHANGE:
            return period.label
        case _:
            return f"im {period.label}"


def of(number: Decimal, unit: Unit) -> str:
    """A quantity after "von" or "bei" (dative).

    >>> of(Decimal("8.5"), Unit.PERCENTAGE_POINTS), of(Decimal("3.2"), Unit.YEARS)
    ('8,5\\xa0Prozentpunkten', '3,2\\xa0Jahren')
    """
    if unit not in _DATIVE:
        return format_quantity(number, unit)
    return f"{format_number(number, unit.decimals)}{NO_BREAK}{_DATIVE[unit]}"


def by(number: Decimal, unit: Unit) -> str:
    """The size of a yearly movement after "um" (accusative), with one decimal more than the value itself; money has no
    more than cents.

    >>> by(Decimal("-0.347"), Unit.PERCENT), by(Decimal("12.3456"), Unit.EURO)
    ('0,35\\xa0Prozentpunkte', '12,35\\xa0€')
    """
    label = unit.of_difference.label
    text = format_number(abs(number), unit.decimals + (unit is not Unit.EURO))
    return f"{text}{NO_BREAK}{label}" if label else text
