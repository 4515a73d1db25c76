"""RATE (Rate, Quote): events or cases in relation to those to whom they can happen, per 100, per 1,000 …

Formula: per · numerator ÷ denominator. Unlike in a share the numerator need not be part of the denominator
(naturalisations of a year per 100 foreign nationals at its end).
"""

from decimal import Decimal

from mehrklang.indicators.division import divide
from mehrklang.indicators.part import Outcome, Part
from mehrklang.vocabulary.german import format_number


def rate(numerator: Part, denominator: Part, *, per: int) -> Outcome:
    """The rate per `per`, unrounded.

    >>> from mehrklang.vocabulary import Figure
    >>> goslar_2024 = rate(Part(Figure.of(659)), Part(Figure.of(17035)), per=100)
    >>> goslar_2024.formula, float(goslar_2024.figure.number)
    ('100 · 659 : 17.035', 3.8685060170237744)
    """
    times = format_number(Decimal(per))
    return Outcome(
        divide(numerator, denominator, times=per),
        f"{times} · {numerator.written} : {denominator.written}",
    )
