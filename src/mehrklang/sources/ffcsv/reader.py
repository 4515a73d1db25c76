"""Reads flat files of both forms into observations."""

from collections.abc import Iterator
from dataclasses import dataclass

from mehrklang.sources.additive import check_additive
from mehrklang.sources.dashes import read_dashes
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.ffcsv.columns import (
    MEASURE,
    OLD_STATISTIC,
    OLD_TIME,
    QUALITY,
    STATISTIC,
    TIME,
    UNIT,
    VALUE,
    measures,
    variables,
)
from mehrklang.sources.ffcsv.quality import NONE, Quality, read_quality
from mehrklang.sources.ffcsv.variables import Variables
from mehrklang.sources.periods import Periods
from mehrklang.sources.reading import Reading
from mehrklang.sources.table import Row, Table
from mehrklang.sources.totals import tell_departing_totals
from mehrklang.sources.units import Units
from mehrklang.sources.values import Values, column_mark
from mehrklang.vocabulary import Material, Observation, SourceCell


@dataclass(frozen=True, slots=True)
class _Figure:
    """One value of a row: column head, position, what it counts (its key), unit and quality as written."""

    column: str
    at: int
    code: str
    unit: str
    quality: Quality = NONE


def read_new(table: Table, material: Material, faults: Faults) -> Reading:
    """One observation per row. Measure: statistic and value variable ("12411-BEVSTD"); units change row by row."""
    heads = (STATISTIC, TIME, VALUE, UNIT, MEASURE)  # the form is recognised by these very heads
    statistic, time, value, unit, code = (at for head in heads if (at := table.column(head)) is not None)
    quality = table.column(QUALITY)

    def figures(row: Row) -> Iterator[_Figure]:
        mark = "" if quality is None else row.cells[quality]
        said = read_quality(mark, row.line, faults)
        yield _Figure(VALUE, value, row.cells[code].strip(), row.cells[unit], said)

    rows = _Rows(table, (value,), material, faults)
    found = (one for row in table.rows for one in rows.observe(row, statistic, time, figures(row)))
    return _reading("ffcsv", tuple(found), rows, material, faults)


def read_old(table: Table, material: Material, faults: Faults) -> Reading:
    """One observation per row and value column; key and unit of the value stand in the column's head."""
    columns = measures(table)
    statistic, time = (at for head in (OLD_STATISTIC, OLD_TIME) if (at := table.column(head)) is not None)
    if not columns:
        faults.add("L-SPALTE-01", column="SCHLÜSSEL__Bezeichnung__Einheit", name="SCHLÜSSEL__Bezeichnung__Einheit")
    figures = tuple(_Figure(one.head, one.at, one.code, one.unit) for one in columns)
    rows = _Rows(table, tuple(one.at for one in columns), material, faults)
    found = (one for row in table.rows for one in rows.observe(row, statistic, time, iter(figures)))
    return _reading("ffcsv-alt", tuple(found), rows, material, faults)


def _reading(kind: str, written: tuple[Observation, ...], rows: "_Rows", material: Material, faults: Faults) -> Reading:
    rows.finish()
    areas = rows.variables.areas()
    observations = read_dashes(written, areas, faults)
    tell_duplicates(observations, material, faults)
    tell_departing_totals(observations, faults)
    if material is Material.ADDITIVE:
        check_additive(observations, faults)
    return Reading(kind, observations, faults.issues(), areas)


class _Rows:
    """Everything that is needed to turn a row into observations; the decimal mark is one for the file."""

    __slots__ = ("_file", "_material", "_periods", "_units", "_values", "variables")

    def __init__(self, table: Table, values: tuple[int, ...], material: Material, faults: Faults) -> None:
        self._file = table.file
        self._material = material
        mark = column_mark((row.cells[at] for row in table.rows for at in values), VALUE, faults)
        self._values = {at: Values(table.heads[at], mark, faults) for at in values}
        self._periods = Periods(TIME, faults)
        self._units = Units(UNIT, faults)
        self.variables = Variables(table, variables(table), faults)

    def observe(self, row: Row, statistic: int, time: int, figures: Iterator[_Figure]) -> Iterator[Observation]:
        """The observations of one row, as far as they are understood."""
        area = self.variables.area(row)
        period = self._periods.read(row.cells[time], row.line)
        for one in figures:
            raw = row.cells[one.at]
            unit = self._units.read(one.unit, row.line)
            figure = None if unit is None else self._values[one.at].read(raw, one.quality.comment, unit, row.line)
            if area is None or period is None or unit is None or figure is None:
                continue
            yield Observation(
                measure=f"{row.cells[statistic].strip()}-{one.code}",
                area=area,
                period=period,
                breakdown=self.variables.breakdown(row),
                unit=unit,
                figure=figure,
                material=self._material,
                cell=SourceCell(self._file, row.line, one.column, raw),
                finality=one.quality.finality,
            )

    def finish(self) -> None:
        """Tell what is told once per column."""
        for values in self._values.values():
            values.finish()
