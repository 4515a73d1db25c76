"""The office's own table: which share of an old area lies in a new one, for a span of years.

One row per pair; a row holds for every year from "Von Jahr" to "Bis Jahr". "Anteil" alone counts for every weighting.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, fold
from mehrklang.sources.layout import Content
from mehrklang.sources.numbers import Mark, parse_number
from mehrklang.sources.table import Row, Sheet, known
from mehrklang.sources.text_file import read_text
from mehrklang.territory import Apportionment, Measured

NEEDED = ("Gebiet alt", "Gebiet neu", "Von Jahr", "Gebietsstand", "Anteil")
_FURTHER = ("Bis Jahr", "Name alt", "Name neu", "Anteil Fläche", "Anteil Beschäftigte")
_YEAR = re.compile(r"(19|20)\d\d", re.ASCII)
_DAY = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})", re.ASCII)
_LOOKED_AT = 2000
_UNKNOWN = Measured(Decimal(0), Decimal(0), Decimal(0))


def own_sheet(content: Content) -> Sheet | None:
    """The sheet with the heads of an own table; None if there is none."""
    if not content.sheets and not all(fold(head) in fold(content.text[:_LOOKED_AT]) for head in NEEDED):
        return None
    sheets = content.sheets or (read_text(content.text, NEEDED, Faults(content.file)),)
    return next((sheet for sheet in sheets if sheet.rows and _head_at(sheet) is not None), None)


def own_rows(sheet: Sheet, faults: Faults) -> Iterator[Apportionment]:
    """Its apportionments, one for each year of each row."""
    head_at = _head_at(sheet)
    assert head_at is not None  # `own_sheet` has looked
    heads = {fold(clean(cell)): at for at, cell in enumerate(sheet.rows[head_at].cells)}
    at = {name: heads[fold(name)] for name in (*NEEDED, *_FURTHER) if fold(name) in heads}
    for row in sheet.rows[head_at + 1 :]:
        yield from _row(row, at, faults)


def _head_at(sheet: Sheet) -> int | None:
    at = sheet.best_head(NEEDED)
    return at if len(known(sheet.rows[at], NEEDED)) == len(NEEDED) else None


def _row(row: Row, at: dict[str, int], faults: Faults) -> Iterator[Apportionment]:
    def text(name: str) -> str:
        return row.cells[at[name]].strip() if name in at and at[name] < len(row.cells) else ""

    source, target = (_filled(text(name), row, name, faults) for name in NEEDED[:2])
    first = _year(text("Von Jahr"), row, "Von Jahr", faults)
    last = _year(text("Bis Jahr"), row, "Bis Jahr", faults) if text("Bis Jahr") else first
    day, weights = _day(text("Gebietsstand"), row, faults), _weights(row, at, faults)
    if source and target and first and last and day and weights:
        if last < first:
            faults.add("L-SCHLUESSEL-05", line=row.line, column="Bis Jahr", raw=text("Bis Jahr"))
        for year in range(first, last + 1):
            yield Apportionment(
                source, target, date(year, 12, 31), day, weights, _UNKNOWN, text("Name alt"), text("Name neu")
            )


def _filled(text: str, row: Row, column: str, faults: Faults) -> str:
    if not text:
        faults.add("L-SCHLUESSEL-05", line=row.line, column=column)
    return text


def _year(text: str, row: Row, column: str, faults: Faults) -> int | None:
    if not _YEAR.fullmatch(text):
        faults.add("L-SCHLUESSEL-05", line=row.line, column=column, raw=text)
        return None
    return int(text)


def _day(text: str, row: Row, faults: Faults) -> date | None:
    """A day as 31.12.2020 or 2020-12-31, the latter as workbooks give it."""
    match = _DAY.fullmatch(text)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(text[:10])
    except ValueError:
        faults.add("L-SCHLUESSEL-05", line=row.line, column="Gebietsstand", raw=text)
        return None


def _weights(row: Row, at: dict[str, int], faults: Faults) -> Measured | None:
    """The shares; where only one is told, it counts for every weighting."""
    told = {
        name: _share(row.cells[at[name]].strip(), row, name, faults)
        for name in ("Anteil", "Anteil Fläche", "Anteil Beschäftigte")
        if name in at and at[name] < len(row.cells) and (name == "Anteil" or row.cells[at[name]].strip())
    }
    share = told.get("Anteil")
    if share is None or None in told.values():
        return None
    area, employees = (told.get(name, share) for name in ("Anteil Fläche", "Anteil Beschäftigte"))
    return Measured(share if area is None else area, share, employees)


def _share(text: str, row: Row, column: str, faults: Faults) -> Decimal | None:
    mark = Mark.COMMA if "," in text else Mark.POINT
    number = parse_number(text, mark)
    if number is None or not 0 <= number <= 1:
        faults.add("L-SCHLUESSEL-06", line=row.line, column=column, raw=text)
        return None
    return number
