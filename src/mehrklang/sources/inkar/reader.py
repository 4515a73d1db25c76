"""Reads an INKAR table into observations."""

from collections.abc import Iterator

from mehrklang.sources.additive import check_additive
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.inkar.columns import AGGREGATE, KEY, NAME, Column, read_columns, year_row
from mehrklang.sources.labels import fold
from mehrklang.sources.layout import Content
from mehrklang.sources.official_areas import OfficialAreas
from mehrklang.sources.reading import Reading
from mehrklang.sources.signs import Comment
from mehrklang.sources.table import Row
from mehrklang.sources.text_file import read_text
from mehrklang.sources.tidy.keys import KeyColumn, key_column
from mehrklang.sources.values import Values, column_mark
from mehrklang.vocabulary import EVERYTHING, Material, Observation, SourceCell

_KIND = "inkar"


def looks_like_inkar(content: Content) -> bool:
    """Whether the first line begins with the head of INKAR's keys and names its second column."""
    first = fold(content.text[:500].lstrip().split("\n", 1)[0].replace('"', ""))
    return first.startswith(fold(KEY)) and fold(NAME) in first


def read_inkar(content: Content, material: Material, faults: Faults) -> Reading:
    """One observation per cell. Measure: the indicator's name; keys that lost their zero are repaired, told once."""
    rows = read_text(content.text, (KEY, NAME, AGGREGATE), faults).rows
    heads = [fold(cell) for cell in rows[0].cells] if rows else []
    if fold(KEY) not in heads or fold(NAME) not in heads:
        faults.add("L-SPALTE-01", column=KEY, name=f"{KEY}“ und „{NAME}")
        return Reading(_KIND, issues=faults.issues())
    key_at, name_at = heads.index(fold(KEY)), heads.index(fold(NAME))
    years = year_row(rows, key_at)
    columns = read_columns(rows[0], years, content, faults)
    body = [row for row in rows[2 if years else 1 :] if _fits(row, len(heads), faults)]
    areas = OfficialAreas(KEY, faults)
    keys = _keys(body, key_at, faults)
    places = [(row, areas.read(keys.read(row.cells[key_at]), row.cells[name_at], row.line)) for row in body]
    observations = tuple(one for column in columns for one in _observe(column, places, content, material, faults))
    tell_duplicates(observations, material, faults)
    if material is Material.ADDITIVE:
        check_additive(observations, faults)
    return Reading(_KIND, observations, faults.issues(), areas.found())


def _fits(row: Row, width: int, faults: Faults) -> bool:
    if len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
        faults.add("L-TABELLE-02", line=row.line, ist=len(row.cells), soll=width)
        return False
    return True


def _keys(rows: list[Row], at: int, faults: Faults) -> KeyColumn:
    raw = {row.cells[at] for row in rows}
    rule = key_column(raw)
    filled = sum(rule.read(key) != key.strip() for key in raw)
    if filled:
        faults.add("L-GEBIET-05", column=KEY, anzahl=filled, stellen=rule.length)
    return rule


def _observe(
    column: Column, places: list[tuple[Row, str | None]], content: Content, material: Material, faults: Faults
) -> Iterator[Observation]:
    """The cells of one column."""
    mark = column_mark((row.cells[column.at] for row, _ in places), column.head, faults)
    values = Values(column.head, mark, faults)
    for row, area in places:
        raw = row.cells[column.at]
        figure = values.read(raw, Comment.NONE, column.unit, row.line)
        if area is not None and figure is not None:
            cell = SourceCell(content.file, row.line, column.head, raw)
            yield Observation(column.measure, area, column.period, EVERYTHING, column.unit, figure, material, cell)
    values.finish()
