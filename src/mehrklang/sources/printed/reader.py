"""Reads workbooks laid out for print into observations: all visible sheets that hold a table."""

from collections.abc import Iterator

from mehrklang.sources.additive import check_additive
from mehrklang.sources.dashes import read_dashes
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults, list_lines
from mehrklang.sources.layout import Content
from mehrklang.sources.notes import SourceNotes
from mehrklang.sources.numbers import Mark
from mehrklang.sources.periods import Periods
from mehrklang.sources.printed.areas import PrintedAreas, land_of, names_areas
from mehrklang.sources.printed.blocks import Block, Blocks, find_blocks
from mehrklang.sources.printed.grid import Line, lines_of
from mehrklang.sources.printed.head import Column, Columns, Stub, read_columns
from mehrklang.sources.printed.titles import notes_of, table_key, title_period
from mehrklang.sources.reading import Reading
from mehrklang.sources.signs import Comment
from mehrklang.sources.table import Sheet
from mehrklang.sources.totals import tell_departing_totals
from mehrklang.sources.values import Values
from mehrklang.vocabulary import Area, Breakdown, Material, Observation, SourceCell, Unit

_KIND = "printed"


def read_printed(content: Content, material: Material, faults: Faults) -> Reading:
    """One observation per figure. Measure: the table's number; features: stub columns, and head rows by their place."""
    observations: list[Observation] = []
    areas: dict[str, Area] = {}
    notes = SourceNotes()
    for sheet in content.sheets:
        faults.sheet = sheet.name if len(content.sheets) > 1 else faults.sheet
        reader = _Sheet(sheet, content, material, faults)
        observations.extend(reader.observations())
        areas |= {area.key: area for area in reader.areas.found()}
        notes = notes if notes.title else reader.notes
    if not observations and not faults:
        faults.sheet = ""
        faults.add("L-BLATT-01")
    met = tuple(area for _, area in sorted(areas.items()))
    read = read_dashes(observations, met, faults)
    tell_duplicates(read, material, faults)
    tell_departing_totals(read, faults)
    if material is Material.ADDITIVE:
        check_additive(read, faults)
    return Reading(_KIND, read, faults.issues(), met, notes)


class _Sheet:
    """One sheet: its tables share titles, areas and periods."""

    __slots__ = ("_blocks", "_content", "_faults", "_key", "_material", "_name", "_periods", "areas", "notes")

    def __init__(self, sheet: Sheet, content: Content, material: Material, faults: Faults) -> None:
        self._blocks: Blocks = find_blocks(lines_of(sheet))
        self._content, self._material, self._faults = content, material, faults
        self._name = sheet.name
        self._key = table_key(self._blocks, sheet.name)
        self._periods = Periods("Zeitraum", faults)
        self.areas = PrintedAreas(land_of(self._blocks.above), faults)
        self.notes = notes_of(self._blocks, self._key)

    def observations(self) -> Iterator[Observation]:
        """All figures that are understood, table by table."""
        tables = self._blocks.tables
        if len(tables) > 1:
            lines = list_lines([block.body[0].line for block in tables])
            self._faults.add("L-BLATT-05", anzahl=len(tables), zeilen=lines)
        for block in tables:
            columns = read_columns(block)
            if columns is not None:
                yield from self._table(block, columns)

    def _table(self, block: Block, columns: Columns) -> Iterator[Observation]:
        area_at = self._area_column(block, columns)
        whole = self.areas.whole() if area_at is None else None
        given = self._content.period or title_period(self._blocks)
        if columns.periods is None and given is None and any(one.period is None for one in columns.values):
            self._faults.add("L-ZEIT-02", line=block.body[0].line)
            return
        values = {one.at: Values(one.name, Mark.COMMA, self._faults) for one in columns.values}
        units = {one.at: self._unit(one, block) for one in columns.values}
        for line in block.body:
            area = whole if area_at is None else self._area(line, area_at, columns)
            period = given if columns.periods is None else self._periods.read(line.cells[columns.periods.at], line.line)
            pairs = tuple((one.title or f"Vorspalte {one.at + 1}", line.cells[one.at])
                          for one in columns.stubs if one is not area_at and line.cells[one.at])  # fmt: skip
            for column in columns.values:
                unit = units[column.at]
                figure = unit and values[column.at].read(line.raw[column.at], Comment.NONE, unit, line.line)
                when = column.period or period
                if unit is None or not figure or area is None or when is None:
                    continue
                cell = SourceCell(self._content.file, line.line, column.name, line.raw[column.at], self._name)
                breakdown = _breakdown(pairs, column)
                yield Observation(self._key, area, when, breakdown, unit, figure, self._material, cell)
        for one in values.values():
            one.finish()

    def _area_column(self, block: Block, columns: Columns) -> Stub | None:
        for stub in columns.stubs:
            if names_areas([line.cells[stub.at] for line in block.body if line.cells[stub.at]], self.areas.land):
                return stub
        return None

    def _area(self, line: Line, stub: Stub, columns: Columns) -> str | None:
        key = next((line.cells[at] for at in columns.keys if len(line.cells[at]) in (2, 3, 5, 6, 8)), "")
        return self.areas.read(line.cells[stub.at], key, line.line)

    def _unit(self, column: Column, block: Block) -> Unit | None:
        """The unit that the head names, else the given one, else counts if all numbers are whole; told."""
        known = column.unit or self._content.unit
        if known is not None:
            return known
        whole = not any("," in line.raw[column.at] for line in block.body)
        self._faults.add("L-BLATT-03" if whole else "L-BLATT-04", line=block.head[0].line, column=column.name)
        return Unit.COUNT if whole else None


def _breakdown(pairs: tuple[tuple[str, str], ...], column: Column) -> Breakdown:
    named = ((f"Kopfzeile {number}", label) for number, label in column.labels)
    return Breakdown.of((*pairs, *named))
