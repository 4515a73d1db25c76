"""A list of areas as an office keeps it (CSV or workbook): one row per area and hierarchy, or per union.

Not a delivery: it holds no observations. What must hold among areas is checked by `territory.register`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from mehrklang.sources.labels import fold
from mehrklang.sources.sight import look
from mehrklang.sources.table import Row, Sheet
from mehrklang.territory import ADMINISTRATION, Membership, Union, register
from mehrklang.vocabulary import Area, AreaLevel, Issue, Severity

COLUMNS = {
    "schluessel": ("Schlüssel", "Gebietsschlüssel", "Gebiet"),
    "name": ("Name", "Gebietsname", "Bezeichnung"),
    "ebene": ("Ebene", "Gebietsebene"),
    "uebergeordnet": ("übergeordnet", "Obergebiet", "übergeordnetes Gebiet"),
    "gliederung": ("Gliederung", "Hierarchie"),
    "gueltig_ab": ("gültig ab", "gueltig_ab", "gültig von"),
    "gueltig_bis": ("gültig bis", "gueltig_bis"),
    "teile": ("Teile", "besteht aus"),
}
"""Columns by our names, and the heads that are understood; case and the spelling of umlauts do not count."""

_NEEDED = ("schluessel", "name", "ebene")
_DAY = re.compile(r"(?:(\d{4})-(\d\d)-(\d\d)|(\d\d?)\.(\d\d?)\.(\d{4}))", re.ASCII)
_SPLIT = re.compile(r"[,;|\s]+")


@dataclass(frozen=True, slots=True)
class AreaList:
    """What a list says. Promise: with an ERROR in `issues` nothing of it may be used."""

    areas: tuple[Area, ...] = ()
    memberships: tuple[Membership, ...] = ()
    unions: tuple[Union, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(slots=True)
class _Found:
    """What was read so far, with the line of each entry."""

    sheet: Sheet
    file: str
    columns: Mapping[str, int]
    areas: dict[str, Area] = field(default_factory=dict)
    memberships: list[Membership] = field(default_factory=list)
    unions: list[Union] = field(default_factory=list)
    lines: dict[str | Membership, int] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def cell(self, row: Row, name: str) -> str:
        at = self.columns.get(name)
        return row.cells[at].strip() if at is not None and at < len(row.cells) else ""

    def fault(  # noqa: PLR0913 — an issue has so many parts
        self, code: str, message: str, remedy: str, *, line: int = 0, column: str = "", raw: str = ""
    ) -> None:
        head = self.sheet.rows[0].cells[self.columns[column]].strip() if column in self.columns else ""
        self.issues.append(Issue(code, Severity.ERROR, message, remedy, self.file, self.sheet.name, line, head, raw))


def read_area_list(path: Path, *, known: Iterable[Area] = ()) -> AreaList:
    """The areas, memberships and unions of a list, checked together with the areas that are `known` already (an area of
    the list takes the place of a known one of the same key); every fault at once, with line and column.
    """
    sheets = look(path)
    if not sheets:
        return AreaList(issues=(_issue("G-LISTE-01", "Die Datei ist keine lesbare Tabelle oder leer.", path.name),))
    sheet = sheets[0]
    columns = _columns(sheet.rows[0])
    missing = [COLUMNS[name][0] for name in _NEEDED if name not in columns]
    if missing:
        message = f"In der ersten Zeile fehlen die Spalten {', '.join(f'„{name}“' for name in missing)}."
        return AreaList(issues=(_issue("G-LISTE-02", message, path.name),))
    found = _Found(sheet, path.name, columns)
    for row in sheet.rows[1:]:
        _take(row, found)
    _check(found, known)
    if found.issues:
        return AreaList(issues=tuple(found.issues))
    return AreaList(tuple(found.areas.values()), tuple(found.memberships), tuple(found.unions))


def _issue(code: str, message: str, file: str) -> Issue:
    remedy = "Bitte eine CSV-Datei oder Arbeitsmappe mit den Spalten Schlüssel, Name, Ebene angeben."
    return Issue(code, Severity.ERROR, message, remedy, file)


def _columns(head: Row) -> dict[str, int]:
    heads = [fold(cell.strip()) for cell in head.cells]
    return {
        name: heads.index(fold(word))
        for name, words in COLUMNS.items()
        for word in reversed((name, *words))
        if fold(word) in heads
    }


def _take(row: Row, found: _Found) -> None:
    key, name = found.cell(row, "schluessel"), found.cell(row, "name")
    for column, text in (("schluessel", key), ("name", name)):
        if not text:
            message = f"Die Angabe „{COLUMNS[column][0]}“ fehlt."
            found.fault("G-LISTE-03", message, "Bitte die Zelle ausfüllen.", line=row.line, column=column)
    level, since, until = _level(row, found), _day(row, "gueltig_ab", found), _day(row, "gueltig_bis", found)
    if since and until and until < since:
        message = "Das Ende der Gültigkeit liegt vor ihrem Anfang."
        found.fault("G-LISTE-05", message, "Bitte die Tage prüfen.", line=row.line, column="gueltig_bis")
    if not key or not name or level is None:
        return
    if level is AreaLevel.UNION:
        _take_union(row, key, name, found)
    else:
        _take_area(row, Area(key, name, level, None, since, until), found)


def _take_union(row: Row, key: str, name: str, found: _Found) -> None:
    parts = tuple(part for part in _SPLIT.split(found.cell(row, "teile")) if part)
    if not parts:
        message = f"Das zusammengesetzte Gebiet {key} nennt keine Teile."
        remedy = "Bitte in der Spalte „Teile“ die Schlüssel der Teile mit Komma getrennt angeben."
        found.fault("G-LISTE-06", message, remedy, line=row.line, column="teile")
        return
    found.lines.setdefault(key, row.line)
    found.unions.append(Union(key, name, parts))


def _take_area(row: Row, area: Area, found: _Found) -> None:
    """The first row of a key is the area; further rows put it into other hierarchies or other times."""
    parent, hierarchy = found.cell(row, "uebergeordnet"), found.cell(row, "gliederung") or ADMINISTRATION
    first = found.areas.get(area.key)
    if first is not None and (first.name, first.level) != (area.name, area.level):
        message = f"Der Schlüssel {area.key} steht schon in Zeile {found.lines[area.key]} für „{first.name}“."
        remedy = "Bitte jedem Gebiet einen eigenen Schlüssel geben; Name und Ebene stehen in allen Zeilen gleich."
        found.fault("G-LISTE-07", message, remedy, line=row.line, column="schluessel", raw=area.key)
        return
    found.lines.setdefault(area.key, row.line)
    if first is None:
        own = hierarchy == ADMINISTRATION
        found.areas[area.key] = area if own else replace(area, valid_from=None, valid_until=None)
        if own:
            found.areas[area.key] = replace(area, parent=parent or None)
            return
    if parent:
        one = Membership(hierarchy, area.key, parent, area.valid_from, area.valid_until)
        found.memberships.append(one)
        found.lines[one] = row.line


def _level(row: Row, found: _Found) -> AreaLevel | None:
    text = found.cell(row, "ebene")
    try:
        return AreaLevel(text.casefold().replace(" ", "-"))
    except ValueError:
        message = f"Die Ebene „{text}“ ist nicht vorgesehen." if text else "Die Angabe „Ebene“ fehlt."
        remedy = f"Möglich sind: {', '.join(AreaLevel)}."
        found.fault("G-LISTE-04", message, remedy, line=row.line, column="ebene", raw=text)
        return None


def _day(row: Row, column: str, found: _Found) -> date | None:
    text = found.cell(row, column)
    if not text:
        return None
    match = _DAY.fullmatch(text)
    try:
        if match:
            year, month, day = match.group(1, 2, 3) if match[1] else match.group(6, 5, 4)
            return date(int(year), int(month), int(day))
    except ValueError:  # the 31st of February; told below
        pass
    message = f"„{text}“ ist kein Datum."
    found.fault("G-LISTE-05", message, "Bitte so schreiben: 01.01.2020.", line=row.line, column=column, raw=text)
    return None


def _check(found: _Found, known: Iterable[Area]) -> None:
    """The faults of the register, at the lines of the list."""
    others = [area for area in known if area.key not in found.areas]
    built = register(others, own=found.areas.values(), memberships=found.memberships, unions=found.unions)
    for fault in built.faults:
        line = found.lines.get(fault.about) if isinstance(fault.about, Membership) else None
        key = fault.about.area if isinstance(fault.about, Membership) else fault.about.key
        line = line or found.lines.get(key, 0)
        found.issues.append(replace(fault.issue, file=found.file, sheet=found.sheet.name, line=line))
