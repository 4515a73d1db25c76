"""The early warning over all series of an evaluation: one edition, one expected number of false alarms."""

from mehrklang.assessment.warning import Signal, Watched, watch
from mehrklang.pipeline.evaluation import Evaluation


def signals(evaluation: Evaluation, *, expected_alarms: float = 1) -> tuple[Signal, ...]:
    """The signals of every group in the main area and its parts; the comparison areas are not watched."""
    watched_areas = {evaluation.area.key, *(part.key for part in evaluation.parts)}
    watched = [
        Watched(result.definition, series, assessment.target if assessment else None)
        for result in evaluation.results.values()
        for series in result.series
        if series.area in watched_areas
        for assessment in [result.assessments.get(series.group) if series.area == evaluation.area.key else None]
    ]
    return watch(watched, expected_alarms=expected_alarms)
