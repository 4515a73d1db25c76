"""The newest figure of every line with its interval: how far it may be off, by which method, on how small a base."""

from collections.abc import Iterator, Sequence

from mehrklang.indicators import IndicatorValue
from mehrklang.report import reading, spread, versions
from mehrklang.report.anchor import anchor
from mehrklang.report.document import Cell, Row, Table
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.report.tables.cells import RAISED, cell, sign_notes

Pair = tuple[GroupSeries, IndicatorValue]


def newest(finding: Finding) -> Iterator[Table]:
    """One table of the area's own lines and its comparisons; none where no line has an interval."""
    lines = (*reading.own_lines(finding), *finding.comparison)
    pairs = [(line, value) for line in lines if (value := reading.newest(line))]
    if not any(value.interval for _, value in pairs):
        return
    remarks = _remarks(pairs)
    yield Table(
        anchor=f"{anchor(finding.definition.code)}-neueste",
        caption=f"{finding.definition.name}: neueste Werte mit Spannweite, {reading.unit_of(finding).description}",
        heads=("Gruppe oder Gebiet", "Zeitpunkt", "Wert", "Spannweite"),
        rows=tuple(_row(finding, pair, remarks) for pair in pairs),
        notes=(
            *_methods(pairs),
            *_numbered(remarks),
            *sign_notes([value.figure for _, value in pairs]),
            *versions.notes([(reading.name_of(line, finding), value) for line, value in pairs]),
        ),
    )


def _row(finding: Finding, pair: Pair, remarks: Sequence[str]) -> Row:
    line, value = pair
    text = spread.span(value.interval, value.unit) if value.interval else "nicht bekannt"
    mark = f"\u00a0{_mark(remarks, value.interval_note)}" if value.interval_note else ""
    return Row(
        reading.name_of(line, finding),
        (
            Cell(value.period.label, numeric=False),
            cell(value.figure, value.unit, value.decimals, of=value),
            Cell(f"{text}{mark}", value.interval_note, numeric=False),
        ),
    )


def _remarks(pairs: Sequence[Pair]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value.interval_note for _, value in pairs if value.interval_note))


def _numbered(remarks: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{_mark(remarks, remark)} {remark}" for remark in remarks)


def _mark(remarks: Sequence[str], remark: str) -> str:
    return RAISED[min(remarks.index(remark), len(RAISED) - 1)]


def _methods(pairs: Sequence[Pair]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{value.interval.description}." for _, value in pairs if value.interval))
