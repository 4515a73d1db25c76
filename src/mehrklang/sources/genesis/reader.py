"""Reads a classic GENESIS table into observations."""

from collections.abc import Iterator

from mehrklang.sources.additive import check_additive
from mehrklang.sources.dashes import read_dashes
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.genesis.frame import Frame, find_frame
from mehrklang.sources.genesis.head import Column, read_head
from mehrklang.sources.genesis.notes import read_notes
from mehrklang.sources.genesis.years import read_school_years
from mehrklang.sources.labels import clean
from mehrklang.sources.layout import Content
from mehrklang.sources.numbers import Mark
from mehrklang.sources.official_areas import OfficialAreas
from mehrklang.sources.periods import Periods
from mehrklang.sources.reading import Reading
from mehrklang.sources.signs import Comment
from mehrklang.sources.table import Row
from mehrklang.sources.totals import tell_departing_totals
from mehrklang.sources.values import Values
from mehrklang.vocabulary import Breakdown, Material, Observation, Period, SourceCell

_KIND = "genesis"


def read_genesis(content: Content, material: Material, faults: Faults) -> Reading:
    """One observation per value cell, row by row."""
    frame = find_frame(content, faults)
    if frame is None:
        return Reading(_KIND, issues=faults.issues())
    body = _Body(frame, content, material, faults)
    notes = read_notes(frame)
    written = read_school_years(body.observations(), notes, faults)
    areas = body.areas.found()
    observations = read_dashes(written, areas, faults)
    tell_duplicates(observations, material, faults)
    tell_departing_totals(observations, faults)
    if material is Material.ADDITIVE:
        check_additive(observations, faults)
    return Reading(_KIND, observations, faults.issues(), areas, notes)


class _Body:
    """The rows below the head. `_given` is the period that the office names, for tables that name none themselves."""

    __slots__ = ("_columns", "_faults", "_file", "_frame", "_given", "_material", "_periods", "_values", "areas")

    def __init__(self, frame: Frame, content: Content, material: Material, faults: Faults) -> None:
        self._frame = frame
        self._file = content.file
        self._material = material
        self._faults = faults
        self._columns = read_head(frame, faults)
        self._given = content.period
        self._periods = Periods("Zeit", faults)
        self._values = {column.at: Values(column.name, Mark.COMMA, faults) for column in self._columns}
        self.areas = OfficialAreas("Schlüssel", faults)

    def observations(self) -> tuple[Observation, ...]:
        """All cells that are understood, in file order."""
        if self._frame.code_at == 0 and self._given is None and any(one.period is None for one in self._columns):
            self._faults.add("L-ZEIT-02")
        found = tuple(one for row in self._frame.body if self._fits(row) for one in self._observe(row))
        for values in self._values.values():
            values.finish()
        return found

    def _fits(self, row: Row) -> bool:
        fits = len(row.cells) == self._frame.width
        if not fits:
            self._faults.add("L-TABELLE-02", line=row.line, ist=len(row.cells), soll=self._frame.width)
        return fits

    def _observe(self, row: Row) -> Iterator[Observation]:
        at = self._frame.code_at
        area = self.areas.read(row.cells[at], row.cells[at + 1], row.line)
        period = self._periods.read(row.cells[0], row.line) if at else self._given
        if area is None or (at and period is None):
            return
        stub = self._stub(row)
        for column in self._columns:
            one = self._cell(row, column, area, column.period or period, stub)
            if one is not None:
                yield one

    def _stub(self, row: Row) -> tuple[tuple[str, str], ...]:
        """The categories that stand behind the area's name."""
        cells = enumerate(row.cells[self._frame.code_at + 2 : self._frame.stub], start=self._frame.code_at + 3)
        return tuple((f"Vorspalte {number}", clean(cell)) for number, cell in cells if cell.strip())

    def _cell(
        self, row: Row, column: Column, area: str, period: Period | None, stub: tuple[tuple[str, str], ...]
    ) -> Observation | None:
        raw = row.cells[column.at]
        if column.unit is None or period is None:
            return None
        figure = self._values[column.at].read(raw, Comment.NONE, column.unit, row.line)
        if figure is None:
            return None
        breakdown = Breakdown.of((*column.breakdown.pairs, *stub)) if stub else column.breakdown
        cell = SourceCell(self._file, row.line, column.name, raw)
        return Observation(column.measure, area, period, breakdown, column.unit, figure, self._material, cell)
