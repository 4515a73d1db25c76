"""The early warning over all series of an evaluation: one edition, one expected number of false alarms."""

from mehrklang.assessment.warning import ONE_ALARM, Limit, Signal, Survey, Watched, survey
from mehrklang.pipeline.evaluation import Evaluation


def watched(evaluation: Evaluation, *, limit: Limit = ONE_ALARM) -> Survey:
    """Every group in the main area and its parts, each against its own target where one holds; the comparison areas
    are not watched."""
    areas = {evaluation.area.key, *(part.key for part in evaluation.parts)}
    every = [
        Watched(result.definition, series, found.target if found else None)
        for result in evaluation.results.values()
        for series in result.series
        if series.area in areas
        for found in [result.assessment(area=series.area, group=series.group, main=evaluation.area.key)]
    ]
    return survey(every, limit=limit)


def signals(evaluation: Evaluation, *, limit: Limit = ONE_ALARM) -> tuple[Signal, ...]:
    """The signals alone (see `watched`)."""
    return watched(evaluation, limit=limit).signals
