"""Reads the table form into observations."""

from collections import Counter
from collections.abc import Mapping

from mehrklang.sources.additive import check_additive
from mehrklang.sources.dimensions import Dimensions
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.finality import of_remark
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
    rows = Rows(table, material, faults)
    observations = tuple(one for row in table.rows if (one := rows.observe(row)) is not None)
    rows.finish()
    tell_duplicates(observations, material, faults)
    tell_departing_totals(observations, faults)
    if material is Material.ADDITIVE:
        check_additive(observations, faults)
    return Reading("tidy", observations, faults.issues(), rows.areas.found())


class Rows:
    """Everything that is needed to turn a row into an observation.

    The table may hold samples only, if each text of its columns of area, measure, period and unit stands in it, and
    what shows the decimal mark; `counts` then says how often each label of a feature stands with each period.
    """

    __slots__ = (
        "_columns", "_faults", "_material", "_measures", "_periods", "_table", "_units", "_values", "areas",
        "commented", "dimensions", "heads", "mark",
    )  # fmt: skip

    def __init__(
        self,
        table: Table,
        material: Material,
        faults: Faults,
        counts: Mapping[int, Counter[tuple[str, str]]] | None = None,
    ) -> None:
        self._table = table
        self.heads = table.heads
        columns = self._columns = Columns.of(table)
        self._material = material
        self._faults = faults
        self.commented = columns.comment is not None
        self.areas = Areas(table, columns, faults)
        self._periods = Periods(PERIOD, faults)
        self._units = Units(UNIT, faults)
        self.mark = column_mark((row.cells[columns.value] for row in table.rows), VALUE, faults)
        self._values = Values(VALUE, self.mark, faults, by_hand=True)
        self.dimensions = Dimensions(
            table, columns=columns.features, period=columns.period, faults=faults, counts=counts
        )
        self._measures: dict[str, str] = {}

    def finish(self) -> None:
        """After the last row."""
        self._values.finish()

    def observe(self, row: Row) -> Observation | None:
        """The observation of a row, if it is understood; otherwise it is told why not."""
        columns = self._columns
        raw = row.cells[columns.value]
        measure = self._measure(row)
        area = self.areas.read(row)
        period = self._periods.read(row.cells[columns.period], row.line)
        unit = self._units.read(row.cells[columns.unit], row.line)
        remark = "" if columns.comment is None else row.cells[columns.comment]
        comment = self._values.comment(remark)
        figure = None if unit is None else self._values.read(raw, comment, unit, row.line)
        if not measure or area is None or period is None or unit is None or figure is None:
            return None
        return Observation(
            measure=measure,
            area=area,
            period=period,
            breakdown=self.dimensions.breakdown(row),
            unit=unit,
            figure=figure,
            material=self._material,
            cell=SourceCell(self._table.file, row.line, VALUE, raw, self._table.sheet),
            finality=of_remark(remark),
        )

    def _measure(self, row: Row) -> str:
        raw = row.cells[self._columns.measure]
        if raw not in self._measures:
            self._measures[raw] = clean(raw)
        if not self._measures[raw]:
            self._faults.add("L-GROESSE-01", line=row.line, column=MEASURE)
        return self._measures[raw]
