"""Rolling up: an area that is not delivered itself is the sum of the areas that it consists of."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce
from operator import add

from mehrklang.store.amount import Amount
from mehrklang.store.tree import Family, Tree
from mehrklang.vocabulary import Area, AreaLevel


@dataclass(frozen=True, slots=True)
class RollUp:
    """The amounts of one request in one period, for any area.

    `own` are the delivered amounts; `delivered` are the areas of which the delivery knows the measure at all in this
    period: such an area without an amount has no case of the asked kind.
    """

    tree: Tree
    own: Mapping[str, Amount]
    delivered: Set[str]
    day: date
    _found: dict[str, Amount | None] = field(default_factory=dict)

    def amount(self, area: str) -> Amount | None:
        """The area's own amount, else the sum of its parts (so nothing counts twice); None: nothing is known.

        Of several ways to divide the area, the first that is delivered without a gap is taken.
        """
        if area not in self._found:
            sums = [amount for family in self.tree.families(area) if (amount := self._sum(family))]
            self._found[area] = self.own.get(area) or min(sums, key=lambda amount: amount.lacking, default=None)
        return self._found[area]

    def _sum(self, family: Family) -> Amount | None:
        amounts = {child: self.amount(child.key) for child in family.children}
        known = [amount for amount in amounts.values() if amount is not None]
        if not known:
            return None
        lacking = any(amount is None and self._is_lacking(child) for child, amount in amounts.items())
        together = reduce(add, known)
        return replace(together, lacking=together.lacking or lacking)

    def _is_lacking(self, area: Area) -> bool:
        """Whether the area should have been delivered: it existed, and the delivery knows nothing of it or in it."""
        return (
            area.level is not AreaLevel.UNASSIGNED
            and area.existed_on(self.day)
            and self.delivered.isdisjoint(self.tree.below([area.key]))
        )
