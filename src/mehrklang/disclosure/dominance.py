"""Dominance: sums of amounts (income, floor space) from which one contributor's amount could be told.

With the amounts x1 ≥ x2 ≥ … of a cell and their sum X, the cell is sensitive
- by the (n, k) rule, if x1 + … + xn > k % of X;
- by the p % rule, if X − x2 − x1 < p % of x1: the second contributor, who knows x2, estimates x1 by X − x2.
A single contributor is always sensitive, two always by the p % rule. Source: Hundepool et al., Statistical Disclosure
Control (2012), 4.2.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from mehrklang.catalogue import Dominance


@dataclass(frozen=True, slots=True)
class Contributions:
    """What is needed of a cell's amounts: their sum and the greatest of them, descending. No amount is negative."""

    total: Decimal
    greatest: tuple[Decimal, ...]

    def __post_init__(self) -> None:
        if list(self.greatest) != sorted(self.greatest, reverse=True):
            raise ValueError("the greatest amounts must be in descending order")
        if any(amount < 0 for amount in self.greatest) or sum(self.greatest) > self.total:
            raise ValueError("amounts must not be negative, and their sum must hold the greatest of them")

    @classmethod
    def of(cls, amounts: Iterable[Decimal]) -> Self:
        """From all amounts of a cell."""
        descending = tuple(sorted(amounts, reverse=True))
        return cls(sum(descending, Decimal(0)), descending)


def dominated(cell: Contributions, rule: Dominance) -> bool:
    """Whether a sum says too much about one of its contributors; an empty sum never does.

    >>> cell = Contributions.of([Decimal(amount) for amount in (70, 20, 6, 4)])
    >>> dominated(cell, Dominance(contributors=1, share=75)), dominated(cell, Dominance(contributors=2, share=75))
    (False, True)
    >>> dominated(cell, Dominance(closeness=10)), dominated(cell, Dominance(closeness=15))
    (False, True)
    """
    if cell.total == 0:
        return False
    return _concentrated(cell, rule) or _estimable(cell, rule)


def _concentrated(cell: Contributions, rule: Dominance) -> bool:
    return rule.contributors > 0 and 100 * sum(cell.greatest[: rule.contributors]) > rule.share * cell.total


def _estimable(cell: Contributions, rule: Dominance) -> bool:
    first, second = (*cell.greatest, Decimal(0), Decimal(0))[:2]
    return rule.closeness > 0 and 100 * (cell.total - second - first) < rule.closeness * first
