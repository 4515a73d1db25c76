"""Stabilised values beside the raw ones: the parts of an area in the latest period, with the weight of each own value.

A cell that is withheld, or that has no value, has no stabilised one either: it shows its sign twice.
"""

from collections.abc import Iterator, Sequence

from mehrklang.assessment.small_areas import STABILISED_LABEL, WHY_STABILISED
from mehrklang.report import reading, spread, versions
from mehrklang.report.anchor import anchor
from mehrklang.report.document import Cell, Row, Table
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.report.tables.cells import cell, sign_notes
from mehrklang.vocabulary import Period, Sign
from mehrklang.vocabulary.german import format_number

OWN_WEIGHT = "Gewicht des eigenen Werts"
_NO_BASE = Cell(Sign.BLOCKED.value, "Für diesen Wert lässt sich kein stabilisierter schätzen: Die Basis fehlt.")


def beside(finding: Finding) -> Iterator[Table]:
    """A table for each level and group of parts that has stabilised values."""
    at = 0
    for lines in reading.levels(reading.part_lines(finding)):
        for group in dict.fromkeys(line.group for line in lines):
            shown = [line for line in lines if line.group == group]
            period = _period(shown)
            if period is not None:
                at += 1
                yield _table(finding, shown, period, f"{anchor(finding.definition.code)}-stabilisiert-{at}")


def _period(lines: Sequence[GroupSeries]) -> Period | None:
    """The latest one with stabilised values."""
    return max((each.period for line in lines for each in line.stabilised), default=None)


def _table(finding: Finding, lines: Sequence[GroupSeries], period: Period, name: str) -> Table:
    lines = reading.existing(lines, [period])
    methods = dict.fromkeys(each.method.label for line in lines for each in line.stabilised)
    heads = ("Gebiet", "Wert", STABILISED_LABEL, OWN_WEIGHT)
    with_interval = any(each.interval for line in lines for each in line.stabilised)
    return Table(
        anchor=name,
        caption=f"{finding.definition.name} – {lines[0].area.level.plural}: Wert und stabilisierter Wert, "
        f"{reading.unit_of(finding).description}, {lines[0].label}, {period.label}",
        heads=(*heads, "Vertrauensbereich des Modells") if with_interval else heads,
        rows=tuple(_row(finding, line, period, with_interval=with_interval) for line in lines),
        notes=(
            WHY_STABILISED,
            f"Verfahren: {', '.join(methods)}.",
            *sign_notes([reading.figure_at(line, period) for line in lines]),
            *versions.legend(value for line in lines if (value := reading.value_at(line, period))),
        ),
    )


def _row(finding: Finding, line: GroupSeries, period: Period, *, with_interval: bool) -> Row:
    unit, decimals = reading.unit_of(finding), reading.decimals_of(finding)
    raw = cell(reading.figure_at(line, period), unit, decimals, of=reading.value_at(line, period))
    found = reading.estimate_at(line, period)
    if found is None:
        absent = _NO_BASE if reading.figure_at(line, period).known else raw
        return Row(line.area.name, (raw, *[absent] * (3 if with_interval else 2)))
    told = (raw, cell(found.figure, unit, decimals), Cell(f"{format_number(100 * found.own, 0)}\u00a0%"))
    if not with_interval:
        return Row(line.area.name, told)
    limits = spread.span(found.interval, unit) if found.interval else Sign.BLOCKED.value
    return Row(line.area.name, (*told, Cell(limits, numeric=False)))
