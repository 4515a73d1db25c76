"""An amount: what rows of additive material add up to, with the signs that stood among them."""

from dataclasses import dataclass
from decimal import Decimal

from mehrklang.store.number import added, plain
from mehrklang.vocabulary import Figure, Finality, Lineage, Reason, Sign
from mehrklang.vocabulary.finality import together

_UNSTATED = frozenset({Finality.UNSTATED})


@dataclass(frozen=True, slots=True)
class Part:
    """The rows behind an amount, for tracing: of one delivery, one area and one set of named features."""

    delivery: str
    area: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Amount:
    """So many rows, their total, and the signs that stood among them.

    `lacking`: a part of the area was not delivered at all. `greatest` are the greatest single amounts, descending,
    where they were asked for; `states` say how final the rows are, `key` is the sum
    of the rows' keys.
    """

    rows: int
    total: Decimal
    signs: frozenset[tuple[Sign, Reason]]
    parts: frozenset[Part]
    plain_rows: int = 0
    lacking: bool = False
    greatest: tuple[Decimal, ...] = ()
    states: frozenset[Finality] = _UNSTATED
    key: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        """The amount of two groups of rows that have no row in common."""
        return Amount(
            self.rows + other.rows,
            added(self.total, other.total),
            self.signs | other.signs,
            self.parts | other.parts,
            self.plain_rows + other.plain_rows,
            self.lacking or other.lacking,
            tuple(sorted((*self.greatest, *other.greatest), reverse=True)),
            self.states | other.states,
            self.key + other.key,
        )

    @property
    def figure(self) -> Figure:
        """The figure of the sum. A single row is no sum: it keeps its own sign."""
        number = plain(self.total)
        if self.rows == 1 and self.signs and not self.lacking:
            ((sign, reason),) = self.signs
            return Figure(number if sign.carries_number else None, sign, reason)
        hidden = [reason for sign, reason in self.signs if not sign.carries_number]
        if hidden or self.lacking:
            return Figure.withheld(self._reason(hidden))
        if any(sign is Sign.LIMITED for sign, _ in self.signs):
            return Figure.limited(number)
        return Figure.of(number) if self.plain_rows else Figure.nothing()

    @property
    def lineage(self) -> Lineage:
        """The deliveries and how many rows were added up."""
        return Lineage(" + ".join(sorted({part.delivery for part in self.parts})), (), self.rows, together(self.states))

    def _reason(self, hidden: list[Reason]) -> Reason:
        """Secrecy first, then what is missing; "less than half a unit" only where nothing else stands in the way."""
        if any(reason.withheld for reason in hidden):
            return Reason.PART_WITHHELD
        if not self.lacking and set(hidden) == {Reason.BELOW_HALF_UNIT}:
            return Reason.PART_BELOW_HALF_UNIT
        return Reason.PART_MISSING
