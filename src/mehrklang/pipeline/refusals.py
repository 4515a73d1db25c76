"""What the system refuses to compare in a monitoring, and why: definitions that do not fit, series that are cut.

What may stand side by side with a warning is no refused comparison, and the warning stands beside the display; but
where the same people may be counted under both definitions, adding the two up is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from mehrklang.catalogue import Catalogue, FeatureDefinition
from mehrklang.pipeline.evaluation import Evaluation, Result
from mehrklang.vocabulary.german import sentence


class RefusalKind(StrEnum):
    """Why a comparison is refused."""

    DEFINITION = "definition"
    OVERLAP = "ueberschneidung"
    BREAK = "reihenbruch"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused comparison: which indicators it concerns, and the German sentence why."""

    kind: RefusalKind
    indicators: tuple[str, ...]
    reason: str


def refusals(evaluation: Evaluation, catalogue: Catalogue) -> tuple[Refusal, ...]:
    """All refused comparisons of an evaluation: between definitions first, then inside series."""
    results = tuple(evaluation.results.values())
    return (*_of_definitions(results, catalogue), *_of_breaks(results))


def _of_definitions(results: tuple[Result, ...], catalogue: Catalogue) -> Iterator[Refusal]:
    users: dict[str, list[str]] = {}
    definitions: dict[str, FeatureDefinition] = {}
    for result in results:
        if result.feature is not None:
            definitions[result.feature.key] = result.feature
            users.setdefault(result.feature.key, []).append(result.definition.code)
    for first, second in combinations(definitions, 2):
        answer = catalogue.comparability(first, second)
        names = f"„{definitions[first].name}“ und „{definitions[second].name}“"
        kind = RefusalKind.OVERLAP if answer.overlapping else RefusalKind.DEFINITION
        never = " werden nie addiert" if answer.overlapping else ""
        yield Refusal(kind, (*users[first], *users[second]), f"{names}{never}: {answer.said}")


def _of_breaks(results: tuple[Result, ...]) -> Iterator[Refusal]:
    for result in results:
        breaks = dict.fromkeys(each for assessment in result.assessments.values() for each in assessment.breaks)
        for each in sorted(breaks, key=lambda each: each.first_year):
            reason = f"Werte vor {each.first_year} und ab {each.first_year}: {sentence(each.text)}"
            yield Refusal(RefusalKind.BREAK, (result.definition.code,), reason)
