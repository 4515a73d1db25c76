"""The timetable of an edition: which phase of the cycle is worked on when, and who sees to it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise


class Phase(StrEnum):
    """Where an edition stands in the cycle of about two years (Difu 2022)."""

    CONCEPT = "konzept"
    COLLECTION = "erheben"
    INTERPRETATION = "interpretieren"
    DISCUSSION = "diskutieren"
    REPORT = "berichten"
    REVIEW = "ueberpruefen"


@dataclass(frozen=True, slots=True)
class PlannedPhase:
    """When a phase is to begin and to end, and who is responsible; None and "" where that is not decided yet."""

    phase: Phase
    begins: date | None = None
    ends: date | None = None
    responsible: str = ""


def faults(timetable: tuple[PlannedPhase, ...]) -> tuple[str, ...]:
    """What does not fit together, in German: an end before its beginning, a phase before the one that it follows.

    >>> faults((PlannedPhase(Phase.CONCEPT, date(2026, 5, 1), date(2026, 4, 1)),))
    ('Die Phase „konzept“ endet am 01.04.2026, vor ihrem Beginn am 01.05.2026.',)
    """
    order = {phase: place for place, phase in enumerate(Phase)}
    planned = sorted(timetable, key=lambda each: order[each.phase])
    backwards = [
        f"Die Phase „{each.phase}“ endet am {each.ends:%d.%m.%Y}, vor ihrem Beginn am {each.begins:%d.%m.%Y}."
        for each in planned
        if each.begins and each.ends and each.ends < each.begins
    ]
    begun = [each for each in planned if each.begins]
    crossed = [
        f"Die Phase „{later.phase}“ beginnt am {later.begins:%d.%m.%Y}, vor der Phase „{earlier.phase}“ "
        f"({earlier.begins:%d.%m.%Y})."
        for earlier, later in pairwise(begun)
        if later.begins and earlier.begins and later.begins < earlier.begins
    ]
    return (*backwards, *crossed)
