"""The short report for politics, two to four pages: what moved, what is off course, what is to be decided."""

from collections.abc import Iterator, Sequence

from mehrklang.assessment import Assessment, Movement, TargetState
from mehrklang.catalogue import Perspective
from mehrklang.report import backmatter, markdown, missed, overview, passages, positions, reading, sentences
from mehrklang.report.document import Block, Bullets, Callout, Heading, Paragraph, Row, Run, Table
from mehrklang.report.finding import Finding
from mehrklang.vocabulary import Boundary
from mehrklang.vocabulary.german import sentence

_OFF = (TargetState.OFF_COURSE, TargetState.FAR_OFF_COURSE)
_PERSPECTIVES = {
    Perspective.STRENGTH: "Stärken",
    Perspective.DEFICIT: "Benachteiligungen und Bedarfe",
    Perspective.CONTEXT: "Rahmen",
}
_LONGEST = 320
_ELSEWHERE = "Werte und weitere Karten stehen im Bericht für die Verwaltung."


def blocks(findings: Sequence[Finding], boundaries: Sequence[Boundary]) -> tuple[Block, ...]:
    """The body of the report, with one picture: the map of status and dynamics of one indicator. All others stand in
    the reports for administration and public."""
    off = [finding for finding in findings if _assessed(finding, _OFF)]
    return (
        Heading(2, "Was sich bewegt hat", "bewegung"),
        *_moved(findings),
        Heading(2, "Worüber zu entscheiden ist", "entscheidung"),
        *_decisions(off),
        *_elsewhere(findings),
        *_map((*off, *findings), boundaries),
        Heading(2, "Alle Indikatoren", "indikatoren"),
        *_lists(findings),
        *backmatter.short_notes(sentences.NOT_UNIFORM),
    )


def _moved(findings: Sequence[Finding]) -> tuple[Block, ...]:
    """The reliable movements, each with its direction in words."""
    moved = [(finding, found) for finding in findings if (found := _lead(finding)) and _moves(found)]
    if not moved:
        return (Paragraph.of("Kein Indikator zeigt eine belastbare Veränderung."), *_others(findings))
    items = tuple((Paragraph((Run(f"{each.definition.name}: ", strong=True), Run(_movement(each, found)))),)
                  for each, found in moved)  # fmt: skip
    return (Bullets(items), *_others(findings))


def _others(findings: Sequence[Finding]) -> Iterator[Paragraph]:
    """How many did not move reliably, and, apart from them, of how many nothing can be said."""
    found = [assessed.trend.movement if (assessed := _lead(each)) else Movement.NOT_ASSESSABLE for each in findings]
    still, unknown = found.count(Movement.NO_RELIABLE_CHANGE), found.count(Movement.NOT_ASSESSABLE)
    if still:
        yield Paragraph.of(f"Bei {still} von {len(found)} Indikatoren ist keine belastbare Veränderung festzustellen.")
    if unknown:
        yield Paragraph.of(
            f"Bei {unknown} von {len(found)} Indikatoren ist die Entwicklung nicht bewertbar, weil vergleichbare Werte "
            "fehlen oder zu wenige vorliegen."
        )


def _movement(finding: Finding, found: Assessment) -> str:
    wished = {True: " (gewünschte Richtung)", False: " (entgegen der gewünschten Richtung)", None: ""}
    return f"{sentences.movement(found.trend)}{wished[found.trend.welcome]}. {sentences.latest(finding)}"


def _decisions(off: Sequence[Finding]) -> tuple[Block, ...]:
    """Where the path to the target is left: state, target, and who is responsible."""
    if not off:
        return (Paragraph.of("Kein Indikator mit Ziel weicht von seinem Weg ab."),)
    opening = Paragraph.of(
        "Diese Indikatoren weichen vom Weg zu ihrem Ziel ab. Zu entscheiden ist jeweils, ob Ziel, Frist oder Vorgehen "
        "geändert werden."
    )
    return (opening, *(_decision(finding) for finding in off))


def _decision(finding: Finding) -> Callout:
    found = _lead(finding)
    assert found is not None  # only assessed findings come here
    (state,) = passages.state(finding)
    parts = [f"{finding.definition.name}: {sentence(state.text)}"]
    parts += [f"Zuständig: {found.target.responsible}."] if found.target and found.target.responsible else []
    parts += [told] if (told := missed.short(finding)) else []
    return Callout(state.symbol, state.word, " ".join(parts), state.tone)


def _elsewhere(findings: Sequence[Finding]) -> Iterator[Block]:
    """Targets of single areas and groups whose year is over and that were missed: each with reason and decision."""
    found = [(finding, each) for finding in findings for each in missed.elsewhere(finding)]
    if found:
        yield Paragraph.of("Verfehlte Ziele einzelner Gebiete oder Gruppen:")
        yield Bullets(tuple((Paragraph((Run(_whose(*one), strong=True), Run(one[1].told))),) for one in found))


def _whose(finding: Finding, one: missed.Missed) -> str:
    return f"{finding.definition.name}, {missed.where(finding, one)}, Ziel {one.target.year}: "


def _map(findings: Sequence[Finding], boundaries: Sequence[Boundary]) -> tuple[Block, ...]:
    """Status and dynamics of the parts, of the first indicator that can be drawn; one off its course comes first."""
    for finding in findings:
        drawn = positions.position_map(finding, boundaries)
        if drawn is not None:
            opening = f"{finding.definition.name}: {positions.WHAT} {_ELSEWHERE}"
            return (Heading(2, positions.TITLE, "teilgebiete"), Paragraph.of(opening), drawn)
    return ()


def _lists(findings: Sequence[Finding]) -> tuple[Block, ...]:
    """Strengths beside deficits beside the frame; one row per indicator."""
    found: list[Block] = []
    for perspective, title in _PERSPECTIVES.items():
        group = [finding for finding in findings if finding.definition.perspective is perspective]
        if group:
            found += [Heading(3, title, f"liste-{perspective.value}"), _table(group, title, perspective.value)]
    return tuple(found)


def _table(findings: Sequence[Finding], title: str, key: str) -> Table:
    rows = tuple(
        Row(
            finding.definition.name,
            (
                overview.latest_cell(finding),
                overview.words(overview.movement_words(finding)),
                overview.words(overview.state_of(finding)),
                overview.words(_summary(finding)),
            ),
        )
        for finding in findings
    )
    heads = ("Indikator", "Letzter Wert", "Entwicklung", "Stand zum Ziel", "Interpretation")
    return Table(f"tabelle-{key}", f"{title}: Stand der Indikatoren", heads, rows, overview.latest_notes(findings))


def _summary(finding: Finding) -> str:
    """The summary that people wrote, else the first paragraph of their text if it is short, else where it is."""
    told = finding.interpretation
    first = next(
        (block for block in markdown.blocks(told.text, level=5, anchor="") if isinstance(block, Paragraph)), None
    )
    opening = "".join(run.text for run in first.runs) if first else ""
    text = told.summary or (opening if 0 < len(opening) <= _LONGEST else "Siehe den Bericht für die Verwaltung.")
    return f"{text} (Interpretation veraltet: Die Daten haben sich geändert.)" if finding.stale else text


def _lead(finding: Finding) -> Assessment | None:
    line = reading.lead(finding)
    return line.assessment if line else None


def _assessed(finding: Finding, states: Sequence[TargetState]) -> bool:
    found = _lead(finding)
    return found is not None and found.state in states


def _moves(found: Assessment) -> bool:
    return found.trend.movement in (Movement.RISING, Movement.FALLING)
