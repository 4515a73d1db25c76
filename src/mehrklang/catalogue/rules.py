"""Rule sets of disclosure control: data with legal basis and reason, never numbers in code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules of one source.

    `minimum_count` k: a count n with 0 < n < k is suppressed; 0 switches the rule off (published statistics).
    `rate_floor` N: no share or rate over a denominator below N persons. `zero_is_public`: whether a zero may be shown.
    """

    key: str
    name: str
    minimum_count: int
    rate_floor: int
    zero_is_public: bool
    legal_basis: str
    reason: str
