"""Remainders: what is left of a total when the asked categories are taken away.

Whoever is told the total and the women can compute the men, although nobody asked for them. The guard has to know.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mehrklang.store.question import Request
from mehrklang.vocabulary import Breakdown

REST = "\x1a"
"""The category of a remainder; the store takes no delivery that contains it."""


@dataclass(frozen=True, slots=True)
class Split:
    """A requested total and the requested categories that it contains, all of one set of features."""

    total: Request
    features: tuple[str, ...]
    parts: tuple[Request, ...]

    @property
    def rest(self) -> Request:
        """The request for all other categories together."""
        left = [(feature, REST) for feature in self.features if self.total.where.get(feature) is None]
        return Request(self.total.measure, self.total.unit, Breakdown.of([*self.total.where.pairs, *left]))

    def leaves(self, where: Breakdown) -> bool:
        """Whether a delivered breakdown belongs to the remainder."""
        return (
            set(self.total.where.pairs) <= set(where.pairs)
            and tuple(feature for feature, _ in where.pairs) == self.features
            and all(part.where != where for part in self.parts)
        )


def splits(requests: Sequence[Request]) -> list[Split]:
    """All totals among the requests with their parts."""
    found: dict[tuple[Request, tuple[str, ...]], list[Request]] = {}
    for total in requests:
        for part in requests:
            same = (part.measure, part.unit) == (total.measure, total.unit)
            if same and set(total.where.pairs) < set(part.where.pairs):
                found.setdefault((total, part.features), []).append(part)
    return [Split(total, features, tuple(parts)) for (total, features), parts in found.items()]
