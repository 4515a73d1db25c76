"""Reads the table form into observations."""

from mehrklang.sources.additive import check_additive
from mehrklang.sources.dimensions import Dimensions
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean
from mehrklang.sources.periods import Periods
from mehrklang.sources.reading import Reading
from mehrklang.sources.table import Row, Table
from mehrklang.sources.tidy.areas import Areas
from mehrklang.sources.tidy.columns import MEASURE, PERIOD, UNIT, VALUE, Columns
from mehrklang.sources.totals import tell_departing_totals
from mehrklang.sources.units import Units
from mehrklang.sources.values import Values, column_mark
from mehrklang.vocabulary import Material, Observation, SourceCell


def read_tidy(table: Table, material: Material, faults: Faults) -> Reading:
    """One observation per row that is understood; measure, area and categories as the office writes them."""
    rows = _Rows(table, material, faults)
    observations = rows.observations(table)
    tell_duplicates(observations, material, faults)
    tell_departing_totals(observations, faults)
    if material is Material.ADDITIVE:
        check_additive(observations, faults)
    return Reading("tidy", observations, faults.issues(), rows.areas.found())


class _Rows:
    """Everything that is needed to turn a row into an observation."""

    __slots__ = (
        "_columns", "_dimensions", "_faults", "_material", "_measures", "_periods", "_units", "_values", "areas"
    )  # fmt: skip

    def __init__(self, table: Table, material: Material, faults: Faults) -> None:
        columns = self._columns = Columns.of(table)
        self._material = material
        self._faults = faults
        self.areas = Areas(table, columns, faults)
        self._periods = Periods(PERIOD, faults)
        self._units = Units(UNIT, faults)
        mark = column_mark((row.cells[columns.value] for row in table.rows), VALUE, faults)
        self._values = Values(VALUE, mark, faults, by_hand=True)
        self._dimensions = Dimensions(table, columns=columns.features, period=columns.period, faults=faults)
        self._measures: dict[str, str] = {}

    def observations(self, table: Table) -> tuple[Observation, ...]:
        """The observations of all rows that are understood, in file order."""
        found = tuple(one for row in table.rows if (one := self._observe(row, table)) is not None)
        self._values.finish()
        return found

    def _observe(self, row: Row, table: Table) -> Observation | None:
        columns = self._columns
        raw = row.cells[columns.value]
        measure = self._measure(row)
        area = self.areas.read(row)
        period = self._periods.read(row.cells[columns.period], row.line)
        unit = self._units.read(row.cells[columns.unit], row.line)
        comment = self._values.comment("" if columns.comment is None else row.cells[columns.comment])
        figure = None if unit is None else self._values.read(raw, comment, unit, row.line)
        if not measure or area is None or period is None or unit is None or figure is None:
            return None
        return Observation(
            measure=measure,
            area=area,
            period=period,
            breakdown=self._dimensions.breakdown(row),
            unit=unit,
            figure=figure,
            material=self._material,
            cell=SourceCell(table.file, row.line, VALUE, raw, table.sheet),
        )

    def _measure(self, row: Row) -> str:
        raw = row.cells[self._columns.measure]
        if raw not in self._measures:
            self._measures[raw] = clean(raw)
        if not self._measures[raw]:
            self._faults.add("L-GROESSE-01", line=row.line, column=MEASURE)
        return self._measures[raw]
