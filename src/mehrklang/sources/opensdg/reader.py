"""Reads a table of Open SDG form into observations."""

from mehrklang.sources.additive import check_additive
from mehrklang.sources.dimensions import Dimensions
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.finality import of_remark
from mehrklang.sources.mergers import separate_merged
from mehrklang.sources.numbers import Mark
from mehrklang.sources.opensdg.areas import Areas
from mehrklang.sources.opensdg.columns import COMMENT, PERIOD, UNITS, VALUE, Columns, cell
from mehrklang.sources.opensdg.profile import LAND, Profile, profile_of
from mehrklang.sources.periods import Periods
from mehrklang.sources.reading import Reading
from mehrklang.sources.signs import Comment
from mehrklang.sources.table import Row, Table
from mehrklang.sources.totals import tell_departing_totals
from mehrklang.sources.units import Units
from mehrklang.sources.values import Values
from mehrklang.vocabulary import Material, Observation, SourceCell, Unit


def read_opensdg(table: Table, material: Material, faults: Faults) -> Reading:
    """One observation per row that is understood.

    Measure: the table number in the file's name ("1-2-1"), else the name without its ending. Breakdown: every column
    that is not period, area, unit, comment or value; an empty cell names no feature. Area: the digits behind the
    GeoCode's letters; the Land where the file names no area.
    """
    columns = Columns.of(table)
    profile = profile_of(table.file)
    _tell_gaps(columns, profile, faults)
    rows = _Rows(table, columns, profile, material, faults)
    observations = rows.observations(table)
    separated = separate_merged(observations, faults)
    for old in {one.area for one in separated} - {one.area for one in observations}:
        rows.areas.add(old)
    tell_duplicates(separated, material, faults)
    tell_departing_totals(separated, faults)
    if material is Material.ADDITIVE:
        check_additive(separated, faults)
    return Reading("opensdg", separated, faults.issues(), rows.areas.found())


def _tell_gaps(columns: Columns, profile: Profile, faults: Faults) -> None:
    if columns.units is None and profile.unit is None:
        faults.add("L-EINHEIT-02")
    if columns.area is None and columns.code is None and not profile.is_for_land:
        faults.add("L-GEBIET-06", gebiet=LAND)


class _Rows:
    """Everything that is needed to turn a row into an observation."""

    __slots__ = (
        "_columns", "_dimensions", "_faults", "_material", "_periods", "_profile", "_units", "_values", "areas"
    )  # fmt: skip

    def __init__(self, table: Table, columns: Columns, profile: Profile, material: Material, faults: Faults) -> None:
        self._columns = columns
        self._profile = profile
        self._material = material
        self._faults = faults
        self.areas = Areas(table, columns, faults)
        self._periods = Periods(PERIOD, faults)
        self._units = Units(UNITS, faults, profile.units)
        self._values = Values(VALUE, Mark.POINT, faults)
        self._dimensions = Dimensions(table, columns=columns.features, period=columns.period, faults=faults)

    def observations(self, table: Table) -> tuple[Observation, ...]:
        """The observations of all rows that are understood, in file order."""
        found = tuple(one for row in table.rows if (one := self._observe(row, table)) is not None)
        self._values.finish()
        self.areas.finish()
        return found

    def _observe(self, row: Row, table: Table) -> Observation | None:
        raw = row.cells[self._columns.value]
        area = self.areas.read(row)
        period = self._periods.read(row.cells[self._columns.period], row.line)
        unit = self._unit(row)
        figure = None if unit is None else self._values.read(raw, self._comment(row), unit, row.line)
        if area is None or period is None or unit is None or figure is None:
            return None
        return Observation(
            measure=self._profile.measure,
            area=area,
            period=period,
            breakdown=self._dimensions.breakdown(row),
            unit=unit,
            figure=figure,
            material=self._material,
            cell=SourceCell(table.file, row.line, VALUE, raw, table.sheet),
            finality=of_remark(cell(row, self._columns.comment)),
        )

    def _unit(self, row: Row) -> Unit | None:
        if self._columns.units is None:
            return self._profile.unit or Unit.COUNT
        return self._units.read(row.cells[self._columns.units], row.line)

    def _comment(self, row: Row) -> Comment:
        raw = cell(row, self._columns.comment)
        comment = self._values.comment(raw)
        if comment is Comment.OTHER:
            self._faults.add("L-WERT-07", line=row.line, column=COMMENT, bemerkung=raw)
        return comment
