"""SHARE (Anteil): a part of a whole, per hundred.

Formula: 100 · numerator ÷ denominator; the denominator (the base) contains the numerator.
"""

from mehrklang.indicators.division import divide
from mehrklang.indicators.part import Outcome, Part

ABOVE_HUNDRED = (
    "Der Wert liegt über 100 %: Zähler und Nenner sind verschieden abgegrenzt, "
    "zum Beispiel Kinder am Ort der Kita und Kinder am Wohnort."
)


def share(numerator: Part, denominator: Part) -> Outcome:
    """The share in per cent, unrounded. Shares of exactly 0 and 100 are values like any other.

    >>> from mehrklang.vocabulary import Figure
    >>> goslar_2019 = share(Part(Figure.of(14020)), Part(Figure.of(136292)))
    >>> goslar_2019.formula, float(goslar_2019.figure.number)
    ('100 · 14.020 : 136.292', 10.286737299327914)
    """
    figure = divide(numerator, denominator, times=100)
    above = figure.number is not None and figure.number > 100
    return Outcome(figure, f"100 · {numerator.written} : {denominator.written}", (ABOVE_HUNDRED,) if above else ())
