"""Overviews of several findings: a row per indicator, and which indicator stands for which goal."""

from collections.abc import Sequence

from mehrklang.report import reading, sentences, versions
from mehrklang.report.document import Cell, Row, Table
from mehrklang.report.finding import Finding
from mehrklang.report.standing import standing
from mehrklang.report.tables import sign_notes


def overview(findings: Sequence[Finding], *, anchor: str, caption: str) -> Table:
    """Latest value, movement in words and state of every indicator."""
    return Table(
        anchor=anchor,
        caption=caption,
        heads=("Indikator", "Gruppe", "Letzter Wert", "Entwicklung", "Stand zum Ziel"),
        rows=tuple(_row(finding) for finding in findings),
        notes=latest_notes(findings),
    )


def latest_cell(finding: Finding) -> Cell:
    """The newest figure of the leading line with its unit and its period."""
    value = sentences.short_latest(finding)
    if value is None:
        return Cell("ohne Wert", "Es liegen keine Werte vor.")
    reason = value.figure.reason.meaning if value.figure.reason else ""
    said = "; ".join(filter(None, (reason, versions.meaning(value))))
    return Cell(f"{versions.told(value)} ({value.period.label})", said)


def latest_notes(findings: Sequence[Finding]) -> tuple[str, ...]:
    """The explanation of signs and letters in the cells of `latest_cell`."""
    values = [value for value in map(sentences.short_latest, findings) if value]
    return (*sign_notes([value.figure for value in values]), *versions.legend(values))


def words(text: str) -> Cell:
    """A cell with text."""
    return Cell(text, numeric=False)


def movement_words(finding: Finding) -> str:
    """The movement of the leading line."""
    line = reading.lead(finding)
    return sentences.movement(line.assessment.trend) if line and line.assessment else "nicht bewertet"


def state_of(finding: Finding) -> str:
    """Where the leading line stands, with symbol and word."""
    found = standing(finding)
    return found.short if found else "nicht bewertet"


def goals(findings: Sequence[Finding], *, anchor: str) -> Table | None:
    """Which indicators stand for which goal; None where no goal is named."""
    titles = dict.fromkeys(goal for finding in findings for goal in finding.goals)
    if not titles:
        return None
    rows = [Row(title, (words(_names(findings, title)),)) for title in titles]
    without = "; ".join(finding.definition.name for finding in findings if not finding.goals)
    rows += [Row("ohne Ziel", (words(without),))] if without else []
    return Table(anchor, "Ziele und ihre Indikatoren", ("Ziel", "Indikatoren"), tuple(rows))


def _row(finding: Finding) -> Row:
    line = reading.lead(finding)
    return Row(
        finding.definition.name,
        (
            words(line.label if line else ""),
            latest_cell(finding),
            words(movement_words(finding)),
            words(state_of(finding)),
        ),
    )


def _names(findings: Sequence[Finding], goal: str) -> str:
    return "; ".join(finding.definition.name for finding in findings if goal in finding.goals)
