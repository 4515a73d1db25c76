"""From a result and its interpretation to a finding."""

from dataclasses import replace

from mehrklang.catalogue import load
from mehrklang.package import Monitoring, Selection
from mehrklang.pipeline.evaluation import Evaluation, Result
from mehrklang.report import Finding, GroupSeries, Steering
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
        why_feature=result.selection.why_feature,
        comparison=() if result.definition.unit.additive else _lines(result, evaluation.comparison_areas),
        feature=result.feature,
        further_features=_further_features(result),
        files=result.files,
        steering=_steering(result.selection),
        measures=tuple(each for each in monitoring.measures if result.definition.code in each.indicators),
        missed=tuple(each for each in monitoring.missed_targets if each.indicator == result.definition.code),
        rules=rules.name if (rules := load().rule_sets.get(result.protection.rule_set)) else "",
    )


def _further_features(result: Result) -> tuple[str, ...]:
    """The labels of the indicator's other features, from the register of definitions."""
    known, used = load().definitions, result.feature.feature if result.feature else ""
    others = [key for key in result.definition.features if key != used]
    return tuple(known[key].name if key in known else _label(key) for key in others)


def _label(key: str) -> str:
    """Of a feature with several definitions and none in use: "herkunft-der-eltern" becomes "Herkunft der Eltern"."""
    return " ".join(word if word in ("der", "des") else word.capitalize() for word in key.split("-"))


def _steering(selection: Selection) -> Steering:
    proposed = None if selection.target_holds else selection.target
    missing = [office for office in ("Koordination", "Statistik") if office not in selection.target_signed_by]
    return Steering(
        steerable=selection.steerable.value,
        reason=selection.steerable_reason,
        addressees=selection.addressees,
        proposed=proposed,
        unsigned=tuple(missing) if proposed else (),
    )


def _lines(result: Result, areas: tuple[Area, ...]) -> tuple[GroupSeries, ...]:
    return tuple(line for area in areas if (line := _line(result, area, result.group)))


def _line(result: Result, area: Area, group: str) -> GroupSeries | None:
    """A line, unless there is nothing at all for the area."""
    series = result.of(area=area.key, group=group)
    if series is None or not series.values:
        return None
    stabilised = tuple(each for each in result.stabilised if (each.area, each.group) == (area.key, group))
    return GroupSeries(area, group, result.labels[group], series, stabilised=stabilised)
