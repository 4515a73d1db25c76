"""The figures of a finding as tables in which every figure leads to where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from mehrklang.assessment.small_areas import STABILISED_LABEL
from mehrklang.indicators import IndicatorValue
from mehrklang.report import Finding, GroupSeries, reading, versions
from mehrklang.report.tables import sign_notes
from mehrklang.vocabulary import Period, Unit
from mehrklang.vocabulary.german import format_figure

MOST_PERIODS_OF_PARTS = 4
_MARK = f"◇ = {STABILISED_LABEL}"


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A figure as printed, what its sign means, the query of the page that shows its origin ("": none), and the
    stabilised value beside it ("": none)."""

    text: str
    explanation: str
    query: str
    stabilised: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row; `head` is a period or an area."""

    head: str
    cells: tuple[FigureCell, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table with its column heads and the meanings of the signs in it."""

    caption: str
    first: str
    heads: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    notes: tuple[str, ...]


def in_time(finding: Finding) -> FigureTable:
    """Periods down, newest first; groups of the area and the comparison across."""
    lines, unit = (*reading.own_lines(finding), *finding.comparison), reading.unit_of(finding)
    rows = tuple(
        FigureRow(period.label, tuple(_cell(line, period, unit) for line in lines))
        for period in reversed(reading.periods_of(lines))
    )
    heads = tuple(reading.name_of(line, finding) for line in lines)
    return FigureTable(f"{finding.area.name}, {unit.description}", "Zeitraum", heads, rows, _notes(lines))


def by_part(finding: Finding) -> FigureTable | None:
    """Parts of the area down, the latest periods across; None where there are no parts."""
    lines, unit = reading.part_lines(finding), reading.unit_of(finding)
    periods = reading.periods_of(lines)[-MOST_PERIODS_OF_PARTS:]
    if not lines or not periods:
        return None
    lines = reading.existing(lines, periods)
    rows = tuple(FigureRow(line.area.name, tuple(_cell(line, period, unit) for period in periods)) for line in lines)
    caption = f"Teilgebiete, {lines[0].label}, {unit.description}"
    stabilised = any(cell.stabilised for row in rows for cell in row.cells)
    notes = (*((_MARK,) if stabilised else ()), *_notes(lines))
    return FigureTable(caption, "Gebiet", tuple(period.label for period in periods), rows, notes)


def _cell(line: GroupSeries, period: Period, unit: Unit) -> FigureCell:
    value = reading.value_at(line, period)
    if value is None:
        absent = reading.figure_at(line, period)
        return FigureCell(format_figure(absent, unit), absent.reason.meaning if absent.reason else "", "")
    reason = value.figure.reason.meaning if value.figure.reason else ""
    found = reading.estimate_at(line, period)
    beside = format_figure(found.figure, value.unit, value.decimals) if found else ""
    said = "; ".join(filter(None, (reason, versions.meaning(value))))
    return FigureCell(versions.printed(value), said, query_of(value), beside)


def query_of(value: IndicatorValue) -> str:
    """The part of an address that names one value."""
    return urlencode({"gebiet": value.area, "gruppe": value.group, "zeitraum": value.period.key})


def _notes(lines: Iterable[GroupSeries]) -> tuple[str, ...]:
    values = [value for line in lines for value in line.series.values]
    return (*sign_notes([value.figure for value in values]), *versions.legend(values))
