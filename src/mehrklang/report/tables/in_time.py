"""The area's own figures and its comparisons in time, on request with numerator and denominator beside each value."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mehrklang.indicators import IndicatorValue
from mehrklang.report import reading, versions
from mehrklang.report.anchor import anchor
from mehrklang.report.document import Cell, Row, Table
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.report.tables.cells import base_cell, break_notes, cell, marked, sign_notes
from mehrklang.vocabulary import Figure, Period

_MOST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of one line: its values, and where it has them its numerators and denominators."""

    line: GroupSeries
    heads: tuple[str, ...]


def in_time(finding: Finding, *, base: bool) -> Iterator[Table]:
    """One table, or several where there are too many columns for a page."""
    lines = (*reading.own_lines(finding), *finding.comparison)
    parts = list(_pages([_columns(line, finding, base=base) for line in lines]))
    for at, part in enumerate(parts):
        count = f" (Teil {at + 1} von {len(parts)})" if len(parts) > 1 else ""
        yield _table(finding, part, f"{anchor(finding.definition.code)}-tabelle-{at + 1}", count)


def _columns(line: GroupSeries, finding: Finding, *, base: bool) -> _Columns:
    name = reading.name_of(line, finding)
    has_base = base and line not in finding.comparison and any(value.numerator for value in line.series.values)
    if not has_base:
        return _Columns(line, (name,))
    alone = len(reading.own_lines(finding)) == 1
    parts = ("Zähler", "Nenner") if alone else (f"Zähler: {name}", f"Nenner: {name}")
    return _Columns(line, (name, *parts))


def _pages(columns: Sequence[_Columns]) -> Iterator[list[_Columns]]:
    """As many columns as fit beside each other; those of one line stay together."""
    page: list[_Columns] = []
    for each in columns:
        if page and sum(len(other.heads) for other in page) + len(each.heads) > _MOST_COLUMNS:
            yield page
            page = []
        page.append(each)
    if page:
        yield page


def _table(finding: Finding, columns: Sequence[_Columns], name: str, count: str) -> Table:
    lines = [each.line for each in columns]
    periods, breaks = reading.periods_of(lines), reading.visible_breaks(lines, finding)
    rows = tuple(
        Row(
            marked(period, periods, breaks),
            tuple(found for each in columns for found in _cells(each, finding, period)),
        )
        for period in reversed(periods)
    )
    return Table(
        anchor=name,
        caption=f"{_caption(finding)}{count}",
        heads=("Zeitpunkt", *(head for each in columns for head in each.heads)),
        rows=rows,
        notes=(*break_notes(breaks), *sign_notes(_figures(columns)), *versions.notes(_named(finding, lines))),
    )


def _named(finding: Finding, lines: Sequence[GroupSeries]) -> list[tuple[str, IndicatorValue]]:
    return [(reading.name_of(line, finding), value) for line in lines for value in line.series.values]


def _cells(columns: _Columns, finding: Finding, period: Period) -> tuple[Cell, ...]:
    found = reading.value_at(columns.line, period)
    figure = reading.figure_at(columns.line, period)
    value = cell(figure, reading.unit_of(finding), reading.decimals_of(finding), of=found)
    if len(columns.heads) == 1:
        return (value,)
    parts = (found.numerator, found.denominator) if found else (None, None)
    return (value, *(base_cell(part) for part in parts))


def _figures(columns: Sequence[_Columns]) -> list[Figure]:
    values = [value for each in columns for value in each.line.series.values]
    parts = [part for value in values for part in (value.numerator, value.denominator) if part]
    return [*(value.figure for value in values), *(parts if any(len(each.heads) > 1 for each in columns) else [])]


def _caption(finding: Finding) -> str:
    group = reading.common_group((*reading.own_lines(finding), *finding.comparison))
    parts = [finding.definition.name, reading.unit_of(finding).description, group]
    return ", ".join(part for part in parts if part)
