"""The assessment of one series: state against the target, trend, thresholds, breaks and doubts."""

from collections.abc import Sequence

from mehrklang.assessment.doubts import doubts
from mehrklang.assessment.result import Assessment
from mehrklang.assessment.segment import breaks_within
from mehrklang.assessment.state import judge
from mehrklang.assessment.target import Target
from mehrklang.assessment.threshold import threshold_text
from mehrklang.assessment.trend import trend
from mehrklang.assessment.versions import any_changed, told_changes, told_versions
from mehrklang.catalogue import Break, IndicatorDefinition
from mehrklang.indicators import IndicatorValue, Series, as_before


def assess(
    definition: IndicatorDefinition, series: Series, *, target: Target | None, breaks: Sequence[Break] = ()
) -> Assessment:
    """Is it better or worse? `breaks` are those of the municipality, beside the definition's own."""
    known_breaks = (*definition.breaks, *breaks)
    verdict = judge(definition, series, target, known_breaks)
    movement = trend(definition, series, breaks=breaks)
    versions = [*told_versions(series)]
    if any_changed(series.values):
        former = as_before(series)
        state = judge(definition, former, target, known_breaks).state
        versions += told_changes(
            (state, verdict.state), (trend(definition, former, breaks=breaks).movement, movement.movement)
        )
    return Assessment(
        state=verdict.state,
        reason=verdict.reason,
        trend=movement,
        latest=series.latest,
        target=target,
        path_value=verdict.path_value,
        threshold=_threshold(definition, series.latest, target if verdict.comparable else None),
        breaks=breaks_within(series, known_breaks),
        warnings=tuple(doubts(definition, series, target)) if target else (),
        possible=verdict.possible,
        decision_due=verdict.decision_due,
        versions=tuple(versions),
    )


def _threshold(definition: IndicatorDefinition, latest: IndicatorValue | None, target: Target | None) -> str:
    if target is None or latest is None or latest.figure.number is None:
        return ""
    return threshold_text(definition.direction, target, latest.figure.number, latest.unit)
