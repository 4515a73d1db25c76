"""What each column of a classic table counts: measure, categories, unit, and the period if it stands in the head."""

import re
from dataclasses import dataclass

from mehrklang.sources.faults import Faults
from mehrklang.sources.genesis.frame import Frame
from mehrklang.sources.labels import clean
from mehrklang.sources.periods import read_period
from mehrklang.sources.table import Row
from mehrklang.sources.units import read_unit
from mehrklang.vocabulary import Breakdown, Period, Unit

_TITLE_UNIT = re.compile(r"\(([^()]+)\)\s*$")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of values. `period` is None where the rows name it; `unit` None where it is not understood."""

    at: int
    name: str
    measure: str
    breakdown: Breakdown
    unit: Unit | None
    period: Period | None


def read_head(frame: Frame, faults: Faults) -> tuple[Column, ...]:
    """The value columns, from left to right.

    A row of units below, or a unit in brackets at the end of a title line; a row of periods where the rows have none.
    With a row of units the first row names the measure ("13211-02-05-4 Arbeitslose"); with a unit in the title the
    table has one measure (its number). All other rows are categories: the form does not name their features, so they
    are called by their place ("Kopfzeile 2").
    """
    width = frame.width
    rows = [_Cells(row, number, frame.stub, width) for number, row in enumerate(frame.head, start=1)]
    units = next((row for row in reversed(rows) if row.are_units), None)
    periods = next((row for row in rows if row.are_periods), None) if frame.code_at == 0 else None
    labels = [row for row in rows if row not in (units, periods) and not _names_time(row, periods)]
    contents = labels.pop(0) if units is not None and labels else None
    title_unit = None if units is not None else _unit_of_title(frame, faults)
    return tuple(
        Column(
            at=at,
            name=", ".join(dict.fromkeys(clean(row.cells[at]) for row in rows if row.cells[at].strip())),
            measure=f"{frame.table} {clean(contents.cells[at])}".strip() if contents is not None else frame.table,
            breakdown=Breakdown.of(
                (f"Kopfzeile {row.number}", clean(row.cells[at])) for row in labels if row.cells[at].strip()
            ),
            unit=title_unit if units is None else _unit(units.cells[at], units.line, faults),
            period=None if periods is None else read_period(periods.cells[at]),
        )
        for at in range(frame.stub, width)
    )


class _Cells:
    """One head row, filled up to the width of the table."""

    __slots__ = ("_values", "cells", "line", "number")

    def __init__(self, row: Row, number: int, stub: int, width: int) -> None:
        self.cells = (*row.cells, *[""] * (width - len(row.cells)))
        self.line = row.line
        self.number = number
        self._values = [cell for cell in self.cells[stub:width] if cell.strip()]

    @property
    def are_units(self) -> bool:
        """Whether most of the labels are units."""
        return 2 * sum(read_unit(label) is not None for label in self._values) > len(self._values)

    @property
    def are_periods(self) -> bool:
        """Whether all labels are periods."""
        return bool(self._values) and all(read_period(label) is not None for label in self._values)

    @property
    def uniform(self) -> bool:
        """Whether all columns have the same label."""
        return len(set(self._values)) == 1


def _names_time(row: _Cells, periods: _Cells | None) -> bool:
    """Whether this is the row above the periods that says what they are (Stichtag, Jahr)."""
    return periods is not None and row.number == periods.number - 1 and row.uniform


def _unit_of_title(frame: Frame, faults: Faults) -> Unit | None:
    for line in reversed(frame.title):
        bracketed = _TITLE_UNIT.search(line)
        unit = read_unit(bracketed[1]) if bracketed else None
        if unit is not None:
            return unit
    faults.add("L-EINHEIT-04")
    return None


def _unit(label: str, line: int, faults: Faults) -> Unit | None:
    unit = read_unit(label)
    if unit is None:
        faults.add("L-EINHEIT-01", line=line, raw=label)
    return unit
