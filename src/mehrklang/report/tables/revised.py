"""Revisions: what became of the provisional and estimated values of a finding, and what that says about such values."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.assessment.revisions import Reliability, Revision, reliability, revisions
from mehrklang.report import reading
from mehrklang.report.anchor import anchor
from mehrklang.report.document import Cell, Row, Table
from mehrklang.report.finding import Finding
from mehrklang.report.tables.cells import cell, sign_notes
from mehrklang.vocabulary import Figure, Unit
from mehrklang.vocabulary.german import NO_BREAK, format_number, format_with_unit

MOST = 40
HEADS = ("Wert", "vorher", "jetzt", "Abweichung")


@dataclass(frozen=True, slots=True)
class RevisedValue:
    """One value in two versions, in words."""

    name: str
    before: str
    now: str
    size: str


def revised_values(finding: Finding) -> tuple[RevisedValue, ...]:
    """Every value of which another version counted before, newest first."""
    return tuple(
        RevisedValue(name, _version(each, now=False), _version(each, now=True), size(each))
        for name, each in _found(finding)
    )


def reliability_of(finding: Finding) -> str:
    """What the revisions say about provisional values, in one or two sentences; "" where there are too few."""
    found = reliability(each for _, each in _found(finding))
    return _sentence(found) if found else ""


def revised(finding: Finding) -> Iterator[Table]:
    """The table; none where nothing was revised. At most the newest rows: all of them stand in the CSV file."""
    found = _found(finding)
    if not found:
        return
    left_out = (f"Gezeigt sind die {MOST} jüngsten; alle stehen in der CSV-Datei.",) if len(found) > MOST else ()
    figures = [figure for _, each in found[:MOST] for figure in (each.now.figure, _before(each))]
    yield Table(
        anchor=f"{anchor(finding.definition.code)}-revisionen",
        caption=f"{finding.definition.name}: vorläufige, endgültige und berichtigte Werte",
        heads=HEADS,
        rows=tuple(_row(name, each) for name, each in found[:MOST]),
        notes=(*left_out, *filter(None, (reliability_of(finding),)), *sign_notes(figures)),
    )


def size(each: Revision) -> str:
    """The difference with its sign and unit: what of it can be computed.

    >>> _quantity(Decimal("0.125"), Unit.PERCENTAGE_POINTS, signed=True)
    '+0,13\\xa0Prozentpunkte'
    """
    return "x" if each.size is None else _quantity(each.size, each.now.unit.of_change, signed=True)


def _found(finding: Finding) -> list[tuple[str, Revision]]:
    lines = (*finding.lines, *finding.comparison)
    found = [
        (f"{each.now.period.label}, {reading.name_of(line, finding, lines)}", each)
        for line in lines
        for each in revisions([line.series])
    ]
    return sorted(found, key=lambda pair: pair[1].now.period, reverse=True)


def _before(each: Revision) -> Figure:
    assert each.now.before is not None  # a revision has a version before
    return each.now.before.figure


def _version(each: Revision, *, now: bool) -> str:
    figure = each.now.figure if now else _before(each)
    state = each.now.finality if now else each.state_before
    return f"{format_with_unit(figure, each.now.unit, each.now.decimals)} ({state.label})"


def _row(name: str, each: Revision) -> Row:
    unit, decimals = each.now.unit, each.now.decimals
    former, current = cell(_before(each), unit, decimals), cell(each.now.figure, unit, decimals)
    return Row(
        name,
        (
            Cell(f"{former.text} ({each.state_before.label})", former.explanation, numeric=False),
            Cell(f"{current.text} ({each.now.finality.label})", current.explanation, numeric=False),
            Cell(size(each), "" if each.size is not None else "Nicht berechenbar: Ein Wert ist nicht genannt."),
        ),
    )


def _sentence(found: Reliability) -> str:
    half, most = _quantity(found.median, found.unit), _quantity(found.greatest, found.unit)
    told = (
        f"Von {found.closed} zunächst vorläufigen oder geschätzten Werten wich die Hälfte um höchstens {half} vom "
        f"späteren Ergebnis ab (Median), am stärksten einer um {most}."
    )
    if not found.mean:
        return told
    side = "höher" if found.mean > 0 else "niedriger"
    return f"{told} Die späteren Ergebnisse lagen im Mittel um {_quantity(abs(found.mean), found.unit)} {side}."


def _quantity(number: Decimal, unit: Unit, *, signed: bool = False) -> str:
    """One decimal more than the unit: revisions are small."""
    sign = "+" if signed and number > 0 else ""
    text = f"{sign}{format_number(number, unit.decimals + 1)}"
    return f"{text}{NO_BREAK}{unit.label}" if unit.label else text
