"""Reads a matrix into observations: one per area and column."""

import re
from calendar import monthrange
from collections.abc import Iterator

from mehrklang.sources.additive import check_additive
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.layout import Content
from mehrklang.sources.lor.areas import above, areas_of
from mehrklang.sources.lor.columns import meaning_of, union_label
from mehrklang.sources.lor.text import repaired_text
from mehrklang.sources.reading import Reading
from mehrklang.sources.signs import Comment
from mehrklang.sources.table import Row, Table, make_table
from mehrklang.sources.text_file import read_text
from mehrklang.sources.tidy.keys import key_column
from mehrklang.sources.values import Values, column_mark
from mehrklang.vocabulary import Area, Material, Observation, Period, SourceCell, Unit

_KIND = "lor"
_STUB = ("ZEIT", "RAUMID", "BEZ", "PGR", "BZR", "PLR", "STADTRAUM")
_PARTS = slice(2, 6)
_MONTH = re.compile(r"(\d{4})(0[1-9]|1[0-2])", re.ASCII)


def read_lor(content: Content, material: Material, faults: Faults) -> Reading:
    """Counts on the last day of the month that ZEIT names (the register is counted at the end of a half-year)."""
    sheet = read_text(repaired_text(content.text, faults), _STUB, faults)
    table = make_table(sheet, 0, faults) if sheet.rows else None
    if table is None or any(table.column(head) is None for head in _STUB) or len(table.heads) <= len(_STUB):
        faults.add("L-LOR-02", line=1)
        return Reading(_KIND, issues=faults.issues())
    rows = _Rows(table, material, faults)
    observations = rows.observations(table)
    tell_duplicates(observations, material, faults)
    if material is Material.ADDITIVE:
        check_additive(observations, faults)
    return Reading(_KIND, observations, faults.issues(), rows.found())


class _Rows:
    """Everything that is needed to turn a row into observations."""

    __slots__ = ("_areas", "_columns", "_faults", "_keys", "_material", "_periods", "_values")

    def __init__(self, table: Table, material: Material, faults: Faults) -> None:
        self._material = material
        self._faults = faults
        self._keys = key_column({row.cells[1] for row in table.rows})
        self._areas: dict[str, Area] = {}
        self._periods: dict[str, Period | None] = {}
        self._columns = {at: meaning_of(head) for at, head in enumerate(table.heads) if head and at >= len(_STUB)}
        self._values = {at: _values(table, at, faults) for at in self._columns}
        for head in filter(union_label, table.heads):
            faults.add("L-LOR-03", column=head, angabe=union_label(head))
        self._tell_repaired(table)

    def observations(self, table: Table) -> tuple[Observation, ...]:
        """All cells that are understood, row by row."""
        found = tuple(one for row in table.rows for one in self._observe(row, table))
        for values in self._values.values():
            values.finish()
        return found

    def found(self) -> tuple[Area, ...]:
        """Every area met and what it lies in, by key."""
        top = above() if self._areas else ()
        return tuple(sorted((*top, *self._areas.values()), key=lambda area: area.key))

    def _tell_repaired(self, table: Table) -> None:
        filled = sum(1 for row in table.rows if self._keys.read(row.cells[1]) != row.cells[1].strip())
        if filled:
            self._faults.add("L-GEBIET-05", column="RAUMID", anzahl=filled, stellen=self._keys.length)

    def _observe(self, row: Row, table: Table) -> Iterator[Observation]:
        area, period = self._area(row), self._period(row)
        for at, meaning in self._columns.items():
            figure = self._values[at].read(row.cells[at], Comment.NONE, Unit.COUNT, row.line)
            if area is not None and period is not None and figure is not None:
                cell = SourceCell(table.file, row.line, table.heads[at], row.cells[at])
                measure, breakdown = meaning.measure, meaning.breakdown
                yield Observation(measure, area, period, breakdown, Unit.COUNT, figure, self._material, cell)

    def _area(self, row: Row) -> str | None:
        space = self._keys.read(row.cells[1])
        areas = areas_of(space)
        if not areas:
            self._faults.add("L-GEBIET-01", line=row.line, column="RAUMID", name="", schluessel=row.cells[1])
            return None
        parts = "".join(part.strip().zfill(2) for part in row.cells[_PARTS])
        if parts != space:
            self._faults.add(
                "L-GEBIET-10", line=row.line, column="RAUMID", schluessel=space, angaben=f"{space} / {parts}"
            )
        self._areas |= {area.key: area for area in areas if area.key not in self._areas}
        return areas[-1].key

    def _period(self, row: Row) -> Period | None:
        raw = row.cells[0].strip()
        if raw not in self._periods:
            self._periods[raw] = _last_day(raw)
        if self._periods[raw] is None:
            self._faults.add("L-ZEIT-01", line=row.line, column="ZEIT", raw=raw)
        return self._periods[raw]


def _values(table: Table, at: int, faults: Faults) -> Values:
    head = table.heads[at]
    return Values(head, column_mark((row.cells[at] for row in table.rows), head, faults), faults)


def _last_day(text: str) -> Period | None:
    month = _MONTH.fullmatch(text)
    if month is None or month[1] == "0000":
        return None
    return Period.parse(f"{month[1]}-{month[2]}-{monthrange(int(month[1]), int(month[2]))[1]}")
