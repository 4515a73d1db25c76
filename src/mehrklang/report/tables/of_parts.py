"""The parts of an area: by period where there is one group, else by group in the latest period."""

from collections.abc import Iterator, Sequence

from mehrklang.report import reading, versions
from mehrklang.report.anchor import anchor
from mehrklang.report.document import Cell, Row, Table
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.report.tables.cells import break_notes, cell, marked, sign_notes
from mehrklang.vocabulary import Figure, Period, Reason, Unit

_MOST_PERIODS = 5


def of_parts(finding: Finding) -> Iterator[Table]:
    """A table for each level of parts that the finding has; older figures stand in the CSV file."""
    for at, lines in enumerate(reading.levels(reading.part_lines(finding))):
        groups = tuple(dict.fromkeys(line.group for line in lines))
        name = f"{anchor(finding.definition.code)}-teilgebiete-{at + 1}"
        yield _by_period(finding, lines, name) if len(groups) == 1 else _by_group(finding, lines, name)


def _by_period(finding: Finding, lines: Sequence[GroupSeries], name: str) -> Table:
    """Areas down, the latest periods across."""
    periods = reading.periods_of(lines)
    shown, unit, decimals = periods[-_MOST_PERIODS:], reading.unit_of(finding), reading.decimals_of(finding)
    lines = reading.existing(lines, shown)
    breaks = reading.visible_breaks(lines, finding)
    rows = tuple(Row(line.area.name, tuple(_cell(line, period, unit, decimals) for period in shown)) for line in lines)
    figures = [reading.figure_at(line, period) for line in lines for period in shown]
    left_out = (f"Gezeigt sind die letzten {len(shown)} Zeitpunkte.",) if len(periods) > len(shown) else ()
    return Table(
        anchor=name,
        caption=f"{finding.definition.name} – {lines[0].area.level.plural}, {unit.description}, {lines[0].label}",
        heads=("Gebiet", *(marked(period, periods, breaks) for period in shown)),
        rows=rows,
        notes=(*left_out, *break_notes(breaks), *sign_notes(figures), *_versions(lines, shown)),
    )


def _cell(line: GroupSeries, period: Period, unit: Unit, decimals: int | None) -> Cell:
    return cell(reading.figure_at(line, period), unit, decimals, of=reading.value_at(line, period))


def _versions(lines: Sequence[GroupSeries], shown: Sequence[Period]) -> tuple[str, ...]:
    named = [(line.area.name, value) for line in lines for period in shown if (value := reading.value_at(line, period))]
    return versions.notes(named)


def _by_group(finding: Finding, lines: Sequence[GroupSeries], name: str) -> Table:
    """Areas down, groups across, in the latest period."""
    period, unit = reading.latest_common_period(lines), reading.unit_of(finding)
    when, decimals = period.label if period else "", reading.decimals_of(finding)
    lines = reading.existing(lines, [period]) if period else lines
    found = {(line.area, line.group): line for line in lines}
    groups, labels = tuple(dict.fromkeys(line.group for line in lines)), {line.group: line.label for line in lines}
    blank = cell(Figure.withheld(Reason.NOT_DELIVERED), unit)
    rows = tuple(
        Row(
            area.name,
            tuple(
                _cell(found[area, group], period, unit, decimals) if period and (area, group) in found else blank
                for group in groups
            ),
        )
        for area in dict.fromkeys(line.area for line in lines)
    )
    figures = [reading.figure_at(line, period) for line in lines if period]
    return Table(
        anchor=name,
        caption=f"{finding.definition.name} – {lines[0].area.level.plural}, {unit.description}, {when}",
        heads=("Gebiet", *(labels[group] for group in groups)),
        rows=rows,
        notes=(*sign_notes(figures), *_versions(lines, [period] if period else [])),
    )
