"""What is said about missed targets: in full for the administration, short for politics, plainly for the public."""

from collections.abc import Iterator

from mehrklang.assessment import Target
from mehrklang.planning import MissedTarget
from mehrklang.report import reading
from mehrklang.report.document import Callout, Paragraph, Term, Terms
from mehrklang.report.finding import Finding
from mehrklang.vocabulary.german import sentence

OPEN = "Grund und Entscheidung sind noch nicht festgehalten."
UNDECIDED = "Über das weitere Vorgehen ist noch nicht entschieden."


def due(finding: Finding) -> Target | None:
    """The target of the leading line, where its year is over and it is missed."""
    line = reading.lead(finding)
    found = line.assessment if line else None
    return found.target if found and found.decision_due else None


def recorded(finding: Finding) -> MissedTarget | None:
    """What was recorded about that target; None where none is missed, or nobody has written anything yet."""
    target, line = due(finding), reading.lead(finding)
    if target is None or line is None:
        return None
    here = (each for each in finding.missed if each.area in ("", finding.area.key) and each.group in ("", line.group))
    return next((each for each in here if each.year == target.year), None)


def in_full(finding: Finding) -> tuple[Terms, ...]:
    """Reason, decision, council, who recorded it: of the target that is missed now, and of earlier ones."""
    now, target = recorded(finding), due(finding)
    terms = [Term(_headed(each, finding), tuple(map(Paragraph.of, _told(each)))) for each in finding.missed]
    if target is not None and now is None:
        terms.insert(0, Term(f"Ziel {target.year} nicht erreicht", (Paragraph.of(OPEN),)))
    return (Terms(tuple(terms)),) if terms else ()


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
    """One or two sentences behind the state; "" where no target is missed."""
    now = recorded(finding)
    if due(finding) is None:
        return ""
    if now is None:
        return OPEN
    council = f" ({now.decision})" if now.decision else ""
    decided = f"Entscheidung: {now.told}{council}." if now.decided else UNDECIDED
    return f"Grund: {sentence(now.reason)} {decided}"


def plainly(finding: Finding) -> tuple[Callout, ...]:
    """What the municipality says about a missed target, in plain words."""
    target, now = due(finding), recorded(finding)
    if target is None:
        return ()
    said = [f"Dieses Ziel sollte bis {target.year} erreicht sein. Das ist nicht gelungen."]
    if now is None:
        said.append("Warum, und wie es weitergeht, wird noch geklärt.")
    else:
        said.append(f"Warum? {sentence(now.reason)}")
        said.append(f"Wie geht es weiter? {_decision(now) if now.decided else UNDECIDED}")
    return (Callout("▲", "Ziel nicht erreicht", " ".join(said), "watch"),)
