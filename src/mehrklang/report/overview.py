"""Overviews of several findings: a row per indicator, and which indicator stands for which goal."""

from collections.abc import Sequence

from mehrklang.report import reading, sentences
from mehrklang.report.document import Cell, Row, Table
from mehrklang.report.finding import Finding
from mehrklang.report.standing import standing
from mehrklang.report.tables import sign_notes
from mehrklang.vocabulary.german import format_with_unit


def overview(findings: Sequence[Finding], *, anchor: str, caption: str) -> Table:
    """Latest value, movement in words and state of every indicator."""
    figures = [figure for figure, _ in map(sentences.short_latest, findings) if figure]
    return Table(
        anchor=anchor,
        caption=caption,
        heads=("Indikator", "Gruppe", "Letzter Wert", "Entwicklung", "Stand zum Ziel"),
        rows=tuple(_row(finding) for finding in findings),
        notes=sign_notes(figures),
    )


def latest_cell(finding: Finding) -> Cell:
    """The newest figure of the leading line with its unit and its period."""
    figure, period = sentences.short_latest(finding)
    if figure is None:
        return Cell("ohne Wert", "Es liegen keine Werte vor.")
    text = f"{format_with_unit(figure, reading.unit_of(finding), reading.decimals_of(finding))} ({period})"
    return Cell(text, figure.reason.meaning if figure.reason else "")


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
