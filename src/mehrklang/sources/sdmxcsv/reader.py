"""Reads an SDMX-CSV: one row per value."""

from collections.abc import Iterator

from mehrklang.sources.declared.reader import read_declared
from mehrklang.sources.declared.roles import role_of
from mehrklang.sources.declared.table import DeclaredTable, Dimension, Entry
from mehrklang.sources.faults import Faults
from mehrklang.sources.layout import Content
from mehrklang.sources.notes import SourceNotes
from mehrklang.sources.numbers import Mark
from mehrklang.sources.reading import Reading
from mehrklang.sources.sdmxcsv.columns import VALUE, Columns, split
from mehrklang.sources.table import Row, Table, make_table
from mehrklang.sources.text_file import read_text
from mehrklang.sources.values import column_mark
from mehrklang.vocabulary import Material

_KIND = "sdmxcsv"
_DELETED = "D"
_SECRET = ("C", "c")


def looks_sdmx(content: Content) -> bool:
    """Whether the first line begins as the standard has it and names the value column."""
    first = next(iter(content.text[:5000].splitlines()), "").replace('"', "")
    return first.startswith(("DATAFLOW,", "DATAFLOW;", "STRUCTURE,", "STRUCTURE;", "STRUCTURE[")) and VALUE in first


def read_sdmx(content: Content, material: Material, faults: Faults) -> Reading:
    """The observations of the one table of the file."""
    sheet = read_text(content.text, (VALUE, "ACTION", "TIME_PERIOD"), faults)
    table = make_table(sheet, 0, faults) if sheet.rows else Table(faults.file, "", (), ())
    columns = Columns.of(table.heads)
    if VALUE not in columns.names or not columns.dimensions or not table.rows:
        faults.add("L-KUBUS-01", grund="Es gibt keine Zeile mit Dimensionen und Wert")
        return Reading(_KIND, issues=faults.issues())
    return read_declared(_declared(table, columns, faults), content, material, faults)


def _declared(table: Table, columns: Columns, faults: Faults) -> DeclaredTable:
    dimensions = tuple(_dimension(table, columns, at) for at in columns.dimensions)
    places = [{code: place for place, code in enumerate(one.codes)} for one in dimensions]
    value = columns.names.index(VALUE)
    of = columns.find("STRUCTURE_ID", "DATAFLOW")
    key, label = ("SDMX", "") if of is None else split(table.rows[0].cells[of], both=columns.both)
    unit_at = columns.find("UNIT_MEASURE", "UNIT", "unit")
    unit = "" if unit_at is None else split(table.rows[0].cells[unit_at], both=columns.both)[0]
    updated = columns.find("LAST UPDATE")
    return DeclaredTable(
        kind=_KIND,
        key=key,
        unit=unit,
        mark=_mark(table, value, faults),
        dimensions=dimensions,
        entries=tuple(_entries(table, columns, places, faults)),
        notes=SourceNotes(table=key, title=label, stand="" if updated is None else table.rows[0].cells[updated]),
    )


def _dimension(table: Table, columns: Columns, at: int) -> Dimension:
    pairs = dict(split(row.cells[at], both=columns.both) for row in table.rows)
    codes = tuple(pairs)
    role = role_of(columns.names[at], columns.labels[at], codes=codes)
    return Dimension(columns.names[at], columns.labels[at], codes, tuple(pairs.values()), role)


def _mark(table: Table, value: int, faults: Faults) -> Mark:
    mark = column_mark((row.cells[value] for row in table.rows), VALUE, faults)
    return Mark.POINT if mark is Mark.OPEN else mark  # the standard's own decimal mark


def _entries(table: Table, columns: Columns, places: list[dict[str, int]], faults: Faults) -> Iterator[Entry]:
    value = columns.names.index(VALUE)
    for row in table.rows:
        if _cell(row, columns, "ACTION") == _DELETED:
            faults.add("L-KUBUS-05", line=row.line)
        elif _cell(row, columns, "UNIT_MULT") not in ("", "0"):
            faults.add("L-KUBUS-06", line=row.line, column="UNIT_MULT", raw=_cell(row, columns, "UNIT_MULT"))
        else:
            codes = (split(row.cells[at], both=columns.both)[0] for at in columns.dimensions)
            at = tuple(known[code] for known, code in zip(places, codes, strict=True))
            yield Entry(at, row.cells[value], _flag(row, columns), row.line, VALUE)


def _flag(row: Row, columns: Columns) -> str:
    if _cell(row, columns, "CONF_STATUS") in _SECRET:
        return "c"
    return _cell(row, columns, "OBS_FLAG") or _cell(row, columns, "OBS_STATUS").lower()


def _cell(row: Row, columns: Columns, name: str) -> str:
    at = columns.find(name)
    return "" if at is None else split(row.cells[at], both=columns.both)[0]
