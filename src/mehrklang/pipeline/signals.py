"""The early warning over all series of an evaluation: one edition, one expected number of false alarms."""

from mehrklang.assessment.warning import ONE_ALARM, Limit, Signal, Survey, Watched, survey
from mehrklang.pipeline.evaluation import Evaluation


def watched(evaluation: Evaluation, *, limit: Limit = ONE_ALARM) -> Survey:
    """Every group in the main area and its parts; the comparison areas are not watched."""
    areas = {evaluation.area.key, *(part.key for part in evaluation.parts)}
    every = [
        Watched(result.definition, series, assessment.target if assessment else None)
        for result in evaluation.results.values()
        for series in result.series
        if series.area in areas
        for assessment in [result.assessments.get(series.group) if series.area == evaluation.area.key else None]
    ]
    return survey(every, limit=limit)


def signals(evaluation: Evaluation, *, limit: Limit = ONE_ALARM) -> tuple[Signal, ...]:
    """The signals alone (see `watched`)."""
    return watched(evaluation, limit=limit).signals
