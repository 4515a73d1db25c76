"""Reads the sheets of an Umsteigeschlüssel into apportionments."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean
from mehrklang.sources.layout import Content
from mehrklang.sources.notes import SourceNotes
from mehrklang.sources.numbers import Mark, parse_number
from mehrklang.sources.reading import Reading
from mehrklang.sources.table import Row, Sheet
from mehrklang.sources.umsteigeschluessel.columns import Columns
from mehrklang.sources.umsteigeschluessel.own import own_rows, own_sheet
from mehrklang.territory import Apportionment, Measured
from mehrklang.vocabulary import Material

_KIND = "umsteigeschluessel"
_KEY = re.compile(r"(\d{5})000", re.ASCII)
_DIGITS = 8
_ALMOST = Decimal("0.000001")


def looks_like_key(content: Content) -> bool:
    """Whether a sheet has the heads of an Umsteigeschlüssel, or the file those of an own table."""
    return any(_columns(sheet) is not None for sheet in content.sheets) or own_sheet(content) is not None


def read_key(content: Content, material: Material, faults: Faults) -> Reading:  # noqa: ARG001 — weights are no figures
    """All rows of all sheets. Keys are numbers with a tail (3152000): the lost zero is restored, told once."""
    own = own_sheet(content)
    if own is not None:
        return _read_own(own, faults)
    rows: list[Apportionment] = []
    filled = 0
    for sheet in content.sheets:
        columns = _columns(sheet)
        if columns is not None:
            faults.sheet = sheet.name
            found = tuple(_apportionments(sheet, columns, faults))
            filled += sum(len(row.cells[columns.source].strip()) < _DIGITS for row in sheet.rows[1:])
            _check_sums(sheet.name, found, faults)
            rows += found
    faults.sheet = ""
    if filled:
        faults.add("L-GEBIET-05", column="Kreise", anzahl=filled, stellen=5)
    if not rows:
        faults.add("L-SCHLUESSEL-02")
    return _reading(tuple(rows), faults)


def _read_own(sheet: Sheet, faults: Faults) -> Reading:
    """The rows of an own table; a pair of areas stands once in a year, all lead to one day."""
    rows = tuple(own_rows(sheet, faults))
    by_year: dict[int, list[Apportionment]] = {}
    for row in rows:
        by_year.setdefault(row.source_day.year, []).append(row)
    for year, found in sorted(by_year.items()):
        _check_sums(str(year), found, faults)
        twice = Counter((row.source, row.target) for row in found)
        for (source, target), count in twice.items():
            if count > 1:
                faults.add("L-SCHLUESSEL-07", jahr=year, alt=source, neu=target)
    if len({row.target_day for row in rows}) > 1:
        faults.add("L-SCHLUESSEL-08")
    if not rows and not faults:
        faults.add("L-SCHLUESSEL-02")
    return _reading(rows, faults)


def _reading(rows: tuple[Apportionment, ...], faults: Faults) -> Reading:
    """What was read, with the territory that it leads to."""
    day = max((row.target_day for row in rows), default=None)
    notes = SourceNotes(title="Umsteigeschlüssel: welches Gebiet worin aufgegangen ist", territory=day)
    return Reading(_KIND, issues=faults.issues(), apportionments=rows, notes=notes)


def _columns(sheet: Sheet) -> Columns | None:
    return Columns.of(sheet.rows[0]) if sheet.rows else None


def _apportionments(sheet: Sheet, columns: Columns, faults: Faults) -> Iterator[Apportionment]:
    for row in sheet.rows[1:]:
        if row.lonely:
            faults.add("L-TABELLE-04", line=row.line)
            continue
        one = _apportionment(row, columns, faults)
        if one is not None:
            yield one


def _apportionment(row: Row, columns: Columns, faults: Faults) -> Apportionment | None:
    source, target = (_key(row, at, faults) for at in (columns.source, columns.target))
    weights = _measured(row, columns.weights, faults)
    amounts = _measured(row, columns.amounts, faults)
    if source is None or target is None or weights is None or amounts is None:
        return None
    return Apportionment(
        source=source,
        target=target,
        source_day=columns.source_day,
        target_day=columns.target_day,
        weights=weights,
        amounts=amounts,
        source_name=clean(row.cells[columns.source + 1]),
        target_name=clean(row.cells[columns.target + 1]),
    )


def _key(row: Row, at: int, faults: Faults) -> str | None:
    raw = row.cells[at].strip()
    match = _KEY.fullmatch(raw.zfill(_DIGITS))
    if match is None:
        faults.add("L-GEBIET-07", line=row.line, column="Kreise", schluessel=raw, stellen=len(raw))
        return None
    return match[1]


def _measured(row: Row, positions: Sequence[int], faults: Faults) -> Measured | None:
    numbers = [parse_number(row.cells[at].strip(), Mark.COMMA) for at in positions]
    for at, number in zip(positions, numbers, strict=True):
        if number is None or number < 0:
            faults.add("L-WERT-01", line=row.line, column=f"Spalte {at + 1}", raw=row.cells[at])
    known = [number for number in numbers if number is not None and number >= 0]
    return Measured(*known) if len(known) == len(numbers) else None


def _check_sums(where: str, rows: Sequence[Apportionment], faults: Faults) -> None:
    """Of every source the weights add up to one, weighting by weighting."""
    sums: dict[str, list[Decimal]] = {}
    for row in rows:
        totals = sums.setdefault(row.source, [Decimal(0)] * len(row.weights.all))
        for at, weight in enumerate(row.weights.all):
            totals[at] += weight
    for source, totals in sums.items():
        wrong = [total for total in totals if abs(total - 1) > _ALMOST]
        if wrong:
            total = f"{wrong[0]:.6f}".replace(".", ",")
            faults.add("L-SCHLUESSEL-04", blatt=where, schluessel=source, summe=total)
