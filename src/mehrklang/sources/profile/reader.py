"""Reads a file by a profile: long tables with one column of values, wide ones with several."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from mehrklang.sources.additive import check_additive
from mehrklang.sources.dimensions import Dimensions
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.finality import of_remark
from mehrklang.sources.labels import clean
from mehrklang.sources.layout import Content
from mehrklang.sources.periods import Periods, read_period
from mehrklang.sources.printed.areas import resolve
from mehrklang.sources.profile.definition import IN_HEAD, Profile, ValueColumn
from mehrklang.sources.profile.matching import head_row, match_columns
from mehrklang.sources.reading import Reading
from mehrklang.sources.register import REGISTER
from mehrklang.sources.signs import Comment
from mehrklang.sources.table import Row, Sheet, Table, make_table
from mehrklang.sources.text_file import read_text
from mehrklang.sources.tidy.areas import Areas
from mehrklang.sources.tidy.columns import Columns
from mehrklang.sources.totals import tell_departing_totals
from mehrklang.sources.units import Units
from mehrklang.sources.values import Values, column_mark
from mehrklang.vocabulary import Breakdown, Figure, Material, Observation, Period, SourceCell, Unit

KIND = "profile"


def read_by_profile(content: Content, profile: Profile, material: Material, faults: Faults) -> Reading:
    """One observation per value cell that is understood. What the office says of this file's period and unit goes
    before the words of the profile, which was made for another file."""
    profile = replace(
        profile,
        period=content.period.key if content.period else profile.period,
        unit=content.unit.value if content.unit else profile.unit,
    )
    sheet = choose_sheet(content, profile, faults)
    if sheet is None:
        if not faults:
            faults.add("L-DATEI-02")
        return Reading(KIND, issues=faults.issues())
    faults.sheet = sheet.name
    head_at = head_row(sheet, profile)
    table = make_table(sheet, head_at, faults)
    columns = match_columns(profile, table.heads, sheet.rows[head_at].line, faults)
    if len(columns) < len(profile.heads):
        return Reading(KIND, issues=faults.issues())
    rows = _Rows(_prepared(table, profile, columns, faults), profile, columns, material, faults)
    observations = tuple(rows.observations())
    tell_duplicates(observations, material, faults)
    tell_departing_totals(observations, faults)
    if material is Material.ADDITIVE:
        check_additive(observations, faults)
    return Reading(KIND, observations, faults.issues(), rows.areas.found())


def fits(content: Content, profile: Profile) -> bool:
    """Whether the file has all columns of the profile, each of them unambiguously."""
    sheet = choose_sheet(content, profile, Faults(content.file))
    return sheet is not None and bool(profile.heads) and len(_heads_in(sheet, profile)) == len(profile.heads)


def choose_sheet(content: Content, profile: Profile, faults: Faults) -> Sheet | None:
    """The sheet that the profile names, else the one that holds the most of its heads."""
    if not content.sheets:
        sheet = read_text(content.text, profile.heads, faults)
        return sheet if sheet.rows else None
    return max(content.sheets, key=lambda sheet: len(_heads_in(sheet, profile)))


def _heads_in(sheet: Sheet, profile: Profile) -> Mapping[str, int]:
    heads = [clean(cell) for cell in sheet.rows[head_row(sheet, profile)].cells]
    return match_columns(profile, heads, 0, Faults(""))


def _prepared(table: Table, profile: Profile, columns: Mapping[str, int], faults: Faults) -> Table:
    """The table with three more columns: key of the area, its name, and the fixed period (for tables without one)."""
    same = dict(profile.same)
    merged = sorted(same.keys() & {clean(row.cells[columns[one]]) for one in profile.features for row in table.rows})
    for label in merged:
        faults.add("L-PROFIL-04", eine=label, andere=same[label])
    at = {columns[one] for one in profile.features}

    def prepared(row: Row) -> Row:
        cells = enumerate(row.cells[: len(table.heads)])
        labels = (same.get(clean(cell), cell) if number in at else cell for number, cell in cells)
        return Row(row.line, (*labels, *_area(row, profile, columns), profile.period))

    return replace(table, heads=(*table.heads, "", "", ""), rows=tuple(map(prepared, table.rows)))


def _area(row: Row, profile: Profile, columns: Mapping[str, int]) -> tuple[str, str]:
    """Key and name: as the columns have them; a name alone, or a key behind which the name stands, is looked up."""
    if profile.area and not profile.area_column and not profile.name_column:
        return profile.area, ""
    key = row.cells[columns[profile.area_column]].strip() if profile.area_column else ""
    name = clean(row.cells[columns[profile.name_column]]) if profile.name_column else ""
    land = profile.area if profile.area in REGISTER else ""
    return (resolve(name or clean(key), key if name else "", land) or key, name)


@dataclass(frozen=True, slots=True)
class _Column:
    """A value column of the file, with the profile's word on it."""

    at: int
    said: ValueColumn
    period: Period | None
    unit: Unit | None
    values: Values


class _Rows:
    """Everything that is needed to turn a row into observations."""

    __slots__ = ("_columns", "_dimensions", "_faults", "_material", "_periods", "_places", "_profile", "_table",
                 "_units", "areas")  # fmt: skip

    def __init__(
        self, table: Table, profile: Profile, places: Mapping[str, int], material: Material, faults: Faults
    ) -> None:
        self._table, self._profile, self._places = table, profile, places
        self._material, self._faults = material, faults
        width = len(table.heads)
        period_at = places.get(profile.period_column, width - 1)
        areas = Columns(0, width - 3, period_at, 0, 0, width - 2, None, None, None, ())
        self.areas = Areas(table, areas, faults)
        self._periods = Periods(profile.period_column or "Zeitraum", faults)
        self._units = Units(profile.unit_column or "Einheit", faults)
        features = tuple(places[one] for one in profile.features)
        self._dimensions = Dimensions(table, columns=features, period=period_at, faults=faults)
        self._columns = tuple(self._found())

    def observations(self) -> Iterator[Observation]:
        """All cells that are understood, row by row."""
        for row in self._table.rows:
            area = self.areas.read(row)
            for column in self._columns:
                one = None if area is None else self._observe(row, column, area)
                if one is not None:
                    yield one
        for column in self._columns:
            column.values.finish()

    def _found(self) -> Iterator[_Column]:
        """The value columns; an entry without a column stands for every head that is a period."""
        taken = set(self._places.values())
        for said in self._profile.values:
            several = [at for at, head in enumerate(self._table.heads) if at not in taken and read_period(head)]
            for at in [self._places[said.column]] if said.column else several:
                head = self._table.heads[at]
                mark = column_mark((row.cells[at] for row in self._table.rows), head, self._faults)
                unit = said.unit or ("" if self._profile.unit_column else self._profile.unit)
                yield _Column(
                    at,
                    said,
                    self._fixed_period(said, head),
                    self._units.read(unit, 0) if unit else None,
                    Values(head, mark, self._faults, by_hand=True),
                )

    def _fixed_period(self, said: ValueColumn, head: str) -> Period | None:
        if said.column and said.period != IN_HEAD:
            return self._periods.read(said.period, 0) if said.period else None
        return read_period(head) or self._periods.read(head, 0)

    def _observe(self, row: Row, column: _Column, area: str) -> Observation | None:
        raw = row.cells[column.at]
        period = column.period or self._periods.read(
            self._cell(row, self._profile.period_column) or row.cells[-1], row.line
        )
        unit = self._unit(row, column)
        figure = None if unit is None else self._figure(row, column, unit)
        measure = column.said.measure or clean(self._cell(row, self._profile.measure_column)) or self._profile.measure
        if not measure:
            self._faults.add("L-GROESSE-01", line=row.line, column=self._profile.measure_column)
        if period is None or unit is None or figure is None or not measure:
            return None
        cell = SourceCell(self._table.file, row.line, self._table.heads[column.at], raw, self._table.sheet)
        breakdown = Breakdown.of((*self._dimensions.breakdown(row).pairs, *column.said.categories))
        state = of_remark(self._cell(row, self._profile.comment_column))
        return Observation(measure, area, period, breakdown, unit, figure, self._material, cell, state)

    def _unit(self, row: Row, column: _Column) -> Unit | None:
        if column.unit is not None or not self._profile.unit_column:
            return column.unit
        return self._units.read(self._cell(row, self._profile.unit_column), row.line)

    def _figure(self, row: Row, column: _Column, unit: Unit) -> Figure | None:
        said = self._cell(row, self._profile.comment_column)
        comment = column.values.comment(said) if said else Comment.NONE
        return column.values.read(row.cells[column.at], comment, unit, row.line)

    def _cell(self, row: Row, head: str) -> str:
        return row.cells[self._places[head]] if head else ""
