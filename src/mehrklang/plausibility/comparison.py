"""The difference between two deliveries of the same table: new, changed and vanished figures, the largest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from mehrklang.vocabulary import Figure, Observation, Period, Unit

_Key: TypeAlias = tuple[str, str, Period, tuple[tuple[str, str], ...], Unit]


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after.

    `difference` = after − before, in the unit; `relative` = 100 · difference ÷ |before| in per cent. Both are None
    where a number is missing before or after (a sign has changed), `relative` also where it was zero before.
    """

    before: Observation
    after: Observation

    @property
    def difference(self) -> Decimal | None:
        """After minus before."""
        before, after = self.before.figure.number, self.after.figure.number
        return None if before is None or after is None else after - before

    @property
    def relative(self) -> Decimal | None:
        """The difference in per cent of what was before."""
        difference, before = self.difference, self.before.figure.number
        return None if difference is None or not before else 100 * difference / abs(before)

    @property
    def is_of_sign(self) -> bool:
        """Whether a number became a sign, a sign a number, or a sign another one."""
        return self.difference is None or self.before.figure.sign is not self.after.figure.sign


@dataclass(frozen=True, slots=True)
class Comparison:
    """A delivery against the last one.

    Promise: every key of either delivery is in exactly one of `new`, `vanished`, `changed` or counted in `unchanged`;
    `changed` is ordered: changes of sign first, then by the size of the relative difference (changes from zero first,
    then the largest), of equals by the absolute one. `new` and `vanished` are in file order.
    """

    new: tuple[Observation, ...]
    vanished: tuple[Observation, ...]
    changed: tuple[Change, ...]
    unchanged: int


def compare(before: Sequence[Observation], after: Sequence[Observation]) -> Comparison:
    """The difference, by measure, area, period, breakdown and unit.

    Figures are equal if number and sign are; how a number is written ("12" or "12.0") does not count, nor does its
    line. Of a key that stands twice in a file the last one counts.
    """
    old, new = _by_key(before), _by_key(after)
    pairs = [Change(old[key], one) for key, one in new.items() if key in old]
    changed = [pair for pair in pairs if _differs(pair.before.figure, pair.after.figure)]
    return Comparison(
        new=tuple(one for key, one in new.items() if key not in old),
        vanished=tuple(one for key, one in old.items() if key not in new),
        changed=tuple(sorted(changed, key=_size)),
        unchanged=len(pairs) - len(changed),
    )


def _by_key(observations: Sequence[Observation]) -> Mapping[_Key, Observation]:
    return {(one.measure, one.area, one.period, one.breakdown.pairs, one.unit): one for one in observations}


def _differs(before: Figure, after: Figure) -> bool:
    return before.number != after.number or before.sign is not after.sign


def _size(change: Change) -> tuple[int, Decimal, Decimal]:
    """Signs, then what cannot be related, then the relative size, then the absolute one."""
    if change.is_of_sign:
        return 0, Decimal(0), Decimal(0)
    difference = abs(change.difference or Decimal(0))
    relative = change.relative
    if relative is None:
        return 1, Decimal(0), -difference
    return 2, -abs(relative), -difference
