"""From a result and its interpretation to a finding."""

from dataclasses import replace

from mehrklang.package import Monitoring
from mehrklang.pipeline.evaluation import Evaluation, Result
from mehrklang.report import Finding, GroupSeries
from mehrklang.vocabulary import Area, Interpretation


def finding_of(
    result: Result, interpretation: Interpretation, monitoring: Monitoring, evaluation: Evaluation
) -> Finding:
    """The finding: all groups of the main area with their assessment; parts and comparison areas with the group that
    the target speaks of. Plain counts have no comparison: areas of different size say nothing about each other."""
    titles = {goal.key: goal.title for goal in monitoring.goals}
    own = tuple(
        line
        for group in dict.fromkeys((result.group, *result.labels))
        if (line := _line(result, evaluation.area, group))
    )
    assessed = tuple(replace(line, assessment=result.assessments.get(line.group)) for line in own)
    return Finding(
        definition=result.definition,
        area=evaluation.area,
        lines=(*assessed, *_lines(result, evaluation.parts)),
        interpretation=interpretation,
        sources=result.sources,
        protection=result.protection,
        data_version=result.data_version,
        goals=tuple(titles[key] for key in result.selection.goals),
        why=result.selection.why,
        comparison=() if result.definition.unit.additive else _lines(result, evaluation.comparison_areas),
    )


def _lines(result: Result, areas: tuple[Area, ...]) -> tuple[GroupSeries, ...]:
    return tuple(line for area in areas if (line := _line(result, area, result.group)))


def _line(result: Result, area: Area, group: str) -> GroupSeries | None:
    """A line, unless there is nothing at all for the area."""
    series = result.of(area=area.key, group=group)
    return GroupSeries(area, group, result.labels[group], series) if series and series.values else None
