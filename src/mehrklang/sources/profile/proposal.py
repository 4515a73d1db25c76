"""Drafts a profile for a file of no known form: what somebody then checks, completes and keeps."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, fold, similar
from mehrklang.sources.layout import Content
from mehrklang.sources.numbers import Mark, parse_number
from mehrklang.sources.official_areas import OFFICIAL
from mehrklang.sources.periods import read_period
from mehrklang.sources.printed.areas import names_areas
from mehrklang.sources.printed.cells import is_figure, is_period, unit_in
from mehrklang.sources.profile.definition import Profile, ValueColumn
from mehrklang.sources.table import Row, Sheet, Table, make_table
from mehrklang.sources.text_file import read_text
from mehrklang.sources.units import read_unit

_LOOKED_AT = 30
_DELIMITERS = (";", "\t", ",")


@dataclass(frozen=True, slots=True)
class NearLabels:
    """Two labels of a column that are written almost alike: a proposal to merge them (section "gleich")."""

    column: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A profile as far as the file says it (`profile.missing` is what somebody has to add), and labels to look at."""

    profile: Profile
    near: tuple[NearLabels, ...] = ()


def draft(content: Content) -> Draft | None:
    """The draft for a decoded file; None if there is no row of heads with figures below it."""
    sheets = content.sheets or (text_sheet(content.text),)
    found = next((at_sheet for sheet in sheets if (at_sheet := _find_head(sheet)) is not None), None)
    if found is None:
        return None
    sheet, head_at = found
    table = make_table(sheet, head_at, Faults(content.file))
    return _draft(table, sheet.name if len(sheets) > 1 else "", content.file.rpartition(".")[0] or content.file)


def text_sheet(text: str) -> Sheet:
    """The rows, cut at the delimiter that stands most often in the lines looked at."""
    lines = "\n".join(text.splitlines()[:_LOOKED_AT])
    delimiter = max(_DELIMITERS, key=lines.count)
    names = next((line.split(delimiter) for line in text.splitlines() if delimiter in line), [])
    return read_text(text, [name.strip('" ') for name in names if name.strip('" ')], Faults(""))


def _find_head(sheet: Sheet) -> tuple[Sheet, int] | None:
    """The first row with several different texts and no figure, or periods, above a row with figures."""
    for at in range(min(len(sheet.rows) - 1, _LOOKED_AT)):
        cells, below = _contents(sheet.rows[at]), _contents(sheet.rows[at + 1])
        texts = [cell for cell in cells if not _is_value(cell) or is_period(cell)]
        if len(cells) > 1 and len(texts) == len(cells) == len(set(cells)) and any(map(_is_value, below)):
            return sheet, at
    return None


def _contents(row: Row) -> list[str]:
    return [clean(cell) for cell in row.cells if cell.strip()]


def _draft(table: Table, sheet: str, name: str) -> Draft:
    columns = {at: [row.cells[at].strip() for row in table.rows if row.cells[at].strip()]
               for at, head in enumerate(table.heads) if head}  # fmt: skip
    left = {at: cells for at, cells in columns.items() if cells}
    area = _take(left, lambda cells: names_areas([clean(cell) for cell in set(cells)], "") or _mostly_keys(cells))
    period = _take(left, lambda cells: all(map(read_period, cells)) and all(map(is_period, cells)))
    unit = _take(
        left, lambda cells: all(read_unit(cell) is not None for cell in cells) and not all(map(_is_value, cells))
    )
    values = [at for at, cells in left.items() if _mostly_figures(cells)]
    features = tuple(table.heads[at] for at in left if at not in values)
    in_head = [at for at in values if read_period(table.heads[at])]
    return Draft(
        Profile(
            name=name,
            values=(ValueColumn(),) if in_head else tuple(_value(table, at, named=unit is not None) for at in values),
            measure=name,
            area_column="" if area is None else table.heads[area],
            period_column="" if period is None else table.heads[period],
            unit_column="" if unit is None else table.heads[unit],
            features=features,
            sheet=sheet,
        ),
        tuple(near_labels(table, features)),
    )


def _take(left: dict[int, list[str]], fits: Callable[[list[str]], bool]) -> int | None:
    """The first column that fits; it is no longer left for anything else."""
    found = next((at for at, cells in left.items() if fits(cells)), None)
    if found is not None:
        del left[found]
    return found


def _mostly_keys(cells: Sequence[str]) -> bool:
    return all(OFFICIAL.fullmatch(cell) and len(cell) > 4 for cell in cells) and not all(map(is_period, cells))


def _is_value(cell: str) -> bool:
    """Whether the cell holds a number, with comma or point, or a sign."""
    return is_figure(cell) or parse_number(cell, Mark.POINT) is not None


def _mostly_figures(cells: Sequence[str]) -> bool:
    return 2 * sum(map(_is_value, cells)) > len(cells)


def _value(table: Table, at: int, *, named: bool) -> ValueColumn:
    head = table.heads[at]
    unit = None if named else unit_in(head)
    return ValueColumn(head, unit=unit.description if unit else "")


def near_labels(table: Table, features: Sequence[str]) -> Iterator[NearLabels]:
    """Labels that are spelled alike, and those that differ only in case and blanks; "18 bis 25" is not "18 bis 24"."""
    for head in features:
        at = table.heads.index(head)
        labels = dict.fromkeys(clean(row.cells[at]) for row in table.rows if row.cells[at].strip())
        first: dict[str, str] = {}
        for label in labels:
            other = first.setdefault(fold(label), label)
            if other != label:
                yield NearLabels(head, other, label)
        for one, other in similar({label: {str(number)} for number, label in enumerate(first.values())}):
            if re.findall(r"\d+", one) == re.findall(r"\d+", other):
                yield NearLabels(head, one, other)
