"""Status and dynamics of the parts of an area in a report: map, table in the order of the register, and the rule."""

from collections.abc import Sequence

from mehrklang.assessment.small_areas import POSITION_RULE
from mehrklang.report import reading
from mehrklang.report.anchor import anchor
from mehrklang.report.charts.position_map import position_picture
from mehrklang.report.document import Block, Cell, Figure, Heading, Paragraph, Row, Table
from mehrklang.report.finding import Finding
from mehrklang.report.placed import YEARS, Placed, placed
from mehrklang.report.tables.cells import base_cell, cell, sign_notes
from mehrklang.vocabulary import Boundary

TITLE = "Status und Dynamik der Teilgebiete"
WHAT = "Wo sich Lebensumstände von der Stadt unterscheiden und wie sie sich entwickeln; keine Rangfolge."
BASE = "Als Bevölkerung gilt hier die Bezugsgröße des Indikators."


def positions(finding: Finding, boundaries: Sequence[Boundary], *, level: int) -> tuple[Block, ...]:
    """Heading, map where there are boundaries, table; nothing where no part can be classified."""
    found = placed(finding)
    if not any(each.position.status for each in found):
        return ()
    name = anchor(finding.definition.code)
    table = position_table(finding, found)
    picture = position_picture(finding, found, boundaries)
    drawn = (
        (Figure(picture.name, picture.caption, picture.wide, picture.narrow, picture.alternative, table.anchor),)
        if picture
        else ()
    )
    return (Heading(level, TITLE, f"{name}-status-dynamik"), Paragraph.of(WHAT), *drawn, table)


def position_map(finding: Finding, boundaries: Sequence[Boundary]) -> Figure | None:
    """The map alone, where the table stands in another report; None where nothing can be drawn."""
    picture = position_picture(finding, placed(finding), boundaries)
    return (
        Figure(picture.name, picture.caption, picture.wide, picture.narrow, picture.alternative, "")
        if picture
        else None
    )


def position_table(finding: Finding, found: Sequence[Placed]) -> Table:
    """A row for each part, in the order of the register: value, base, status, dynamics in words."""
    period = found[0].value.period.label
    return Table(
        anchor=f"{anchor(finding.definition.code)}-einordnung-tabelle",
        caption=f"{TITLE}: {finding.definition.name}, {period}, verglichen mit: {finding.area.name}",
        heads=("Gebiet", "Wert", "Bezugsgröße", "Status", f"Dynamik über {YEARS} Jahre"),
        rows=tuple(_row(finding, each) for each in found),
        notes=(POSITION_RULE, BASE, *sign_notes([each.value.figure for each in found])),
    )


def _row(finding: Finding, each: Placed) -> Row:
    position, value = each.position, each.value
    absent = position.reason.rstrip(".") or "nicht eingeordnet"
    status = position.status.label if position.status else absent
    dynamics = position.dynamics.label if position.dynamics else "nicht eingeordnet"
    return Row(
        each.line.area.name,
        (
            cell(value.figure, value.unit, reading.decimals_of(finding)),
            base_cell(value.denominator),
            Cell(status, numeric=False),
            Cell(dynamics, numeric=False),
        ),
    )
