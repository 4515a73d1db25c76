"""Rounding of the source, propagated: between which limits a value lies for certain if each part may be off.

Formulas, for parts between l and u: sum and difference by the ends, share and ratio l₁ : u₂ to u₁ : l₂ (parts not
negative, denominator positive). All exact. Source: Moore, R. E. (1966): Interval analysis.
Parts of one rounding count as independent; where the same figure stands in both, the range is rather too wide.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.indicators.part import EXACT


@dataclass(frozen=True, slots=True)
class Bounds:
    """The smallest and the greatest number that stand behind a rounded one.

    >>> Bounds.around(Decimal(85), Decimal(2)).over(Bounds.around(Decimal(170), Decimal(2)), times=100)
    Bounds(lower=Decimal('48.25581395348837209302325581395349'), upper=Decimal('51.78571428571428571428571428571429'))
    """

    lower: Decimal
    upper: Decimal

    @classmethod
    def around(cls, number: Decimal, slack: Decimal) -> "Bounds":
        """Within ± slack; what is not negative cannot have been negative."""
        lower = EXACT.subtract(number, slack)
        return cls(lower if number < 0 else max(lower, Decimal(0)), EXACT.add(number, slack))

    def plus(self, other: "Bounds") -> "Bounds":
        """The bounds of the sum."""
        return Bounds(EXACT.add(self.lower, other.lower), EXACT.add(self.upper, other.upper))

    def times(self, other: "Bounds") -> "Bounds":
        """The bounds of the product of two that are not negative."""
        return Bounds(EXACT.multiply(self.lower, other.lower), EXACT.multiply(self.upper, other.upper))

    def minus(self, other: "Bounds") -> "Bounds":
        """The bounds of the difference."""
        return Bounds(EXACT.subtract(self.lower, other.upper), EXACT.subtract(self.upper, other.lower))

    def over(self, other: "Bounds", *, times: int = 1) -> "Bounds | None":
        """The bounds of times · this ÷ other; None where the denominator may be zero or a part negative."""
        if other.lower <= 0 or self.lower < 0:
            return None
        factor = Decimal(times)
        return Bounds(
            EXACT.divide(EXACT.multiply(factor, self.lower), other.upper),
            EXACT.divide(EXACT.multiply(factor, self.upper), other.lower),
        )


def together(all_bounds: Iterable[Bounds]) -> Bounds:
    """The bounds of the sum of all.

    >>> together([Bounds(Decimal(1), Decimal(2)), Bounds(Decimal(3), Decimal(5))])
    Bounds(lower=Decimal('4'), upper=Decimal('7'))
    """
    whole = Bounds(Decimal(0), Decimal(0))
    for each in all_bounds:
        whole = whole.plus(each)
    return whole


def slack_of_base(base: int) -> Decimal | None:
    """How far a count rounded to a multiple of `base` may be from the true one: whole persons to the nearest multiple.

    >>> slack_of_base(5), slack_of_base(10), slack_of_base(0)
    (Decimal('2'), Decimal('5'), None)
    """
    return Decimal(base // 2) if base > 1 else None


def slack_of_decimals(decimals: int) -> Decimal:
    """How far a number printed with so many decimals may be from the true one: half of the last place.

    >>> slack_of_decimals(1)
    Decimal('0.05')
    """
    return Decimal("0.5").scaleb(-decimals)
