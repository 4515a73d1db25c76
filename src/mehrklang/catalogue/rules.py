"""Rule sets of disclosure control: data with legal basis and reason, never numbers in code."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class RoundingKind(StrEnum):
    """How counts are rounded: each to the nearest multiple, by chance without bias, or so that sums still add up."""

    DETERMINISTIC = "deterministisch"
    RANDOM = "zufaellig"
    CONTROLLED = "kontrolliert"


@dataclass(frozen=True, slots=True)
class Dominance:
    """Rules for sums of amounts (income, floor space); 0 switches a rule off.

    (n, k): suppressed if the `contributors` greatest amounts make up more than `share` per cent of the sum. p %:
    suppressed if the second contributor can estimate the greatest amount more closely than `closeness` per cent.
    """

    contributors: int = 0
    share: int = 0
    closeness: int = 0


@dataclass(frozen=True, slots=True)
class Rounding:
    """Counts become multiples of `base`."""

    base: int
    kind: RoundingKind


@dataclass(frozen=True, slots=True)
class CellKeyNoise:
    """Counts are changed by at most `deviation` at the given `variance`; `table` names the perturbation table."""

    table: str
    deviation: int
    variance: Decimal


@dataclass(frozen=True, slots=True)
class SampleLimits:
    """Extrapolated numbers below `withheld_below` are not told (/), below `limited_below` they stand in brackets."""

    withheld_below: int
    limited_below: int


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one source.

    `minimum_count` k: a count n with 0 < n < k is suppressed; 0 switches the rule off (published statistics).
    `rate_floor` N: no share or rate over a denominator below N persons. `zero_is_public`: whether a zero may be shown.
    `protection_width` d: for all that the public can know, a suppressed small count spans d persons at least.
    `link_near`: counts that differ everywhere by less than k from another source's are suppressed where those are.
    The other rules are None where they do not apply.
    """

    key: str
    name: str
    minimum_count: int
    rate_floor: int
    zero_is_public: bool
    legal_basis: str
    reason: str
    protection_width: int = 1
    link_near: bool = False
    dominance: Dominance | None = None
    rounding: Rounding | None = None
    cell_key: CellKeyNoise | None = None
    sample: SampleLimits | None = None
