"""What is said about missed targets: in full for the administration, short for politics, plainly for the public."""

from collections.abc import Iterator
from dataclasses import dataclass

from mehrklang.assessment import Target
from mehrklang.planning import MissedTarget
from mehrklang.report import reading
from mehrklang.report.document import Callout, Paragraph, Term, Terms
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary.german import sentence

OPEN = "Grund und Entscheidung sind noch nicht festgehalten."
UNDECIDED = "Über das weitere Vorgehen ist noch nicht entschieden."


@dataclass(frozen=True, slots=True)
class Missed:
    """A missed target: of which line, which one, and what was recorded about it (None: nothing yet)."""

    line: GroupSeries
    target: Target
    record: MissedTarget | None

    @property
    def told(self) -> str:
        """Reason and decision in one or two sentences."""
        if self.record is None:
            return OPEN
        council = f" ({self.record.decision})" if self.record.decision else ""
        decided = f"Entscheidung: {self.record.told}{council}." if self.record.decided else UNDECIDED
        return f"Grund: {sentence(self.record.reason)} {decided}"


def missed_targets(finding: Finding) -> tuple[Missed, ...]:
    """Every missed target whose year is over: that of the leading line first, then those of other areas and groups."""
    lead = reading.lead(finding)
    lines = sorted(finding.lines, key=lambda line: line is not lead)
    return tuple(
        Missed(line, line.assessment.target, _record(finding, line, line.assessment.target.year, lead))
        for line in lines
        if line.assessment and line.assessment.decision_due and line.assessment.target
    )


def _record(finding: Finding, line: GroupSeries, year: int, lead: GroupSeries | None) -> MissedTarget | None:
    areas = ("", finding.area.key) if line.area.key == finding.area.key else (line.area.key,)
    groups = ("", line.group) if lead is None or line.group == lead.group else (line.group,)
    here = (each for each in finding.missed if each.area in areas and each.group in groups)
    return next((each for each in here if each.year == year), None)


def of_lead(finding: Finding) -> Missed | None:
    """That of the leading line."""
    lead = reading.lead(finding)
    return next((each for each in missed_targets(finding) if each.line is lead), None)


def is_recorded(finding: Finding) -> bool:
    """Whether somebody has written about the missed target of the leading line."""
    now = of_lead(finding)
    return now is not None and now.record is not None


def elsewhere(finding: Finding) -> tuple[Missed, ...]:
    """Those of other areas and groups."""
    lead = reading.lead(finding)
    return tuple(each for each in missed_targets(finding) if each.line is not lead)


def where(finding: Finding, one: Missed) -> str:
    """Whose target it is."""
    return reading.name_of(one.line, finding, finding.lines)


def in_full(finding: Finding) -> tuple[Terms, ...]:
    """Reason, decision, council, who recorded it: of the targets that are missed now, and of earlier ones."""
    unsaid = [each for each in missed_targets(finding) if each.record is None]
    terms = [
        *(Term(_unsaid(finding, each), (Paragraph.of(OPEN),)) for each in unsaid),
        *(Term(_headed(each, finding), tuple(map(Paragraph.of, _told(each)))) for each in finding.missed),
    ]
    return (Terms(tuple(terms)),) if terms else ()


def _unsaid(finding: Finding, one: Missed) -> str:
    whose = "" if one == of_lead(finding) else f" ({where(finding, one)})"
    return f"Ziel {one.target.year} nicht erreicht{whose}"


def _headed(each: MissedTarget, finding: Finding) -> str:
    """A target of a part of the area says which one."""
    names = {line.area.key: line.area.name for line in finding.lines}
    where = "" if each.area in ("", finding.area.key) else f" ({names.get(each.area, each.area)})"
    return f"Ziel {each.year} nicht erreicht{where}"


def _told(each: MissedTarget) -> Iterator[str]:
    yield f"Grund: {sentence(each.reason)}"
    yield f"Entscheidung: {_decision(each)}" if each.decided else UNDECIDED
    if each.decision:
        yield f"Beschluss: {sentence(str(each.decision))} {sentence(each.decision.text)}".strip()
    if each.by:
        yield f"Festgehalten von {each.by}{f' am {each.day:%d.%m.%Y}' if each.day else ''}."


def _decision(each: MissedTarget) -> str:
    return f"{sentence(each.told)} {sentence(each.text)}".strip()


def short(finding: Finding) -> str:
    """One or two sentences behind the state; "" where the target of the leading line is not missed."""
    now = of_lead(finding)
    return now.told if now else ""


def plainly(finding: Finding) -> tuple[Callout, ...]:
    """What the municipality says about its missed targets, in plain words; those of other areas name these."""
    return tuple(_plain(finding, each) for each in missed_targets(finding))


def _plain(finding: Finding, one: Missed) -> Callout:
    whose = "" if one == of_lead(finding) else f" für {where(finding, one)}"
    said = [f"Dieses Ziel{whose} sollte bis {one.target.year} erreicht sein. Das ist nicht gelungen."]
    if one.record is None:
        said.append("Warum, und wie es weitergeht, wird noch geklärt.")
    else:
        said.append(f"Warum? {sentence(one.record.reason)}")
        said.append(f"Wie geht es weiter? {_decision(one.record) if one.record.decided else UNDECIDED}")
    return Callout("▲", "Ziel nicht erreicht", " ".join(said), "watch")
