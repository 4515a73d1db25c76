"""The figures of a finding as tables: in time, by parts of the area, and with numerator and denominator."""

from collections.abc import Iterator, Sequence

from mehrklang.catalogue import Break
from mehrklang.report import reading
from mehrklang.report.anchor import anchor
from mehrklang.report.document import Cell, Row, Table
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Figure, Period, Sign, Unit
from mehrklang.vocabulary.german import format_exact, format_figure

_MOST_LINES = 4
_MOST_PERIODS = 5
_RAISED = "¹²³⁴⁵⁶⁷⁸⁹"


def figure_tables(finding: Finding) -> tuple[Table, ...]:
    """All tables with values; each figure of the finding stands in one of them, older ones of parts in the CSV file."""
    return (*_in_time(finding), *_of_parts(finding))


def base_tables(finding: Finding) -> tuple[Table, ...]:
    """Numerator and denominator of the area's own lines, where the kind of indicator has them."""
    lines = [line for line in reading.own_lines(finding) if any(value.numerator for value in line.series.values)]
    return tuple(_base(finding, part, at) for at, part in enumerate(_portions(lines, 2)))


def cell(figure: Figure, unit: Unit) -> Cell:
    """One cell: the figure as printed, and the reason of its sign."""
    text = format_figure(figure, unit)
    explanation = figure.reason.meaning if figure.reason else ""
    if not explanation and text == Sign.NOTHING.value:
        explanation = Sign.NOTHING.meaning
    return Cell(text, explanation)


def sign_notes(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The explanation of the signs that occur, then their reasons, each once."""
    signs = {figure.sign for figure in figures} | {Sign.NOTHING for figure in figures if figure.number == 0}
    meanings = [f"{sign.value} {sign.meaning}" for sign in Sign if sign in signs]
    reasons = dict.fromkeys(figure.reason.meaning for figure in figures if figure.reason and figure.number is None)
    return (*meanings, *reasons)


def _in_time(finding: Finding) -> Iterator[Table]:
    lines = (*reading.own_lines(finding), *finding.comparison)
    parts = list(_portions(lines, _MOST_LINES))
    for at, part in enumerate(parts):
        periods = reading.periods_of(part)
        breaks = reading.visible_breaks(part, finding)
        rows = tuple(
            Row(
                _marked(period, periods, breaks),
                tuple(cell(reading.figure_at(line, period), reading.unit_of(finding)) for line in part),
            )
            for period in reversed(periods)
        )
        yield Table(
            anchor=f"{anchor(finding.definition.code)}-tabelle-{at + 1}",
            caption=_caption(finding, at, len(parts)),
            heads=("Zeitpunkt", *(reading.name_of(line, finding) for line in part)),
            rows=rows,
            notes=(*_break_notes(breaks), *sign_notes(_figures(part))),
        )


def _of_parts(finding: Finding) -> Iterator[Table]:
    lines = reading.part_lines(finding)
    if not lines:
        return
    groups = tuple(dict.fromkeys(line.group for line in lines))
    yield _by_period(finding, lines) if len(groups) == 1 else _by_group(finding, lines, groups)


def _by_period(finding: Finding, lines: Sequence[GroupSeries]) -> Table:
    """Areas down, the latest periods across."""
    periods = reading.periods_of(lines)
    shown, unit = periods[-_MOST_PERIODS:], reading.unit_of(finding)
    breaks = reading.visible_breaks(lines, finding)
    rows = tuple(
        Row(line.area.name, tuple(cell(reading.figure_at(line, period), unit) for period in shown)) for line in lines
    )
    figures = [reading.figure_at(line, period) for line in lines for period in shown]
    left_out = (f"Gezeigt sind die letzten {len(shown)} Zeitpunkte.",) if len(periods) > len(shown) else ()
    return Table(
        anchor=f"{anchor(finding.definition.code)}-teilgebiete",
        caption=f"{finding.definition.name} nach Teilgebieten, {unit.description}, {lines[0].label}",
        heads=("Gebiet", *(_marked(period, periods, breaks) for period in shown)),
        rows=rows,
        notes=(*left_out, *_break_notes(breaks), *sign_notes(figures)),
    )


def _by_group(finding: Finding, lines: Sequence[GroupSeries], groups: Sequence[str]) -> Table:
    """Areas down, groups across, in the latest period."""
    period, unit = reading.latest_common_period(lines), reading.unit_of(finding)
    found = {(line.area, line.group): line for line in lines}
    labels = {line.group: line.label for line in lines}
    blank = Cell("", "Für diese Gruppe gibt es in diesem Gebiet keine Reihe.")
    rows = tuple(
        Row(
            area.name,
            tuple(
                cell(reading.figure_at(found[area, group], period), unit)
                if period and (area, group) in found
                else blank
                for group in groups
            ),
        )
        for area in dict.fromkeys(line.area for line in lines)
    )
    figures = [reading.figure_at(line, period) for line in lines if period]
    return Table(
        anchor=f"{anchor(finding.definition.code)}-teilgebiete",
        caption=f"{finding.definition.name} nach Teilgebieten, {unit.description}, {period.label if period else ''}",
        heads=("Gebiet", *(labels[group] for group in groups)),
        rows=rows,
        notes=sign_notes(figures),
    )


def _base(finding: Finding, lines: Sequence[GroupSeries], at: int) -> Table:
    periods = reading.periods_of(lines)
    heads = [f"{line.label}: {part}" for line in lines for part in ("Zähler", "Nenner")]
    rows = tuple(
        Row(period.label, tuple(part for line in lines for part in _parts(line, period)))
        for period in reversed(periods)
    )
    figures = [
        part for line in lines for value in line.series.values for part in (value.numerator, value.denominator) if part
    ]
    return Table(
        anchor=f"{anchor(finding.definition.code)}-basis-{at + 1}",
        caption=f"{finding.definition.name}: Zähler und Nenner",
        heads=("Zeitpunkt", *heads),
        rows=rows,
        notes=sign_notes(figures),
        folded=True,
    )


def _parts(line: GroupSeries, period: Period) -> tuple[Cell, Cell]:
    value = reading.value_at(line, period)
    numerator, denominator = (value.numerator, value.denominator) if value else (None, None)
    return _count(numerator), _count(denominator)


def _count(figure: Figure | None) -> Cell:
    """A count as exactly as it was added up; "x" where the computation has no such part."""
    if figure is None:
        return Cell(Sign.BLOCKED.value, "Der Wert hat diesen Bestandteil nicht oder weist ihn nicht aus.")
    if figure.number is None or figure.number == 0:
        return cell(figure, Unit.COUNT)
    text = format_exact(figure.number)
    return Cell(f"({text})" if figure.sign is Sign.LIMITED else text, figure.reason.meaning if figure.reason else "")


def _caption(finding: Finding, at: int, of: int) -> str:
    group = reading.common_group(finding)
    parts = [finding.definition.name, reading.unit_of(finding).description, *([group] if group else [])]
    return ", ".join(parts) + (f" (Teil {at + 1} von {of})" if of > 1 else "")


def _marked(period: Period, periods: Sequence[Period], breaks: Sequence[Break]) -> str:
    """The period's label; the first one after a break carries the raised number of the note."""
    before = [other for other in periods if other < period]
    numbers = [
        _RAISED[min(at, 8)]
        for at, item in enumerate(breaks)
        if before and before[-1].year < item.first_year <= period.year
    ]
    return f"{period.label}\u00a0{''.join(numbers)}" if numbers else period.label


def _break_notes(breaks: Sequence[Break]) -> tuple[str, ...]:
    return tuple(
        f"{_RAISED[min(at, 8)]} Bruch ab {item.first_year}: {item.text} ({item.source}). "
        "Werte davor und danach sind nicht vergleichbar."
        for at, item in enumerate(breaks)
    )


def _figures(lines: Sequence[GroupSeries]) -> list[Figure]:
    return [value.figure for line in lines for value in line.series.values]


def _portions(lines: Sequence[GroupSeries], size: int) -> Iterator[Sequence[GroupSeries]]:
    return (lines[at : at + size] for at in range(0, len(lines), size))
