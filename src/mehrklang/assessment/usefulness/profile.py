"""The sheet of one indicator for the review, and what follows from it by stated rules."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mehrklang.assessment.usefulness.movement import Moved
from mehrklang.indicators import Series

PROPOSAL_RULE = (
    "Vorschlag „streichen“: in dieser und der vorigen Ausgabe nicht über die Schwankung hinaus bewegt, nicht "
    "steuerbar und nicht genutzt. Vorschlag „ansehen“: ein anderer Indikator sagt dasselbe, weniger als zwei Drittel"
    " der Werte liegen vor, die Daten sind beim Eintreffen älter als zwei Jahre, oder zwei der drei Gründe zum "
    "Streichen treffen zu. Sonst „behalten“. Es entscheiden Menschen."
)
FEWEST_PRESENT = Decimal(2) / 3
OLDEST_DAYS = 730


class Proposal(StrEnum):
    """What the rules propose."""

    KEEP = "behalten"
    LOOK_AT = "ansehen"
    DROP = "streichen"


@dataclass(frozen=True, slots=True)
class Use:
    """What people tell: steerable, times discussed or decided upon, hours of effort per edition."""

    steerable: bool
    times_used: int
    hours: Decimal


@dataclass(frozen=True, slots=True)
class Profile:
    """The sheet: movement now and in the edition before (None: there was none), who says the same, share of expected
    values present, days from reference date to arrival, breaks per decade, use.
    """

    indicator: str
    moved: Moved
    moved_before: Moved | None
    same_as: tuple[str, ...]
    present: Decimal
    days_to_arrival: int
    breaks_per_decade: Decimal
    use: Use


def present(series: Series) -> Decimal:
    """The share of the series' values that have a number; 0 for an empty series."""
    if not series.values:
        return Decimal(0)
    return Decimal(sum(value.figure.known for value in series.values)) / len(series.values)


def proposal(profile: Profile) -> Proposal:
    """By `PROPOSAL_RULE`."""
    still = not profile.moved.beyond_noise and (
        profile.moved_before is not None and not profile.moved_before.beyond_noise
    )
    against = (still, not profile.use.steerable, profile.use.times_used == 0)
    if all(against):
        return Proposal.DROP
    doubtful = profile.present < FEWEST_PRESENT or profile.days_to_arrival > OLDEST_DAYS or bool(profile.same_as)
    return Proposal.LOOK_AT if doubtful or sum(against) == 2 else Proposal.KEEP
