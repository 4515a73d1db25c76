"""Breaks that nobody has documented, over a whole monitoring: offered for confirmation, never applied."""

from collections import defaultdict

from mehrklang.assessment.breaks import BreakProposal, label_drifts, level_shifts
from mehrklang.catalogue import IndicatorKind
from mehrklang.package import Monitoring
from mehrklang.pipeline.deliveries import read_reference
from mehrklang.pipeline.evaluation import Evaluation, Result
from mehrklang.pipeline.register import Register
from mehrklang.vocabulary import Observation


def break_proposals(monitoring: Monitoring, evaluation: Evaluation) -> tuple[BreakProposal, ...]:
    """Jumps in the series of the main area and its parts, then categories that change in the delivered files.

    Changes have no level of their own and are left out. The files are read once more, because the store keeps what was
    delivered and not what was asked.
    """
    shifts = tuple(
        proposal for result in evaluation.results.values() for proposal in _of_result(result, _areas(evaluation))
    )
    return (*shifts, *_of_files(monitoring))


def _areas(evaluation: Evaluation) -> frozenset[str]:
    return frozenset((evaluation.area.key, *(part.key for part in evaluation.parts)))


def _of_result(result: Result, areas: frozenset[str]) -> tuple[BreakProposal, ...]:
    """Each group by itself; areas that jump in one year together."""
    if result.definition.kind is IndicatorKind.CHANGE:
        return ()
    by_group = defaultdict(list)
    for series in result.series:
        if series.area in areas:
            by_group[series.group].append(series)
    found = [proposal for group in by_group.values() for proposal in level_shifts(result.definition, group)]
    return tuple(sorted(found, key=lambda proposal: proposal.first_year))


def _of_files(monitoring: Monitoring) -> tuple[BreakProposal, ...]:
    register = Register.of(monitoring)
    observations: dict[str, list[Observation]] = defaultdict(list)
    for reference in monitoring.data:
        reading = read_reference(register, reference)
        observations[reference.source] += reading.observations if reading.usable else ()
    return tuple(proposal for source, rows in observations.items() for proposal in label_drifts(rows, source=source))
