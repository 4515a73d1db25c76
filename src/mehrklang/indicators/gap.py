"""GAP (Abstand): how far a group lies from its base of comparison, as a difference.

Formula: group − base. Of two percentages in percentage points, otherwise in their own unit. A gap may widen in
points and narrow as a ratio: where the two disagree, show both.
"""

from mehrklang.indicators.part import EXACT, Outcome, Part
from mehrklang.indicators.signs import carry, obstacle


def gap(group: Part, base: Part) -> Outcome:
    """The difference, unrounded; positive where the group's value is the higher one.

    >>> from decimal import Decimal
    >>> from mehrklang.vocabulary import Figure
    >>> unemployment_2025 = gap(Part(Figure.of(Decimal("14.8"))), Part(Figure.of(Decimal("6.3"))))
    >>> unemployment_2025.formula, unemployment_2025.figure.number
    ('14,8 − 6,3', Decimal('8.5'))
    """
    formula = f"{group.written} − {base.written}"
    barred = obstacle(group.figure, base.figure)
    if barred:
        return Outcome(barred, formula)
    assert group.figure.number is not None  # obstacle() has looked
    assert base.figure.number is not None
    number = EXACT.subtract(group.figure.number, base.figure.number)
    return Outcome(carry(number, group.figure, base.figure), formula)
