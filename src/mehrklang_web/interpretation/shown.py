"""Value, pictures and tables of an indicator, as its page and the form beside them show it."""

from mehrklang.assessment import STATE_RULE
from mehrklang.assessment.peers import PeerView, compare
from mehrklang.assessment.small_areas import METHODS, POSITION_RULE, WHY_STABILISED
from mehrklang.pipeline import Result as ResultValue
from mehrklang.report import Finding, charts, reading, sentences, spread
from mehrklang.report.charts.position_map import position_picture
from mehrklang.report.events import events
from mehrklang.report.placed import placed
from mehrklang.report.tables import reliability_of, revised_values
from mehrklang_web.interpretation import queries, table
from mehrklang_web.interpretation.sight import Sight
from mehrklang_web.monitors.models import Edition
from mehrklang_web.results.assembly import boundaries_of
from mehrklang_web.results.queries import stabilising_of


def shown(sight: Sight) -> dict[str, object]:
    """Value, pictures and tables, where there is a result that may be seen."""
    if sight.row is None or sight.run is None:
        return {}
    result = sight.row.to_value()
    finding = queries.working_finding(sight.run, sight.chosen.code, result, sight.text)
    latest = result.assessments[result.group].latest
    return {
        "spread": spread.told(latest) if latest else "",
        "spread_rule": sentences.SPREAD,
        "result": result,
        "assessment": result.assessments[result.group],
        "group": result.labels[result.group],
        "area": finding.area,
        "pictures": charts.pictures(finding, boundaries_of(sight.edition)),
        "tables": [each for each in (table.in_time(finding), table.by_part(finding)) if each],
        "revised": revised_values(finding),
        "reliability": reliability_of(finding),
        "breaks": reading.visible_breaks(finding.lines, finding),
        "sources": finding.sources,
        "state_rule": STATE_RULE,
        "peers": _peers(result),
        **_places(finding, sight.edition),
        **_stabilised(result, finding, sight),
        "events": events(finding),
    }


def _stabilised(result: ResultValue, finding: Finding, sight: Sight) -> dict[str, object]:
    """Whether stabilised values are wanted, and by which method they are there; nothing where there can be none."""
    if result.definition.kind not in METHODS or not reading.part_lines(finding):
        return {}
    return {
        "stabilising": stabilising_of(sight.edition, sight.chosen.code),
        "stabilised_by": ", ".join(dict.fromkeys(each.method.label for each in result.stabilised)),
        "why_stabilised": WHY_STABILISED,
    }


def _places(finding: Finding, edition: Edition) -> dict[str, object]:
    """Status and dynamics of the parts, where they can be classified; in their order, never ranked."""
    found = placed(finding)
    if not any(each.position.status for each in found):
        return {}
    return {
        "placed": found,
        "placed_picture": position_picture(finding, found, boundaries_of(edition)),
        "position_rule": POSITION_RULE,
    }


def _peers(result: ResultValue) -> tuple[PeerView, ...]:
    """What other systems' rules would say about the series that the assessment speaks of."""
    assessment = result.assessments[result.group]
    latest = assessment.latest
    series = result.of(area=latest.area, group=result.group) if latest else None
    return compare(result.definition, series, target=assessment.target) if series else ()
