"""RATIO (Verhältnis): how many times the value of its base of comparison a group has.

Formula: group ÷ base. 1 means equal. Base zero: no value.
"""

from mehrklang.indicators.division import divide
from mehrklang.indicators.part import Outcome, Part


def ratio(group: Part, base: Part) -> Outcome:
    """The ratio, unrounded.

    >>> from decimal import Decimal
    >>> from mehrklang.vocabulary import Figure
    >>> twice = ratio(Part(Figure.of(Decimal("12.6"))), Part(Figure.of(Decimal("6.3"))))
    >>> twice.formula, twice.figure.number
    ('12,6 : 6,3', Decimal('2'))
    """
    return Outcome(divide(group, base), f"{group.written} : {base.written}")
