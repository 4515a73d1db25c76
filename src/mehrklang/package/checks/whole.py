"""All checks of a monitoring in their order."""

from mehrklang.package.checks import (
    agreements,
    areas,
    candidates,
    communication,
    data,
    duplicates,
    frame,
    goals,
    interpretations,
    measures,
    missed_targets,
    published,
    retired,
    selection,
    shared,
    signals,
    supplies,
    targets,
    vintage,
)
from mehrklang.package.checks.known import Known
from mehrklang.package.monitoring import Monitoring
from mehrklang.vocabulary import Issue


def check(monitoring: Monitoring, known: Known, *, closed: bool = False) -> tuple[Issue, ...]:
    """Everything that does not fit together. `closed`: data may lie inside the folder only."""
    return (
        *frame.check(monitoring, known),
        *duplicates.check(monitoring, known),
        *areas.check(monitoring, known),
        *goals.check(monitoring, known),
        *measures.check(monitoring, known),
        *missed_targets.check(monitoring, known),
        *signals.check(monitoring, known),
        *selection.check(monitoring, known),
        *candidates.check(monitoring, known),
        *targets.check(monitoring, known),
        *data.check(monitoring, known, closed=closed),
        *published.check(monitoring, known, closed=closed),
        *interpretations.check(monitoring, known),
        *supplies.check(monitoring, known),
        *retired.check(monitoring, known),
        *vintage.check(monitoring, known),
        *shared.check(monitoring, known),
        *communication.check(monitoring, known),
        *agreements.check(monitoring, known),
    )
